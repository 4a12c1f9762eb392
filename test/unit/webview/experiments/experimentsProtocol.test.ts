import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  isExperimentsState,
  isExperimentsToHost,
  isHostToExperiments,
} from '../../../../src/webview/experimentsProtocol.ts';

test('lets the page’s messages pass, and no others', () => {
  expect(isExperimentsToHost({ type: 'ready' })).toBe(true);
  expect(isExperimentsToHost({ type: 'planRuns' })).toBe(true);
  expect(isExperimentsToHost({ type: 'measureRuns' })).toBe(true);
  expect(isExperimentsToHost({ type: 'openLine', line: 3, preserveFocus: true })).toBe(true);
  const cell = { type: 'setCell', line: 2, place: 0, was: '', value: 'x' };
  expect(isExperimentsToHost(cell)).toBe(true);
  expect(isExperimentsToHost({ type: 'addInspection' })).toBe(true);
  expect(isExperimentsToHost({ type: 'addRun', data: 'a.jsonl' })).toBe(true);
  for (const wrong of [
    { ...cell, line: 0 },
    { ...cell, place: -1 },
    { ...cell, value: 5 },
    { ...cell, value: 'x'.repeat(10_001) },
    { type: 'addRun', data: '' },
    { type: 'openLine', line: 0, preserveFocus: true },
    { type: 'openLine', line: 1.5, preserveFocus: true },
    { type: 'openLine', line: 1 },
    { type: 'eval' },
    null,
    [],
  ]) {
    expect(isExperimentsToHost(wrong)).toBe(false);
  }
});

test('the guards never throw, whatever comes', () => {
  const tagged = fc.record({
    type: fc.constantFrom('experiments', 'openLine'),
    view: fc.anything(),
  });
  fc.assert(
    fc.property(fc.oneof(fc.anything(), tagged), (value) => {
      for (const guard of [isExperimentsState, isExperimentsToHost, isHostToExperiments]) {
        expect(typeof guard(value)).toBe('boolean');
      }
    }),
  );
});
