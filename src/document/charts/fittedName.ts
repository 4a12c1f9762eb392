const WIDE = /[\u1100-\u115f\u2e80-\uffdc\u{1f000}-\u{3ffff}]/u;
/** Mean widths of a character, in em, of the sans-serif faces that the document asks for. */
const NARROW_EM = 0.56;
const WIDE_EM = 1.02;

/** About how wide a text is drawn, in the unit of the font size: no face is at hand to measure it with. */
export function estimatedWidth(text: string, fontSize: number): number {
  let em = 0;
  for (const character of text) em += WIDE.test(character) ? WIDE_EM : NARROW_EM;
  return em * fontSize;
}

/** The beginning of a text that fits into a width, with an ellipsis where it was cut; empty where nothing fits. */
export function fittedName(text: string, width: number, fontSize: number): string {
  if (estimatedWidth(text, fontSize) <= width) return text;
  let kept = '';
  for (const character of text) {
    if (estimatedWidth(`${kept}${character}…`, fontSize) > width) break;
    kept += character;
  }
  return kept === '' ? '' : `${kept.trimEnd()}…`;
}
