import { resolve } from 'node:path';
import type { InBoth } from '../../metrics/compare/compareOptions.ts';
import type { FileFacts } from '../report.ts';
import type { MixNote, MixPlan } from './mixing.ts';
import { grouped } from '../../metrics/text/grouped.ts';

/** With fewer rows on either side only large shifts show. */
const FEW_ROWS = 200;

/** What a person should know of two files before mixing them. */
export function mixNotes(
  { dataset: generated, reference: real }: InBoth<FileFacts>,
  { size, heldBackRows }: MixPlan,
  isComplete: boolean,
): MixNote[] {
  const notes: MixNote[] = [];
  if (resolve(generated.path) === resolve(real.path)) {
    notes.push({
      code: 'same-file',
      message: 'Both are the same file: generated rows repeat real ones, also those held back.',
    });
  }
  const shapes = [generated, real].map((file) => file.shapes.map(({ shape }) => shape));
  const [ours, theirs] = shapes.map((names) => [...names].sort().join(', ')) as [string, string];
  if (ours !== theirs) {
    notes.push({
      code: 'other-shapes',
      message: `The files have rows of different shapes (generated: ${ours}; real: ${theirs}): a mixture holds both, which a trainer may not read.`,
    });
  }
  if (Math.min(size, heldBackRows) < FEW_ROWS) {
    notes.push({
      code: 'few-rows',
      message: `Mixtures of ${grouped(size)} rows are held against ${grouped(heldBackRows)} real ones: so few show large shifts and gains only.`,
    });
  }
  if (!isComplete) {
    notes.push({
      code: 'near-duplicates-incomplete',
      message:
        'There are more pairs of near-duplicates than are kept: their shares are at least those told.',
    });
  }
  return notes;
}
