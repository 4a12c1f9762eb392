import { expect, test } from 'vitest';
import { standingAmong } from '../../../../src/webview/viewModel/standingAmong.ts';

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
