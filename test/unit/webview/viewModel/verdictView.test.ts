import { expect, test } from 'vitest';
import { createWording } from '../../../../src/webview/viewModel/wording.ts';
import { verdictView } from '../../../../src/webview/viewModel/verdictView.ts';
import { measuredLevels } from '../measuredLevels.ts';
import { withoutIntervals } from '../withoutIntervals.ts';
import { withYardsticks } from '../withYardsticks.ts';

/** What `expect.stringMatching` is for the compiler. */
const matching = (pattern: RegExp): unknown => expect.stringMatching(pattern);

const wording = createWording((english) => english, 'en');
const { macro } = measuredLevels;
const verdict = (level: typeof macro) => verdictView('macro', level, false, wording);

test('a level among public sets has its standing, how many of them are where, and what that is not', () => {
  expect(verdict(withYardsticks(macro))).toMatchObject({
    standing: 'usual',
    word: 'In the usual range',
    means:
      'Of 4 public data sets, each at 1,000 rows: less diverse 1, about as diverse 1, more diverse 2.',
    meansNot: 'That it suits your task: public data sets were made for other purposes.',
    comparison: { text: matching(/^At 1,000 rows the headline would be 20/) },
    explained: { label: 'Standing among public data sets' },
  });
});

test('a level that cannot be compared says why, and nothing that its standing does not mean', () => {
  const alone = verdict(macro);
  expect(alone).toMatchObject({ standing: 'unknown', word: 'Not compared' });
  expect(alone.means).toMatch(
    /^Public data sets are compared at 1,000 rows, and these are too few/,
  );
  expect(alone).not.toHaveProperty('meansNot');
  expect(alone).not.toHaveProperty('comparison');
  expect(verdict(withoutIntervals(macro)).means).toMatch(
    /stays open\. Too few rows, or too alike, for an interval\.$/,
  );
});

test('a level with a figure but no public set beside it says that there is none', () => {
  const { yardsticks, ...level } = withYardsticks(macro);
  expect(yardsticks).toBeDefined();
  const { means, comparison } = verdict(level);
  expect(means).toBe('Public data sets have no comparable figure here.');
  expect(comparison?.text).toBe('At 1,000 rows the headline would be 20 (95%: 18–22).');
});

test('a level with a figure but no interval says that this is why', () => {
  const { means, comparison } = verdict(withoutIntervals(withYardsticks(macro)));
  expect(means).toBe('Too few rows, or too alike, for an interval.');
  expect(comparison?.text).toBe('At 1,000 rows the headline would be 20.');
});
