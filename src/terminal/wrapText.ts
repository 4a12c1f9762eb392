import { columnWidth } from './columnWidth.ts';

const SEGMENTS = new Intl.Segmenter('ja', { granularity: 'word' });
/** Signs that no line begins with. */
const CLOSING = /^[\s、。，．・：；？！）」』】,.;:?!)\]’”%=±]+$/u;

/** What no line ends with: a sign of relation, an opening bracket, or one and a short word. */
const BINDING = /(?:^|\s)[=±≤≥<>×!+−]\s$|[(（「『【“](?:[\p{L}\p{N}%:]{1,8}\s)?$/u;
const KATAKANA = /[\u30a1-\u30fa\u30fc]/u;

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
    const isEast = /[\u3000-\u30ff\u4e00-\u9fff\uff00-\uff60]/u;
    const joins =
      last !== undefined &&
      (CLOSING.test(segment) ||
        BINDING.test(last) ||
        (KATAKANA.test(last.slice(-1)) && KATAKANA.test(segment.slice(0, 1))) ||
        (!/\s$/u.test(last) && !isEast.test(last) && !isEast.test(segment)));
    if (joins) found[found.length - 1] = last + segment;
    else found.push(segment);
  }
  return found;
}
