import type { SampleNote } from '../../engine/report.ts';
import type { LevelId, MeasuredField } from '../protocol.ts';
import type { Wording } from './wording.ts';
import { fill } from './wording.ts';

/** Where in the panel a person is told; `standing` is where a level says how it stands. */
type Place = LevelId | 'standing' | 'flags' | 'wording' | 'head';

const PLACES: Readonly<Record<SampleNote['what'], readonly Place[]>> = {
  'left-out-files': ['head'],
  'dead-links': ['head'],
  'first-lines': ['standing'],
  wording: ['flags'],
  'quality-findings': ['flags'],
  embeddings: ['macro', 'flags'],
  'own-embeddings': ['macro', 'flags'],
  'chosen-field': ['macro', 'meso', 'micro'],
  'keep-field': ['flags'],
  'row-pairs': ['macro'],
  'task-units': ['meso'],
  'kinds-per-row': ['meso'],
  'language-model-tags': ['meso'],
  'compared-names': ['meso'],
  'interval-rows': ['macro', 'meso', 'micro'],
  words: ['micro'],
  'recurring-wording': ['wording'],
  // Of a choice of rows, which is no part of the panel.
  'reference-rows': [],
  languages: ['head'],
};

/**
 * What was sampled or capped for one place of the panel, with counts and seed, in the display language.
 * @param field leaves out what was sampled of the other field
 */
export function sampleNotes(
  sampled: readonly SampleNote[],
  place: Place,
  field: MeasuredField | undefined,
  wording: Wording,
): string[] {
  return sampled
    .filter((note) => PLACES[note.what].includes(place) && (note.level ?? place) === place)
    .filter((note) => !field || !note.field || note.field === field)
    .map((note) => sampleNote(note, wording));
}

export function sampleNote(note: SampleNote, { view, count }: Wording): string {
  const { what, chosen, files } = note;
  if (what === 'left-out-files' || what === 'dead-links') {
    return files ? fill(view[what], files.join(view.listSeparator)) : note.message;
  }
  if (what === 'chosen-field' || what === 'keep-field') {
    if (!chosen) return note.message;
    const fields = chosen.available.join(view.listSeparator);
    return fill(view[`chosenField.${chosen.as}`], chosen.path, fields);
  }
  const figures = [view[`sampled.${what}`], count(note.used), count(note.of)];
  return note.seed === undefined
    ? fill(view.sampled, ...figures)
    : fill(view.sampledWithSeed, ...figures, String(note.seed));
}
