import type { ThinPlaceWithRows, ThinResult } from '../../../engine/jobs/findThinPlaces.ts';
import { harmlessText } from '../../../metrics/text/harmlessText.ts';
import type { SheetSection, SheetView } from '../../sheetProtocol.ts';
import { fill, type Wording } from '../wording.ts';
import type { ThinWords } from './thinWords.ts';

const KINDS = ['gap', 'missing-tag', 'small-topic', 'rare-kind'] as const;
const NAME_UNITS = 200;
const EXAMPLE_UNITS = 90;

/** What the page says of the places where further rows would widen a data set most. @param fileNames of it and the reference */
export function toThinView(
  { places, file }: Pick<ThinResult, 'places' | 'file'>,
  fileNames: readonly string[],
  words: ThinWords,
  wording: Wording,
): SheetView {
  const { count } = wording;
  return {
    status: {
      kind: 'done',
      verdict: places.length === 0 ? words.nothing : fill(words.verdict, count(places.length)),
      detail: words.detail,
      isConcern: places.length > 0,
    },
    files: fileNames.map((name, at) => {
      const shown = harmlessText(name, NAME_UNITS);
      const mark = fileNames.length > 1 ? (['A', 'B'][at] ?? '') : '';
      const rows = at === 0 ? ` · ${fill(words.rows, count(file.rows))}` : '';
      return { mark, name: shown, summary: `${mark === '' ? '' : `${mark} · `}${shown}${rows}` };
    }),
    sections: KINDS.flatMap((kind) => {
      const ofKind = places.filter((place) => place.kind === kind);
      return ofKind.length > 0 ? [sectionOf(kind, ofKind, words, wording)] : [];
    }),
  };
}

function sectionOf(
  kind: ThinPlaceWithRows['kind'],
  places: readonly ThinPlaceWithRows[],
  words: ThinWords,
  { count }: Wording,
): SheetSection {
  const figures = {
    gap: [words.rowsBetween, words.rowsAtCentre],
    'missing-tag': [words.inReference],
    'small-topic': [words.rowsThere, words.expected],
    'rare-kind': [words.rowsThere, words.expected],
  }[kind];
  const figuresOf = ({ rows, expected = 0 }: ThinPlaceWithRows) =>
    ({
      gap: [count(rows), count(expected)],
      'missing-tag': [count(expected)],
      'small-topic': [count(rows), count(Math.round(expected))],
      'rare-kind': [count(rows), count(Math.round(expected))],
    })[kind];
  return {
    id: kind,
    title: words[kind],
    note: words[`${kind}.note`],
    tables: [
      {
        title: words[kind],
        header: [words.place, ...figures, words.examples, words.lines],
        rows: places.map((place) => ({
          cells: [nameOf(place, words), ...figuresOf(place)],
          meaning: place.examples
            .slice(0, 2)
            .map((text) => harmlessText(text, EXAMPLE_UNITS))
            .join(' / '),
          lines: place.lines.map((line) => ({
            file: place.linesOf === 'reference' ? 1 : 0,
            line,
          })),
          copy: { label: words.copy, text: place.prompt },
        })),
      },
    ],
  };
}

function nameOf({ names }: ThinPlaceWithRows, words: ThinWords): string {
  const [first = '', second] = names.map((name) => harmlessText(name, NAME_UNITS));
  return second === undefined ? first : fill(words.between, first, second);
}
