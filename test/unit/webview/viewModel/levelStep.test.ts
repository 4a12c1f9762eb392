import { describe, expect, test } from 'vitest';
import type { LevelFigures } from '../../../../src/metrics/stats/levelFigures.ts';
import type { LevelId, Standing } from '../../../../src/webview/panelTerms.ts';
import { levelStep } from '../../../../src/webview/viewModel/levelStep.ts';
import { createWording } from '../../../../src/webview/viewModel/wording.ts';

/** What `expect.stringMatching` is for the compiler. */
const matching = (pattern: RegExp): unknown => expect.stringMatching(pattern);

const wording = createWording((english) => english, 'en');

interface Case {
  readonly id?: LevelId;
  readonly standing?: Standing;
  readonly isSampled?: boolean;
  /** The headline at half the rows, at all 200 and at twice as many. */
  readonly half?: number;
  readonly now?: number;
  readonly twice?: number;
  readonly interval?: LevelFigures['interval'] | null;
  readonly atCommonRows?: LevelFigures['atCommonRows'];
}

const point = (rows: number, q1: number) => ({
  ...{ rows, q1, q0: 2 * q1, q2: q1, coverage: 0.9 },
  extrapolated: rows > 200,
});

function step({
  id = 'macro',
  standing = 'narrow',
  isSampled = false,
  half = 39,
  now = 40,
  twice = 43,
  interval = { low: 36, high: 44, rowsUsed: 200 },
  atCommonRows = point(300, 42),
}: Case) {
  const level = {
    rows: 200,
    hill: point(200, now),
    curve: [point(50, 20), point(100, half), point(141, 39.5), point(200, now), point(400, twice)],
    atCommonRows,
    ...(interval && { interval }),
  } as unknown as LevelFigures;
  return levelStep(id, level, standing, isSampled, wording);
}

describe('what to do about a narrow level', () => {
  test('is to take another source where twice the rows bring no more than chance', () => {
    expect(step({ twice: 43 })).toEqual({
      whatToDo: matching(/from 40 to 43, hardly more: take another source\.$/),
      action: 'thin',
    });
    expect(step({ twice: 44 }).whatToDo).toMatch(/take another source/);
  });

  test('is to make more rows where they bring more', () => {
    expect(step({ twice: 52 })).toEqual({
      whatToDo: matching(/from 40 to 52: more rows help\.$/),
      action: 'thin',
    });
  });

  test('takes a gain of less than a twentieth for none, however sure it is', () => {
    const interval = { low: 39.9, high: 40.1, rowsUsed: 200 };
    expect(step({ twice: 41.9, interval }).whatToDo).toMatch(/take another source/);
    expect(step({ twice: 42, interval }).whatToDo).toMatch(/more rows help/);
  });

  test('names a figure that stays as it is once', () => {
    expect(step({ now: 40, twice: 40.3 }).whatToDo).toMatch(/leave the headline at 40: take/);
  });

  test('leads from wording to what recurs in it: rows of other topics do not widen it', () => {
    expect(step({ id: 'meso' }).action).toBe('thin');
    expect(step({ id: 'micro' }).action).toBe('wording');
  });
});

describe('what to do about a level that is not narrow', () => {
  test.each(['usual', 'broad', 'unknown'] as const)(
    'is to choose fewer rows where half of them have as much (%s)',
    (standing) => {
      expect(step({ standing })).toEqual({
        whatToDo: matching(/^100 of these rows, .* to 39 already/),
        action: 'selectSubset',
      });
    },
  );

  test('is nothing where half of the rows have less, and twice as many no more', () => {
    expect(step({ standing: 'usual', half: 35 })).toEqual({
      whatToDo: matching(/hardly more: nothing needs adding here\.$/),
    });
    expect(step({ standing: 'usual', half: 35, twice: 40.2 }).whatToDo).toMatch(
      /leave the headline at 40: nothing needs adding here/,
    );
  });

  test('is to make more rows where they widen it still', () => {
    expect(step({ standing: 'broad', twice: 60 })).toEqual({
      whatToDo: matching(/more rows help/),
      action: 'thin',
    });
  });
});

test('of a sample no more rows are asked for: the file has them', () => {
  expect(step({ isSampled: true, twice: 60 })).toEqual({
    whatToDo:
      'Measured on 200 rows; on 400 it would be 60. The rows of the file that were not read hold further kinds.',
  });
  expect(step({ isSampled: true, twice: 43 }).whatToDo).toMatch(/take another source/);
});

test('where too few rows are there to compare, it says how many are enough', () => {
  const tooFew = { rows: 1001, absence: 'too-few-rows' } as const;
  const tooFewDifferent = { rows: 1001, absence: 'too-few-different-rows' } as const;
  expect(step({ standing: 'unknown', atCommonRows: tooFew })).toEqual({
    whatToDo:
      'It is compared from 501 rows on; there are 200. Before that, compare the file with a reference of your own.',
    action: 'compare',
  });
  expect(step({ id: 'micro', atCommonRows: tooFewDifferent })).toEqual({
    whatToDo: 'With more rows that differ from these it can be compared.',
  });
});

test('where the rows tell no interval, it says how to read the curve', () => {
  expect(step({ interval: null }).whatToDo).toMatch(/^Where the curve is flat/);
});
