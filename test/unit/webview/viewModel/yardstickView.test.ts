import { describe, expect, test } from 'vitest';
import { createWording } from '../../../../src/webview/viewModel/wording.ts';
import { yardstickView } from '../../../../src/webview/viewModel/yardstickView.ts';
import { measuredLevels } from '../measuredLevels.ts';
import { withYardsticks } from '../withYardsticks.ts';

const wording = createWording((english) => english, 'en');
const level = withYardsticks(measuredLevels.macro);

describe('a level among the public sets', () => {
  test('lies between them on a logarithmic scale from the lowest to the highest', () => {
    const view = yardstickView(level, wording);
    // ln(20 / 5) / ln(80 / 5) = ½
    expect(view?.file.at).toBeCloseTo(0.5, 12);
    expect(view?.file.from).toBeCloseTo(Math.log(18 / 5) / Math.log(16), 12);
    expect(view?.file.to).toBeCloseTo(Math.log(22 / 5) / Math.log(16), 12);
    expect(view?.sets.map(({ at }) => at)).toEqual([0, expect.any(Number), expect.any(Number), 1]);
    expect(view?.sets[1]).toMatchObject({ name: 'Alike', text: '21' });
  });

  test('stays on the scale where its interval is the widest', () => {
    const { atCommonRows } = level;
    const interval = { low: 1, high: 400 };
    const view = yardstickView({ ...level, atCommonRows: { ...atCommonRows, interval } }, wording);
    expect([view?.file.from, view?.file.to]).toEqual([0, 1]);
    expect(view?.sets.every(({ at }) => at > 0 && at < 1)).toBe(true);
  });

  test('has a place even where all are equal', () => {
    const { atCommonRows } = level;
    const same = { q1: 20, interval: { low: 20, high: 20 } };
    const yardsticks = [{ name: 'Twin', q1: 20, low: 20, high: 20, position: 'similar' as const }];
    const view = yardstickView(
      { ...level, atCommonRows: { ...atCommonRows, ...same }, yardsticks },
      wording,
    );
    expect([view?.file.at, view?.sets[0]?.at]).toEqual([0, 0]);
  });

  test('is not shown without the common number of rows, or without sets', () => {
    const { yardsticks, ...without } = level;
    expect(yardsticks).toHaveLength(4);
    expect(yardstickView(without, wording)).toBeUndefined();
    const atCommonRows = { rows: 1000, absence: 'too-few-rows' } as const;
    expect(yardstickView({ ...level, atCommonRows }, wording)).toBeUndefined();
  });
});
