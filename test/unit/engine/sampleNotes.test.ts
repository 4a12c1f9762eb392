import { expect, test } from 'vitest';
import { sampleNotes } from '../../../src/engine/sampleNotes.ts';

test('a sample is told with its rows, those that it was drawn from and its seed', () => {
  expect(sampleNotes('languages', 'Languages were told of', 10, 12, 7)).toEqual([
    {
      what: 'languages',
      used: 10,
      of: 12,
      seed: 7,
      message: 'Languages were told of a random sample of 10 of 12 rows.',
    },
  ]);
});

test('a sample of all rows but one is one, and one of none', () => {
  expect(sampleNotes('words', 'Words were measured on', 11, 12, 1)).toHaveLength(1);
  expect(sampleNotes('words', 'Words were measured on', 0, 12, 1)).toHaveLength(1);
});

test('all rows are no sample', () => {
  expect(sampleNotes('words', 'Words were measured on', 12, 12, 1)).toEqual([]);
  expect(sampleNotes('words', 'Words were measured on', 0, 0, 1)).toEqual([]);
});
