import type { SampleNote } from '../../engine/report.ts';
import type { Wording } from './wording.ts';
import { fill } from './wording.ts';

/** What was sampled or capped, with its counts and its seed, in the display language. */
export function sampleNoteText(note: SampleNote, wording: Wording): string {
  const { view, count } = wording;
  const what = view[`sampled.${note.what}`];
  const subject =
    note.field === undefined
      ? what
      : fill(note.field === 'instruction' ? view.instructionOf : view.responseOf, what);
  const figures = [subject, count(note.used), count(note.of)];
  return note.seed === undefined
    ? fill(view.sampled, ...figures)
    : fill(view.sampledWithSeed, ...figures, String(note.seed));
}
