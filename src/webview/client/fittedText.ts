/** The longest beginning of the text that is at most `room` pixels wide, with an ellipsis where it is cut. */
export function fittedText(ctx: CanvasRenderingContext2D, text: string, room: number): string {
  if (ctx.measureText(text).width <= room) return text;
  const characters = Array.from(text);
  let low = 0;
  let high = characters.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const fits = ctx.measureText(`${characters.slice(0, middle).join('')}…`).width <= room;
    if (fits) low = middle;
    else high = middle - 1;
  }
  return `${characters.slice(0, low).join('').trimEnd()}…`;
}
