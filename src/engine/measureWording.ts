import type { RowSurprise } from '../metrics/flags/rowSurprise.ts';
import { sampleIndexes } from '../metrics/stats/sampleIndexes.ts';
import type { FieldTokens } from './reading.ts';
import type { InspectSettings, SampleNote } from './report.ts';
import { sampleNotes } from './sampleNotes.ts';
import { sharedUint8 } from './shared.ts';
import type { TaskPool } from './taskPool.ts';

/** Tokens that the wording model learns from: more make it larger, hardly better. */
const LEARNED_TOKENS = 1 << 24;

export type Wording = RowSurprise & { readonly sampled: readonly SampleNote[] };

/** How odd the wording of each row is under the model of the file's other rows. */
export async function measureWording(
  pool: TaskPool,
  { instruction, response }: FieldTokens,
  { seed, encoding }: InspectSettings,
): Promise<Wording> {
  const rows = instruction.offsets.length - 1;
  const tokens = instruction.values.length + response.values.length;
  const columns = [instruction, response];
  if (tokens <= LEARNED_TOKENS) {
    return { ...(await pool.run('measureWording', { columns, encoding })), sampled: [] };
  }
  const sample = sampleIndexes(rows, Math.ceil((rows * LEARNED_TOKENS) / tokens), seed);
  const learned = sharedUint8(rows);
  for (const row of sample) learned[row] = 1;
  const surprise = await pool.run('measureWording', { columns, learned, encoding });
  const done = 'What wording is usual was learned from';
  return { ...surprise, sampled: sampleNotes('wording', done, sample.length, rows, seed) };
}
