import * as assert from 'node:assert/strict';
import { createDotTile8, createPlainDotTile } from '../../src/metrics/embed/kernels.ts';
import { createRandom } from '../../src/metrics/stats/random.ts';

// Node 20, which runs the other tests, does not know the instructions that the kernels use here where the processor has them.
suite('kernels in the engine of the editor', () => {
  for (const dimensions of [8, 24, 512, 520]) {
    test(`give the products of plain TypeScript for rows of ${dimensions} bytes`, () => {
      const shape = { leftCapacity: 8, rightCapacity: 12, dimensions };
      const [compiled, plain] = [createDotTile8(shape), createPlainDotTile(shape)];
      const random = createRandom(dimensions);
      for (const side of ['left', 'right'] as const) {
        plain[side].forEach((_, at) => (plain[side][at] = Math.floor(256 * random()) - 128));
        compiled[side].set(plain[side]);
      }
      compiled.multiply(8, 12);
      plain.multiply(8, 12);
      assert.deepEqual([...compiled.products], [...plain.products]);
    });
  }
});
