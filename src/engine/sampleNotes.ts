import type { SampleNote } from './report.ts';
import { grouped } from '../metrics/text/grouped.ts';

/**
 * What was told by a random sample of the rows only; nothing where the sample has all of them.
 * @param done what was done, in English, up to the words "a random sample"
 * @param used rows of the sample
 * @param of rows that it was drawn from
 */
export function sampleNotes(
  what: SampleNote['what'],
  done: string,
  used: number,
  of: number,
  seed: number,
): SampleNote[] {
  if (used === of) return [];
  const message = `${done} a random sample of ${grouped(used)} of ${grouped(of)} rows.`;
  return [{ what, used, of, seed, message }];
}
