import { expect, test } from 'vitest';
import type { SampleNote } from '../../../../src/engine/report.ts';
import { isRowSample } from '../../../../src/webview/viewModel/isRowSample.ts';

const note = (what: SampleNote['what'], more: Partial<SampleNote> = {}): SampleNote[] => [
  { what, used: 5, of: 10, message: '', ...more },
];

test.each([
  ['task-units', 'meso'],
  ['language-model-tags', 'meso'],
  ['embeddings', 'macro'],
] as const)('of %s, the %s level is measured on a sample, and no other', (what, level) => {
  for (const id of ['macro', 'meso', 'micro'] as const) {
    expect(isRowSample(note(what), id, 'whole')).toBe(id === level);
  }
});

test('samples of single figures leave the level whole', () => {
  for (const what of ['interval-rows', 'row-pairs', 'words'] as const) {
    expect(isRowSample(note(what), 'micro', 'response')).toBe(false);
  }
  expect(isRowSample(note('task-units', { used: 10 }), 'meso', 'whole')).toBe(false);
});

test('the sample of one field is not that of another', () => {
  const ofResponse = note('task-units', { field: 'response' });
  expect(isRowSample(ofResponse, 'meso', 'response')).toBe(true);
  expect(isRowSample(ofResponse, 'meso', 'instruction')).toBe(false);
});
