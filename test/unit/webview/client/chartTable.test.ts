// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { growthTable } from '../../../../src/webview/client/chartTable.ts';
import type { PageContext } from '../../../../src/webview/client/pageContext.ts';
import type { GrowthView } from '../../../../src/webview/protocol.ts';
import { growthView } from '../../../../src/webview/viewModel/growthView.ts';
import { createWording } from '../../../../src/webview/viewModel/wording.ts';
import { measuredLevels } from '../measuredLevels.ts';
import { withoutIntervals } from '../withoutIntervals.ts';
import { withYardsticks } from '../withYardsticks.ts';

const wording = createWording((english) => english, 'en');
const page = { words: wording.page } as PageContext;

function openTables(view: GrowthView): string[][][] {
  const details = growthTable(view, page);
  expect(details.querySelector('table')).toBeNull();
  details.dispatchEvent(new Event('toggle'));
  return [...details.querySelectorAll('table')].map((table) =>
    [...table.querySelectorAll('tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent),
    ),
  );
}

test('the table behind the growth chart has its points with their intervals', () => {
  const tables = openTables(growthView(measuredLevels.macro, wording)!);
  expect(tables).toHaveLength(1);
  expect(tables[0]?.[0]).toEqual([
    'Rows',
    'Effective number of kinds',
    'Low',
    'High',
    'Sample coverage',
  ]);
  expect(tables[0]?.[4]).toEqual(['303', '9.2', '8.3', '10', '90%']);
});

test('and no columns for intervals where the rows tell none', () => {
  const [table] = openTables(growthView(withoutIntervals(measuredLevels.macro), wording)!);
  expect(table?.[0]).toEqual(['Rows', 'Effective number of kinds', 'Sample coverage']);
  expect(table?.[4]).toEqual(['303', '9.2', '90%']);
});

test('a label stands at the end of its column where figures do, and at the start where names do', () => {
  const details = growthTable(growthView(withYardsticks(measuredLevels.macro), wording)!, page);
  details.dispatchEvent(new Event('toggle'));
  const [points, sets] = [...details.querySelectorAll('thead')].map((head) =>
    [...head.querySelectorAll('th')].map((label) => label.className),
  );
  expect(points).toEqual(['number', 'number', 'number', 'number', 'number']);
  expect(sets).toEqual(['', 'number', 'number', 'number']);
});

test('and all public sets, also those that are not drawn', () => {
  const [, sets] = openTables(growthView(withYardsticks(measuredLevels.macro), wording)!);
  expect(sets).toEqual([
    ['Data set', 'Effective number of kinds', 'Low', 'High'],
    ['Lowest', '5.0', '4.5', '5.5'],
    ['Alike', '21', '19', '23'],
    ['Higher', '30', '28', '32'],
    ['Far above', '80', '78', '82'],
  ]);
});

test('each figure has its label with it, for a panel too narrow for columns', () => {
  const details = growthTable(growthView(withYardsticks(measuredLevels.macro), wording)!, page);
  details.dispatchEvent(new Event('toggle'));
  const [, sets] = details.querySelectorAll('tbody');
  const cells = [...sets!.querySelector('tr')!.children];
  const labels = cells.map((cell) => cell.getAttribute('data-label'));
  expect(labels).toEqual([null, 'Effective number of kinds', 'Low', 'High']);
});
