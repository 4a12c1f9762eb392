// East Asian wide and fullwidth blocks (Unicode Standard Annex 11), and emoji.
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;
const ZERO = /\p{Mn}|\p{Me}|\p{Cf}/u;
/** One character, or one of the sequences that style.ts writes, which take no room. */
const PIECE = /\u001b\[\d+m|./gsu;
const ESCAPE = '\u001b';

/** Columns that a text takes in a terminal: two for East Asian wide characters, none for combining marks and styles. */
export function columnWidth(text: string): number {
  let width = 0;
  for (const [piece] of text.matchAll(PIECE)) width += pieceWidth(piece);
  return width;
}

/** The beginning of a text that fits into `columns`, with an ellipsis where something was cut. All styles still end. */
export function cutToWidth(text: string, columns: number): string {
  if (columnWidth(text) <= columns) return text;
  let cut = '';
  let width = 0;
  let isFull = false;
  for (const [piece] of text.matchAll(PIECE)) {
    if (isStyle(piece)) {
      cut += piece;
    } else if (!isFull) {
      width += pieceWidth(piece);
      isFull = width > columns - 1;
      cut += isFull ? '…' : piece;
    }
  }
  return cut;
}

export function padToWidth(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - columnWidth(text)));
}

function pieceWidth(piece: string): number {
  if (piece >= ' ' && piece <= '~') return 1;
  if (isStyle(piece) || ZERO.test(piece)) return 0;
  return WIDE.test(piece) ? 2 : 1;
}

function isStyle(piece: string): boolean {
  return piece.length > 2 && piece.startsWith(ESCAPE);
}
