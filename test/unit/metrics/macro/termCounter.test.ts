import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { countTopic, createTermCounter } from '../../../../src/metrics/macro/termCounter.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

test('long rows are let go once their terms are counted', () => {
  const counter = createTermCounter();
  const letters = (row: number) => String.fromCharCode(97 + Math.floor(row / 26), 97 + (row % 26));
  function* rows(): Generator<string> {
    for (let row = 0; row < 60; row++) {
      yield Buffer.from(`uncommonlongword${letters(row)} ${'x '.repeat(500_000)}`).toString(
        'latin1',
      );
    }
  }
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  countTopic(counter, rows());
  collectGarbage();
  expect(counter.terms).toHaveLength(60);
  // Of 60 MB.
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(20e6);
});
