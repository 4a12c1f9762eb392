import { expect, test } from 'vitest';
import { adviceOnRows, standingAmong } from '../../../src/document/verdicts.ts';
import { englishDocumentWords } from '../../../src/document/documentWords.ts';
import { createWording } from '../../../src/webview/viewModel/wording.ts';

const among = (positions: string) => ({
  yardsticks: Array.from(positions, (sign, at) => ({
    name: `set ${at}`,
    q1: 1,
    low: 1,
    high: 1,
    position: ({ l: 'lower', s: 'similar', h: 'higher' } as const)[sign as 'l' | 's' | 'h'],
  })),
});

test.each([
  ['lll', 'broad'],
  ['llh', 'broad'],
  ['lsh', 'usual'],
  ['sss', 'usual'],
  ['lhh', 'narrow'],
  ['lssh', 'usual'],
  ['llls', 'broad'],
  ['hhhs', 'narrow'],
  ['h', 'narrow'],
  ['s', 'usual'],
])(
  'of public sets that are lower, similar or higher as in %s the file is %s',
  (positions, word) => {
    expect(standingAmong(among(positions))).toBe(word);
  },
);

test('without public sets nothing is said', () => {
  expect(standingAmong({})).toBe('unknown');
  expect(standingAmong({ yardsticks: [] })).toBe('unknown');
});

const advice = (twice: number | undefined, high: number | undefined) =>
  adviceOnRows(
    {
      hill: { q0: 60, q1: 40, q2: 30 },
      curve: twice === undefined ? [] : [{ rows: 200, q1: twice, extrapolated: true }],
      ...(high !== undefined && { interval: { low: 36, high, level: 0.95 } }),
    } as unknown as Parameters<typeof adviceOnRows>[0],
    { wording: createWording((english) => english, 'en'), words: englishDocumentWords },
  );

test('of a narrow level it is said whether more rows of the source would widen it', () => {
  expect(advice(43, 44)).toMatch(/would show 43 kinds, .*: take another source\.$/);
  expect(advice(44, 44)).toMatch(/take another source/);
  expect(advice(52, 44)).toMatch(/from 40 to 52: more rows help\.$/);
});

test('where that is not known, how to read the curve', () => {
  expect(advice(undefined, 44)).toMatch(/^Where the curve is flat/);
  expect(advice(52, undefined)).toMatch(/^Where the curve is flat/);
});
