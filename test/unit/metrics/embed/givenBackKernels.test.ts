import { expect, test, vi } from 'vitest';
import { classifierTwoSampleTest } from '../../../../src/metrics/compare/classifierTwoSampleTest.ts';
import { maximumMeanDiscrepancy } from '../../../../src/metrics/compare/maximumMeanDiscrepancy.ts';
import { wordMeanings } from '../../../../src/metrics/embed/wordMeanings.ts';
import { trustworthiness } from '../../../../src/metrics/map/trustworthiness.ts';
import { synonymGroups } from '../../../../src/metrics/meso/synonymGroups.ts';
import { builtInTable } from './builtInTable.ts';
import { clusteredRows, matrixOf } from './matrixOf.ts';

const near = matrixOf(clusteredRows(4, 20, 0.3, 1));
const far = matrixOf(clusteredRows(4, 20, 0.3, 2));
const rows = Uint32Array.from({ length: near.rows }, (_, row) => row);
const positions = Float32Array.from({ length: 2 * near.rows }, (_, i) => (i * 37) % 101);
const meanings = wordMeanings(builtInTable);

const uses: Readonly<Record<string, () => unknown>> = {
  'to tell two files apart': () => classifierTwoSampleTest(near, far, { seed: 1 }),
  'for the discrepancy of two files': () => maximumMeanDiscrepancy(near, far, { seed: 1 }),
  'for the trustworthiness of a map': () => trustworthiness(near, rows, positions, 5, near.rows),
  'to merge synonyms': () => synonymGroups(['car', 'auto', 'dog'], meanings, 0.5),
};

// A new instance has a memory of its own and makes what calls it be compiled anew.
test.for(Object.entries(uses))('what was borrowed %s serves the next', ([, use]) => {
  const first = use();
  expect(first).toBeDefined();
  const made = vi.spyOn(WebAssembly, 'Instance');
  expect(use()).toEqual(first);
  expect(made).not.toHaveBeenCalled();
  made.mockRestore();
});
