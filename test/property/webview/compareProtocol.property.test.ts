import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  isComparePageState,
  isComparePageToHost,
  isHostToComparePage,
  type ComparePageToHost,
} from '../../../src/webview/compareProtocol.ts';

const line = fc.integer({ min: 1, max: 1e9 });
const message: fc.Arbitrary<ComparePageToHost> = fc.oneof(
  fc.constantFrom(
    { type: 'ready' as const },
    { type: 'writeCleanCopy' as const },
    { type: 'compareAgain' as const },
    { type: 'cancel' as const },
  ),
  fc.record({
    type: fc.constant('openLine' as const),
    in: fc.constantFrom('dataset' as const, 'reference' as const),
    line,
  }),
  fc.record({ type: fc.constant('compareRows' as const), line, referenceLine: line }),
);

test('every message of the page passes, also through a structured clone', () => {
  fc.assert(
    fc.property(message, (sent) => {
      expect(isComparePageToHost(structuredClone(sent))).toBe(true);
    }),
  );
});

test('nothing makes a guard throw, and what has a wrong part does not pass', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      for (const guard of [isComparePageToHost, isHostToComparePage, isComparePageState]) {
        expect(typeof guard(value)).toBe('boolean');
      }
    }),
  );
  for (const wrong of [
    { type: 'openLine', in: 'other', line: 1 },
    { type: 'openLine', in: 'dataset', line: 0 },
    { type: 'compareRows', line: 1.5, referenceLine: 1 },
    { type: 'compareRows', line: 1 },
    { type: 'inspect' },
  ]) {
    expect(isComparePageToHost(wrong)).toBe(false);
  }
});
