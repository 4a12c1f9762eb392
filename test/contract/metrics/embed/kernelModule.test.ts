import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const script = fileURLToPath(new URL('../../../../scripts/build-kernels.mjs', import.meta.url));

test('the committed kernels are what their source compiles to', { tags: 'slow' }, () => {
  // In a process of its own: the compiler's types and globals must not reach the other tests.
  const { status, stderr } = spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(status).toBe(0);
});
