import { describe, expect, test } from 'vitest';
import { levelFieldView } from '../../../../src/webview/viewModel/levelFieldView.ts';
import { macroView } from '../../../../src/webview/viewModel/macroView.ts';
import { mesoView } from '../../../../src/webview/viewModel/mesoView.ts';
import { microView } from '../../../../src/webview/viewModel/microView.ts';
import { createWording } from '../../../../src/webview/viewModel/wording.ts';
import { measuredLevels } from '../measuredLevels.ts';
import { withYardsticks } from '../withYardsticks.ts';

const wording = createWording((english) => english, 'en');
const { macro, meso, micro } = measuredLevels;
const NOT_SAMPLED = { isSampled: false, notesAt: () => [] };

describe.each([
  ['macro', macro, macroView(macro, wording)],
  ['meso', meso, mesoView(meso, wording)],
  ['micro', micro, microView(micro, wording)],
] as const)('the figures of the %s level', (id, level, body) => {
  const view = levelFieldView(id, level, body, NOT_SAMPLED, wording);
  if (view.kind !== 'measured') throw new Error('Expected a measured level.');
  const ids = (figures: readonly { id: string }[]) => figures.map((figure) => figure.id);

  test('are all there, once: the telling ones first, the others on demand', () => {
    const shown = [...ids(view.figures), ...ids(view.moreFigures)];
    expect(shown.toSorted()).toEqual(ids(body.figures).toSorted());
    expect(new Set(shown).size).toBe(shown.length);
    expect(view.figures[0]?.id).toBe('coverage');
    expect(view.figures.length).toBeLessThanOrEqual(6);
  });

  test('leave no gap where a statistic is undefined', () => {
    const without = {
      ...body,
      figures: body.figures.filter(({ id: name }) => name !== 'coverage'),
    };
    const other = levelFieldView(id, level, without, NOT_SAMPLED, wording);
    expect(other.kind === 'measured' && ids(other.figures)).toEqual(ids(view.figures).slice(1));
  });
});

test('notes of the level come before notes of the sample', () => {
  const body = { ...macroView(macro, wording), notes: ['of the level'] };
  const sample = {
    isSampled: true,
    notesAt: (place: string) => [`sampled: ${place}`],
  };
  const view = levelFieldView('macro', macro, body, sample, wording);
  expect(view).toMatchObject({ notes: ['of the level', 'sampled: macro'] });
  expect(view).toHaveProperty('standing.0.text', 'sampled: standing');
});

test('public sets are shown where they are there, and nothing in their place where not', () => {
  const body = macroView(macro, wording);
  expect(levelFieldView('macro', macro, body, NOT_SAMPLED, wording)).not.toHaveProperty(
    'yardsticks',
  );
  const other = levelFieldView('macro', withYardsticks(macro), body, NOT_SAMPLED, wording);
  expect(other).toHaveProperty('yardsticks.sets.length', 4);
});

test('distinct-n of long texts, which is small, keeps the digits that tell files apart', () => {
  const { figures } = microView({ ...micro, distinct: [0.0031, 0.008, 0.0149] }, wording);
  const distinct = figures.find(({ id }) => id === 'distinct');
  expect(distinct?.value).toBe('0.003 / 0.008 / 0.015');
});
