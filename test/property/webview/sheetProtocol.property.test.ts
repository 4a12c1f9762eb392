import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  isHostToSheet,
  isSheetState,
  isSheetToHost,
  type SheetToHost,
} from '../../../src/webview/sheetProtocol.ts';

const place = { file: fc.nat(20), line: fc.integer({ min: 1, max: 1e9 }) };
const text = fc.string();
const message: fc.Arbitrary<SheetToHost> = fc.oneof(
  fc.constantFrom(
    { type: 'ready' as const },
    { type: 'again' as const },
    { type: 'cancel' as const },
  ),
  fc.record({ type: fc.constant('openLine' as const), ...place }),
  fc.record({ type: fc.constant('openLine' as const), preserveFocus: fc.boolean(), ...place }),
  fc.record({ type: fc.constant('getRowExcerpt' as const), ...place }),
  fc.record({
    type: fc.constant('compareRows' as const),
    rows: fc.array(fc.record(place), { minLength: 2, maxLength: 2 }),
  }),
  fc.record({ type: fc.constant('copy' as const), text }),
  fc.record({ type: fc.constant('act' as const), id: text }),
  fc.record({ type: fc.constant('set' as const), id: text, value: text }),
);

test('every message of the page passes, also through a structured clone', () => {
  fc.assert(
    fc.property(message, (sent) => {
      expect(isSheetToHost(structuredClone(sent))).toBe(true);
    }),
  );
});

test('nothing makes a guard throw, and what has a wrong part does not pass', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      for (const guard of [isSheetToHost, isHostToSheet, isSheetState]) {
        expect(typeof guard(value)).toBe('boolean');
      }
    }),
  );
  for (const wrong of [
    { type: 'openLine', file: -1, line: 1 },
    { type: 'openLine', file: 0, line: 0 },
    { type: 'openLine', file: 0, line: 1, preserveFocus: 'yes' },
    { type: 'getRowExcerpt', file: 0 },
    { type: 'compareRows', rows: [{ file: 0, line: 1 }] },
    {
      type: 'compareRows',
      rows: [
        { file: 0, line: 1.5 },
        { file: 1, line: 1 },
      ],
    },
    { type: 'set', id: 'degree' },
    { type: 'set', id: 'degree', value: 'x'.repeat(10_001) },
    { type: 'copy', text: 'x'.repeat(100_001) },
    { type: 'inspect' },
  ]) {
    expect(isSheetToHost(wrong)).toBe(false);
  }
});
