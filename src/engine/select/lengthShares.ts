import type { DatasetColumns } from '../readDataset.ts';
import { rowLengths } from '../rowLengths.ts';

/** How long each row is among the others: the share of rows that are shorter, 0–1, ties in the middle. O(rows · log rows). */
export function lengthShares({ tokens }: Pick<DatasetColumns, 'tokens'>): Float64Array {
  const { instruction, response } = rowLengths(tokens);
  const lengths = Float64Array.from(response, (count, row) => count + instruction[row]!);
  const ascending = lengths.slice().sort();
  const shareOf = new Map<number, number>();
  for (let from = 0, to = 0; from < ascending.length; from = to) {
    while (to < ascending.length && ascending[to] === ascending[from]) to++;
    shareOf.set(ascending[from]!, (from + to) / 2 / ascending.length);
  }
  return lengths.map((length) => shareOf.get(length)!);
}
