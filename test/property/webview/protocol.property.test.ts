import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isHostToPage, isPageState, isPageToHost } from '../../../src/webview/protocol.ts';

const tags = fc.constantFrom(
  'ready',
  'getFlags',
  'getClusterLines',
  'setThresholds',
  'openLine',
  'cancel',
  'inspectAgain',
  'chooseFields',
  'openSettings',
  'state',
  'progress',
  'partial',
  'flags',
  'flagSummary',
  'clusterLines',
);

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
});
