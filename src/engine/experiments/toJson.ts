import { createTongue } from './createTongue.ts';
import type { ExperimentsReport } from './experimentsReport.ts';
import { noteSentence } from './noteSentence.ts';
import { PRIOR } from './noteWords.ts';

/** The report as programs read it: the notes as English sentences beside their codes, and the prior in words. */
export function experimentsToJson(report: ExperimentsReport): string {
  const english = createTongue(
    (text) => text,
    'en',
    (figure) => figure,
  );
  const notes = report.notes.map((note) => ({
    code: note.code,
    weight: note.weight,
    message: noteSentence(note, english),
    lines: note.lines,
  }));
  return JSON.stringify({ ...report, prior: PRIOR, notes }, null, 2);
}
