import { expect, test } from 'vitest';
import type { LevelName } from '../../../../src/engine/report.ts';
import { combinedPicker } from '../../../../src/engine/select/combinedPicker.ts';
import { allRows, kindsOf } from '../../../unit/metrics/select/kindsOf.ts';
import values from './combinedValues.json' with { type: 'json' };

test('the combined choice is the plain greedy one of combinedValues.py, each row with what it added', () => {
  const fields = values.fields.map(({ level, rows }) => ({
    ...kindsOf(rows),
    level: level as LevelName,
    field: 'instruction' as const,
    nameOf: String,
    measured: allRows(rows.length),
    isSample: false,
  }));
  const pick = combinedPicker(
    { fields, lengths: Float64Array.from(values.lengths) },
    { ...values.weights, reference: 1 },
  );
  const picks = pick({
    candidates: Uint32Array.from(values.order),
    chosen: new Uint32Array(0),
    size: values.rows.length,
  });
  expect([...picks.rows]).toEqual(values.rows);
  picks.gains.forEach((gain, at) => expect(gain).toBeCloseTo(values.gains[at]!, 12));
});
