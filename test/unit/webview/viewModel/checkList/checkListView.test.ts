import { expect, test } from 'vitest';
import {
  readCheckListAction,
  toCheckListView,
  type CheckListFacts,
} from '../../../../../src/webview/viewModel/checkList/checkListView.ts';
import { checkListWords } from '../../../../../src/webview/viewModel/checkList/checkListWords.ts';
import { createWording } from '../../../../../src/webview/viewModel/wording.ts';

const wording = createWording((english) => english, 'en');
const nothing: CheckListFacts = {
  fileName: 'a.jsonl',
  scoredRuns: 0,
  dismissedFlags: 0,
  marked: [],
  withoutAction: [],
};
const viewOf = (facts: Partial<CheckListFacts>) =>
  toCheckListView({ ...nothing, ...facts }, checkListWords, wording);
const stepsOf = (facts: Partial<CheckListFacts>) => viewOf(facts).sections[0]!.steps!;
const doneIn = (facts: Partial<CheckListFacts>) =>
  stepsOf(facts).flatMap(({ title, isDone }) => (isDone ? [title] : []));

test('nothing is done at first, and the first step is the next', () => {
  expect(doneIn({})).toEqual([]);
  expect(stepsOf({}).map(({ isNext }) => isNext)).toEqual([
    true,
    ...Array.from({ length: 6 }, () => false),
  ]);
  expect(viewOf({}).status).toMatchObject({
    verdict: 'Steps done: 0 of 7.',
    detail: 'Next: Say which distribution you need',
  });
});

test.each([
  [{ reference: 'real.jsonl' }, 'reference', 'The reference is real.jsonl.'],
  [{ rows: 1200 }, 'measure', 'It is inspected. Rows: 1,200.'],
  [{ scoredRuns: 2 }, 'score', '2 runs with a score.'],
  [{ dismissedFlags: 3 }, 'review', '3 flags are dismissed.'],
  [{ marked: ['mix'] }, 'mix', checkListWords.marked],
] as const)('%j shows that a step is done', (facts, step, evidence) => {
  expect(doneIn(facts)).toEqual([checkListWords[`${step}.title`]]);
  expect(stepsOf(facts).find(({ isDone }) => isDone)).toMatchObject({ evidence, state: 'Done' });
});

test('one run is no test of two', () => {
  expect(doneIn({ scoredRuns: 1 })).toEqual([]);
});

test('what files show cannot be marked, what has no command is no button', () => {
  const steps = stepsOf({ rows: 5, marked: ['compare'], withoutAction: ['mix'] });
  expect(steps.map(({ actions }) => actions.map(({ id }) => id))).toEqual([
    ['go reference', 'mark reference'],
    ['go measure'],
    ['go compare', 'mark compare'],
    ['mark mix'],
    ['go score', 'mark score'],
    ['go review', 'mark review'],
    ['go next', 'mark next'],
  ]);
  expect(steps[2]!.actions[1]!.label).toBe('Mark as to do');
  const main = steps.flatMap(({ actions }) => actions.filter(({ primary }) => primary));
  expect(main.map(({ id }) => id)).toEqual(['go reference']);
});

test('buttons are read back, and nothing else is', () => {
  expect(readCheckListAction('go mix')).toEqual({ kind: 'go', step: 'mix' });
  expect(readCheckListAction('mark next')).toEqual({ kind: 'mark', step: 'next' });
  for (const other of ['', 'go', 'go evil', 'run mix']) {
    expect(readCheckListAction(other)).toBeUndefined();
  }
});
