import { expect, test } from 'vitest';
import { parseCheckConfig } from '../../../src/check/checkConfig.ts';

test('reads limits, comparisons, fields and settings', () => {
  expect(
    parseCheckConfig({
      $schema: 'x',
      baseline: 'b.json',
      fields: { response: 'a.0' },
      settings: { seed: 2 },
      checks: {
        'file.rows': { min: 1, max: 2, of: 'file.lines' },
        'a.b': { baseline: { maxDecrease: 0 }, reference: { maxRatio: 2 }, whenAbsent: 'pass' },
      },
    }),
  ).toEqual({
    baseline: 'b.json',
    fields: { response: 'a.0' },
    settings: { seed: 2 },
    checks: [
      { figure: 'file.rows', of: 'file.lines', min: 1, max: 2, whenAbsent: 'fail' },
      {
        figure: 'a.b',
        baseline: { maxDecrease: 0 },
        reference: { maxRatio: 2 },
        whenAbsent: 'pass',
      },
    ],
  });
});

test.each([
  [null, /the configuration: expected an object/],
  [[], /expected an object, got \[\]/],
  ['text', /expected an object/],
  [{}, /checks: expected an object, got nothing/],
  [{ checks: {} }, /checks: expected at least one figure/],
  [{ checks: { a: {} } }, /checks\["a"\]: expected min, max, baseline or reference/],
  [{ checks: { a: { min: '3' } } }, /checks\["a"\]\.min: expected a number, got "3"/],
  [{ checks: { a: { minimum: 3 } } }, /expected one of of, min/],
  [{ checks: { a: { min: 1, whenAbsent: 'ignore' } } }, /"fail" or "pass"/],
  [{ checks: { a: { baseline: {} } } }, /maxDecrease/],
  [{ checks: { a: { baseline: { maxDecrease: -1 } } } }, /0 or more/],
  [{ checks: { a: { reference: { minRatio: null } } } }, /a number, got null/],
  [{ checks: { a: { min: 5, max: 1 } } }, /checks\["a"\]\.max: expected 5 or more, got 1/],
  [
    { checks: { a: { reference: { minRatio: 2, maxRatio: 1 } } } },
    /checks\["a"\]\.reference\.maxRatio: expected 2 or more, got 1/,
  ],
  [{ checks: { a: { min: 1, of: '' } } }, /expected a text/],
  [{ checks: { a: { min: 1 } }, settings: { seed: {} } }, /settings\.seed/],
  [{ checks: { a: { min: 1 } }, fields: { answer: 'x' } }, /fields\.answer/],
  [{ checks: { a: { min: 1 } }, more: 1 }, /^more: expected one of \$schema, /],
])('refuses %j and says where and why', (value, message) => {
  expect(() => parseCheckConfig(value)).toThrow(RangeError);
  expect(() => parseCheckConfig(value)).toThrow(message);
});
