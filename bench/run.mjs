// Bundles a benchmark beside the product, so that it finds the worker, and runs it: node bench/run.mjs NAME [ARGUMENTS…]
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';
import { besideLate } from '../esbuild.mjs';

const [name, ...words] = process.argv.slice(2);
const root = join(import.meta.dirname, '..');
const outfile = join(root, 'dist', `bench-${name}.js`);
await build({
  ...besideLate,
  entryPoints: [join(root, 'bench', `${name}.ts`)],
  outfile,
  sourcemap: false,
});
execFileSync(process.execPath, [outfile, ...words], { stdio: 'inherit' });
