// East Asian wide and fullwidth blocks (Unicode Standard Annex 11), and emoji.
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;
const ZERO = /\p{Mn}|\p{Me}|\p{Cf}/u;

/** Columns that a text takes in a terminal: two for East Asian wide characters, none for combining marks. */
export function columnWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    if (character >= ' ' && character <= '~') width++;
    else if (!ZERO.test(character)) width += WIDE.test(character) ? 2 : 1;
  }
  return width;
}

/** The beginning of a text that fits into `columns`, with an ellipsis where something was cut. */
export function cutToWidth(text: string, columns: number): string {
  if (columnWidth(text) <= columns) return text;
  let cut = '';
  let width = 0;
  for (const character of text) {
    width += columnWidth(character);
    if (width > columns - 1) break;
    cut += character;
  }
  return `${cut}…`;
}

export function padToWidth(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - columnWidth(text)));
}
