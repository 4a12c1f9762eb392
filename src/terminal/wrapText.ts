import { columnWidth } from './columnWidth.ts';

const SEGMENTS = new Intl.Segmenter('ja', { granularity: 'word' });
/** Signs that no line begins with. */
const CLOSING = /^[\s、。，．・：；？！）」』】,.;:?!)\]’”%]+$/u;

/** A text in lines of at most `columns` columns, broken between words; a longer word has a line of its own. */
export function wrapText(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text)) {
    if (line !== '' && columnWidth((line + piece).trimEnd()) > columns) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else {
      line += piece;
    }
  }
  return [...lines, line.trimEnd()];
}

/** Words with the signs and spaces that follow them; text with spaces is broken at these only. */
function pieces(text: string): string[] {
  const found: string[] = [];
  for (const { segment } of SEGMENTS.segment(text)) {
    const last = found.at(-1);
    const isEast = /[\u3040-\u30ff\u4e00-\u9fff]/u;
    const joins =
      last !== undefined &&
      (CLOSING.test(segment) ||
        (!/\s$/u.test(last) && !isEast.test(last) && !isEast.test(segment)));
    if (joins) found[found.length - 1] = last + segment;
    else found.push(segment);
  }
  return found;
}
