import { expect, it } from 'vitest';
import { filePlaceOf } from '../../../src/check/checkOutcome.ts';
import { resultSentence, resultTexts } from '../../../src/check/resultTexts.ts';

const asItIs = (text: string) => text;
const figure = 'nearDuplicates.fraction';

it.each([
  [0.050004, { atMost: 0.05 }, '0.050004', '≤ 0.05'],
  [0.05 + Number.EPSILON, { atMost: 0.05 }, '0.0500000000000002', '≤ 0.05'],
  [0.049996, { atLeast: 0.05 }, '0.049996', '≥ 0.05'],
  [720.24951, { atLeast: 720.2495678 }, '720.2495', '≥ 720.2496'],
  [-1.0000004, { atLeast: -1, atMost: 1 }, '-1.0000004', '-1 to 1'],
  [40.0000001, { atLeast: 20, atMost: 40 }, '40.0000001', '20 to 40'],
  [0.06, { atMost: 0.05 }, '0.06', '≤ 0.05'],
])('shows that %s is beyond %j', (value, limits, valueText, limitText) => {
  const result = { figure, rule: 'limit', outcome: 'failed', value, ...limits } as const;
  expect(resultTexts(result, asItIs)).toMatchObject({ value: valueText, limit: limitText });
  expect(resultSentence(result, asItIs)).toContain(`${valueText}, but has to be ${limitText}`);
});

it('shows the usual digits of what is kept', () => {
  const result = {
    figure,
    rule: 'limit',
    outcome: 'passed',
    value: 0.0499996,
    atMost: 0.05,
  } as const;
  expect(resultTexts(result, asItIs)).toMatchObject({ value: '0.05', limit: '≤ 0.05' });
});

it('tells the file and the line of a folder’s rows, and no line where a file has none to go to', () => {
  const facts = { format: 'jsonl', inFolder: true, bytes: 1, lines: 10 } as const;
  const parts = [
    { ...facts, path: 'a.jsonl', linesBefore: 0, counted: 'lines' },
    { ...facts, path: 'b.jsonl.gz', compression: 'gzip', linesBefore: 10, counted: 'lines' },
  ] as const;
  expect(filePlaceOf({ file: 'data', parts }, 7).line).toBe(7);
  expect(filePlaceOf({ file: 'data', parts }, 17)).toEqual({
    file: expect.stringMatching(/b\.jsonl\.gz$/) as string,
  });
  expect(filePlaceOf({ file: 'data.jsonl' }, 7)).toEqual({ file: 'data.jsonl', line: 7 });
});
