// Compiles the AssemblyScript kernels into src/metrics/embed/kernelModule.ts, which is committed.
// `node scripts/build-kernels.mjs --check` compares instead of writing and exits 1 where the file is out of date.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const folder = 'src/metrics/embed/kernels';
const sources = [
  'dotTile',
  'sumRows',
  'vectorHalves',
  'addVector',
  'quantize',
  'searchTile',
  'gram',
  'tridiagonal',
  'unitRows',
].map((name) => `${folder}/${name}.ts`);
const target = 'src/metrics/embed/kernelModule.ts';
const root = fileURLToPath(new URL('..', import.meta.url));

/** @returns {Promise<string>} the text of kernelModule.ts */
export async function compileKernels() {
  const { error, stderr, binaryOf } = await compile();
  if (error) throw new Error(`${folder} does not compile: ${error.message}\n${stderr.toString()}`);
  const base64 = Buffer.from(binaryOf('kernels.wasm')).toString('base64');
  const lines = base64.match(/.{1,92}/g).map((line) => `  '${line}'`);
  return [
    `// Written by scripts/build-kernels.mjs from ${folder}. Do not edit.`,
    '',
    '/** The compiled kernels, base64. */',
    'export const kernelModuleBase64 =',
    `${lines.join(' +\n')};`,
    '',
  ].join('\n');
}

async function compile() {
  const written = new Map();
  const result = await asc.main(
    [
      ...sources,
      '--outFile',
      'kernels.wasm',
      '-O3',
      '--noAssert',
      '--runtime',
      'stub',
      '--enable',
      'simd',
    ],
    {
      readFile: (name) => {
        try {
          return readFileSync(`${root}/${name}`, 'utf8');
        } catch {
          return null;
        }
      },
      writeFile: (name, contents) => void written.set(name, contents),
    },
  );
  return { ...result, binaryOf: (name) => written.get(name) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = await compileKernels();
  if (!process.argv.includes('--check')) writeFileSync(root + target, text);
  else if (readFileSync(root + target, 'utf8') !== text) {
    console.error(`${target} is out of date: run node scripts/build-kernels.mjs`);
    process.exitCode = 1;
  }
}
