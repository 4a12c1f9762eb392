import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { compileKernels } from '../../../../scripts/build-kernels.mjs';

const committed = new URL('../../../../src/metrics/embed/kernelModule.ts', import.meta.url);

test('the committed kernels are what their source compiles to', async () => {
  const compile = compileKernels as () => Promise<string>;
  expect(readFileSync(fileURLToPath(committed), 'utf8')).toBe(await compile());
});
