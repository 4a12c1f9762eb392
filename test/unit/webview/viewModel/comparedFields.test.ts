import { expect, test } from 'vitest';
import type { LevelComparison } from '../../../../src/engine/compare/comparison.ts';
import { uncompared } from '../../../../src/engine/compare/uncompared.ts';
import { comparedFields } from '../../../../src/webview/viewModel/comparedFields.ts';

test('fields that could not be compared stay, those that are not in both files go', () => {
  const compared: LevelComparison = {
    rows: { dataset: 20, reference: 20 },
    commonRows: 20,
    effectiveKinds: {
      dataset: { q1: 2, low: 1, high: 3 },
      reference: { q1: 2, low: 1, high: 3 },
    },
    ratio: { value: 1, low: 0.5, high: 2 },
    moreDiverse: 'neither',
  };
  const absent = uncompared('no-such-field');
  const none = uncompared('no-kinds');
  expect(comparedFields({ instruction: compared, response: none, whole: compared })).toEqual([
    'instruction',
    'response',
    'whole',
  ]);
  expect(comparedFields({ instruction: absent, response: none, whole: none })).toEqual([
    'response',
  ]);
  expect(comparedFields({ instruction: absent, response: absent, whole: compared })).toEqual([
    'whole',
  ]);
});
