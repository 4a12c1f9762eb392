import { describe, expect, test } from 'vitest';
import { isPageState } from '../../../src/webview/pageState.ts';
import { isHostToPage, isPageToHost } from '../../../src/webview/protocol.ts';

const query = {
  type: 'getFlags',
  requestId: 1,
  filter: { kinds: ['row-error'], text: '12' },
  sort: { by: 'line', descending: false },
  offset: 0,
  limit: 100,
};
const state = {
  target: 'file:///a.jsonl',
  kinds: [],
  text: '',
  sort: { by: 'kind', descending: true },
  place: { section: 'flags', offsetPx: -48 },
  tableScrollTop: 10,
  activeRow: 3,
  areStepsOpen: true,
  columnWidths: { kind: 96, reason: 400 },
  fieldTabs: { macro: 'response' },
  mapGrouping: 'topic',
  rowFilter: { tag: 'a', lines: '1-5' },
  charts: { meso: 'growth' },
  openFigures: ['micro'],
};

describe('isPageToHost', () => {
  test.each([
    { type: 'ready' },
    { type: 'cancel' },
    query,
    { type: 'getClusterLines', requestId: 3, id: 'exact-duplicate-0' },
    { type: 'setThresholds', near: 0.7, semantic: 1 },
    { type: 'selectLines', filter: { kinds: ['row-error'] } },
    { type: 'writeCleanCopy', filter: { kinds: [], text: 'a' } },
    { type: 'openLine', line: 1, preserveFocus: false },
    { type: 'flagCommand', command: 'dismissFlag', id: 'quality-0', line: 7 },
    { type: 'levelCommand', command: 'thin' },
    { type: 'levelCommand', command: 'selectSubset' },
    { type: 'chooseFields', instruction: 'question' },
    { type: 'chooseFields' },
  ])('lets $type pass', (message) => {
    expect(isPageToHost(message)).toBe(true);
  });

  test.each([
    ['an unknown tag', { type: 'eval' }],
    ['an array', [query]],
    ['no filter', { ...query, filter: undefined }],
    ['an unknown kind', { ...query, filter: { kinds: ['evil'] } }],
    ['a negative offset', { ...query, offset: -1 }],
    ['a limit beyond what one answer may hold', { ...query, limit: 501 }],
    ['a threshold above 1', { type: 'setThresholds', near: 1.1, semantic: 1 }],
    ['a threshold that is no number', { type: 'setThresholds', near: NaN, semantic: '1' }],
    ['lines of an unknown kind', { type: 'selectLines', filter: { kinds: ['evil'] } }],
    ['a copy without saying of what', { type: 'writeCleanCopy' }],
    ['line 0', { type: 'openLine', line: 0, preserveFocus: true }],
    ['a command of the editor', { type: 'flagCommand', command: 'inspect', id: 'a', line: 1 }],
    ['a command on no flag', { type: 'flagCommand', command: 'showRecord', line: 1 }],
    ['another command for a level', { type: 'levelCommand', command: 'writeCleanCopy' }],
    ['a field that is no string', { type: 'chooseFields', tags: 3 }],
  ])('refuses %s', (_what, message) => {
    expect(isPageToHost(message)).toBe(false);
  });
});

test('isHostToPage refuses a state without a view that the page knows', () => {
  const message = { type: 'state', target: '', words: {}, view: { kind: 'empty' } };
  expect(isHostToPage(message)).toBe(true);
  expect(isHostToPage({ ...message, view: { kind: 'other' } })).toBe(false);
});

describe('isPageState', () => {
  test('lets what the page keeps pass', () => {
    expect(isPageState(state)).toBe(true);
  });

  test.each([
    ['a map coloured by nothing known', { mapGrouping: 'mood' }],
    ['a filter that is no text', { rowFilter: { tag: 3 } }],
    ['tabs of fields that are not measured', { fieldTabs: { macro: 'tags' } }],
    ['a chart that there is not', { charts: { meso: 'pie' } }],
    ['a chart of a level that there is not', { charts: { nano: 'growth' } }],
    ['no charts', { charts: undefined }],
    ['the width of a column that there is not', { columnWidths: { severity: 80 } }],
    ['a width that is none', { columnWidths: { line: 0 } }],
    ['open figures of a level that there is not', { openFigures: ['nano'] }],
    ['open figures that are no list', { openFigures: 'macro' }],
  ])('refuses %s', (_what, change) => {
    expect(isPageState({ ...state, ...change })).toBe(false);
  });
});
