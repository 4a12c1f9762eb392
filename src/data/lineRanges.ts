/**
 * Lines as a person writes them, `1-500, 7, 900-`: counted from 1, both ends included; in ascending order, as ranges that
 * count from 0 and end before `toLine`, which is Infinity for an open end. Undefined for anything else.
 */
export function parseLineRanges(
  text: string,
): { readonly fromLine: number; readonly toLine: number }[] | undefined {
  const ranges: { fromLine: number; toLine: number }[] = [];
  for (const part of text.split(/[,、]/)) {
    const match = /^\s*(\d+)(?:\s*([-–])\s*(\d*))?\s*$/.exec(part);
    if (!match) return undefined;
    const first = Number(match[1]);
    const last = match[2] === undefined ? first : match[3] ? Number(match[3]) : Infinity;
    if (first < 1 || last < first) return undefined;
    ranges.push({ fromLine: first - 1, toLine: last });
  }
  return ranges.sort((a, b) => a.fromLine - b.fromLine);
}
