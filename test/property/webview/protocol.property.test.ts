import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPageState } from '../../../src/webview/pageState.ts';
import {
  CHART_CHOICES,
  FLAG_COLUMNS,
  FLAG_KINDS,
  FLAG_SORTS,
  isHostToPage,
  isPageToHost,
  LEVEL_IDS,
  MEASURED_FIELDS,
} from '../../../src/webview/protocol.ts';
import { FILTER_KEYS, ROW_GROUPINGS } from '../../../src/webview/rowsProtocol.ts';

const tags = fc.constantFrom(
  'ready',
  'getFlags',
  'selectLines',
  'writeCleanCopy',
  'getClusterLines',
  'setThresholds',
  'openLine',
  'flagCommand',
  'cancel',
  'inspectAgain',
  'chooseFields',
  'levelCommand',
  'openSettings',
  'state',
  'progress',
  'partial',
  'flags',
  'flagSummary',
  'clusterLines',
  'getRowExcerpt',
  'measureSelection',
  'clearSelection',
  'map',
  'filter',
  'selection',
  'rowExcerpt',
);

const levels = fc.constantFrom(...LEVEL_IDS);
const pageState = fc.record({
  target: fc.string(),
  kinds: fc.subarray([...FLAG_KINDS]),
  text: fc.string(),
  sort: fc.record({ by: fc.constantFrom(...FLAG_SORTS), descending: fc.boolean() }),
  place: fc.record({ section: fc.string(), offsetPx: fc.integer() }),
  tableScrollTop: fc.nat(),
  activeRow: fc.nat(),
  columnWidths: fc.dictionary(fc.constantFrom(...FLAG_COLUMNS), fc.integer({ min: 1 })),
  fieldTabs: fc.dictionary(levels, fc.constantFrom(...MEASURED_FIELDS)),
  charts: fc.dictionary(levels, fc.constantFrom(...CHART_CHOICES)),
  openFigures: fc.subarray([...LEVEL_IDS]),
  areStepsOpen: fc.boolean(),
  mapGrouping: fc.constantFrom(...ROW_GROUPINGS),
  rowFilter: fc.dictionary(fc.constantFrom(...FILTER_KEYS), fc.string()),
});

describe('the guards of the protocol', () => {
  test('never throw, whatever comes', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        for (const guard of [isPageToHost, isHostToPage, isPageState]) {
          expect(typeof guard(value)).toBe('boolean');
        }
      }),
    );
  });

  test('never throw on a known tag with arbitrary JSON around it', () => {
    fc.assert(
      fc.property(tags, fc.dictionary(fc.string(), fc.jsonValue()), (type, rest) => {
        for (const guard of [isPageToHost, isHostToPage]) {
          expect(typeof guard({ ...rest, type })).toBe('boolean');
        }
      }),
    );
  });

  test('let an openLine pass only with a line that a file can have', () => {
    fc.assert(
      fc.property(fc.oneof(fc.double(), fc.integer()), (line) => {
        const passes = isPageToHost({ type: 'openLine', line, preserveFocus: true });
        expect(passes).toBe(Number.isSafeInteger(line) && line >= 1);
      }),
    );
  });

  test('know every state of the page again after it was kept as JSON', () => {
    fc.assert(
      fc.property(pageState, (state) => {
        expect(isPageState(JSON.parse(JSON.stringify(state)))).toBe(true);
      }),
    );
  });

  test('know no state of the page in which one part was lost or is something else', () => {
    const known = [...FLAG_KINDS, ...LEVEL_IDS, ...MEASURED_FIELDS, ...CHART_CHOICES] as string[];
    const stranger = fc.string().filter((text) => !known.includes(text));
    const keys = ['kinds', 'sort', 'fieldTabs', 'charts', 'openFigures', 'mapGrouping'] as const;
    const other = fc.oneof(
      fc.constant(undefined),
      fc.integer(),
      fc.tuple(stranger),
      fc.dictionary(levels, stranger, { minKeys: 1 }),
    );
    fc.assert(
      fc.property(pageState, fc.constantFrom(...keys), other, (state, key, value) => {
        expect(isPageState({ ...state, [key]: value })).toBe(false);
      }),
    );
  });
});
