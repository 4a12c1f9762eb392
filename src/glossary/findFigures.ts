import { FIGURE_IDS, figures, type FigureId } from './figures.ts';

/**
 * The figures that a person may mean: by name or label in any case and punctuation, by a path of the report, else those
 * whose name or label has the words in it. One where it is certain, several where it is not, none where nothing fits.
 * @param translate the labels are looked for in English and in the person's language
 */
export function findFigures(
  asked: string,
  translate: (english: string) => string,
): readonly FigureId[] {
  const words = plain(asked);
  if (words === '') return [];
  const namesOf = (id: FigureId) =>
    [id, figures[id].label, translate(figures[id].label)].map(plain);
  const exact = FIGURE_IDS.find((id) => namesOf(id).includes(words));
  if (exact) return [exact];
  const atPath = FIGURE_IDS.filter((id) =>
    figures[id].paths.some((pattern) => isAt(asked.trim(), pattern)),
  );
  if (atPath.length > 0) return atPath;
  return FIGURE_IDS.filter((id) => namesOf(id).some((name) => name.includes(words)));
}

/** Whether a path, or the end of one, leads to what a pattern with `*` for any one key speaks of, or to the object above it. */
function isAt(path: string, pattern: string): boolean {
  const keys = path.split('.');
  const parts = pattern.split('.');
  return [parts, parts.slice(0, -1)].some((target) => {
    const tail = target.slice(-keys.length);
    return (
      tail.length === keys.length &&
      tail.some((part) => part !== '*') &&
      keys.every((key, at) => tail[at] === '*' || tail[at] === key)
    );
  });
}

/** Letters and digits only, in lower case: `MTLD`, `n-gram diversity` and `ngramDiversity` are the same to a person. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
