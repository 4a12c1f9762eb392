// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { thresholdSliders } from '../../../../src/webview/client/thresholdSliders.ts';
import type { PageToHost } from '../../../../src/webview/protocol.ts';
import { createWording } from '../../../../src/webview/viewModel/wording.ts';

const words = createWording((english) => english, 'en').page;
const thresholds = { near: { value: 0.7, lowest: 0.5 }, semantic: { value: 0.95, lowest: 0.9 } };

let posted: PageToHost[];
let sliders: ReturnType<typeof thresholdSliders>;
beforeEach(() => {
  posted = [];
  sliders = thresholdSliders(thresholds, {
    words,
    post: (message) => posted.push(message),
    state: () => {
      throw new Error('not needed');
    },
    remember: () => undefined,
  });
});

const inputs = () => [...sliders.element.querySelectorAll('input')];
const slide = (index: number, value: string) => {
  const input = inputs()[index]!;
  input.value = value;
  input.dispatchEvent(new Event('input'));
};
const asked = () => posted.map((message) => message.type === 'setThresholds' && message.near);

describe('the sliders of the thresholds', () => {
  test('reach from what was kept up to 1, are named and say their value', () => {
    expect(inputs().map(({ min, max, value }) => [min, max, value])).toEqual([
      ['0.5', '1', '0.7'],
      ['0.9', '1', '0.95'],
    ]);
    const labels = [...sliders.element.querySelectorAll('label')];
    expect(labels.map((label) => label.querySelector('span')?.textContent)).toEqual([
      words.nearThreshold,
      words.semanticThreshold,
    ]);
    slide(0, '0.82');
    expect(sliders.element.querySelector('output')?.textContent).toBe('0.82');
    expect(posted).toEqual([{ type: 'setThresholds', near: 0.82, semantic: 0.95 }]);
  });

  test('ask for the last position only, while an answer is awaited', () => {
    for (const value of ['0.8', '0.81', '0.82', '0.9']) slide(0, value);
    expect(asked()).toEqual([0.8]);
    sliders.show(thresholds);
    expect(asked()).toEqual([0.8, 0.9]);
    sliders.show(thresholds);
    slide(0, '0.6');
    expect(asked()).toEqual([0.8, 0.9, 0.6]);
  });

  test('say what is expected of the threshold', () => {
    const note = 'On known data 81% …';
    sliders.show({ ...thresholds, semantic: { ...thresholds.semantic, note } });
    expect(sliders.element.textContent).toContain(note);
  });
});
