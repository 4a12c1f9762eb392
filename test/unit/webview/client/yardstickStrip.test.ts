// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { yardstickStrip } from '../../../../src/webview/client/yardstickStrip.ts';
import { englishPageWords } from '../../../../src/webview/words.ts';

const page = { words: englishPageWords };
const view = {
  title: 'Against public data sets at 1,000 rows',
  explanation: {
    means: 'What it means.',
    range: '> 0',
    meansNot: 'What not.',
    whatToDo: 'What to do.',
    formula: 'q1',
    source: 'A paper.',
  },
  sets: [
    { name: 'Few', text: '5.0', at: 0 },
    { name: 'Some', text: '11', at: 0.25 },
    { name: 'Many', text: '80', at: 1 },
  ],
  file: { text: 'this file: 20', at: 0.5, from: 0.375, to: 0.625 },
};

const left = (mark: Element) => (mark as HTMLElement).style.left;

test('each set and the file have a mark at their place, the file its interval', () => {
  const strip = yardstickStrip(view, page);
  const marks = [...strip.querySelectorAll('.yardstick-mark')];
  expect(marks.map(left)).toEqual(['0%', '25%', '100%']);
  expect(marks.map((mark) => mark.getAttribute('title'))).toEqual([
    'Few: 5.0',
    'Some: 11',
    'Many: 80',
  ]);
  expect(left(strip.querySelector('.yardstick-file')!)).toBe('50%');
  const interval = strip.querySelector<HTMLElement>('.yardstick-interval')!;
  expect([interval.style.left, interval.style.width]).toEqual(['37.5%', '25%']);
});

test('who does not see the marks is told the same, the file first', () => {
  const strip = yardstickStrip(view, page);
  expect(strip.querySelector('.yardstick-track')?.getAttribute('aria-hidden')).toBe('true');
  const items = [...strip.querySelectorAll('ul.visually-hidden li')];
  expect(items.map((item) => item.textContent)).toEqual([
    'this file: 20',
    'Few: 5.0',
    'Some: 11',
    'Many: 80',
  ]);
});

test('an (i) explains what the file is held against', () => {
  const info = yardstickStrip(view, page).querySelector('.chart-title button.info');
  expect(info?.getAttribute('aria-label')).toContain(view.title);
});

test('the ends are named; a single set once', () => {
  const ends = (strip: HTMLElement) =>
    [...strip.querySelectorAll('.yardstick-ends span')].map((end) => end.textContent);
  expect(ends(yardstickStrip(view, page))).toEqual(['Few: 5.0', 'Many: 80']);
  expect(ends(yardstickStrip({ ...view, sets: view.sets.slice(0, 1) }, page))).toEqual([
    'Few: 5.0',
  ]);
});
