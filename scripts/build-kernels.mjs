// Compiles the AssemblyScript kernels into src/metrics/embed/kernelModule.ts, which is committed.
// `node scripts/build-kernels.mjs --check` compares instead of writing and exits 1 where the file is out of date.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const folder = 'src/metrics/embed/kernels';
const names = [
  'dotTile',
  'sumRows',
  'sumEntries',
  'vectorHalves',
  'addVector',
  'quantize',
  'searchTile',
  'gram',
  'tridiagonal',
  'unitRows',
];
const target = 'src/metrics/embed/kernelModule.ts';
const root = fileURLToPath(new URL('..', import.meta.url));

/** @returns {Promise<string>} the text of kernelModule.ts */
async function compileKernels() {
  const kernels = await compile(names, []);
  // A module of its own over the memory of the first, since an engine that does not know its instructions refuses it whole.
  const relaxed = await compile(
    ['dotTile'],
    ['--enable', 'relaxed-simd', '--importMemory', '--noExportMemory'],
  );
  return [
    `// Written by scripts/build-kernels.mjs from ${folder}. Do not edit.`,
    '',
    '/** The compiled kernels, base64. */',
    'export const kernelModuleBase64 =',
    `${asLines(kernels)};`,
    '',
    '/** Those with relaxed SIMD, which some engines do not know. */',
    'export const relaxedModuleBase64 =',
    `${asLines(relaxed)};`,
    '',
  ].join('\n');
}

/** @param {Uint8Array} binary */
function asLines(binary) {
  const base64 = Buffer.from(binary).toString('base64');
  return base64
    .match(/.{1,92}/g)
    .map((line) => `  '${line}'`)
    .join(' +\n');
}

/**
 * @param {string[]} names files of the folder
 * @param {string[]} options
 * @returns {Promise<Uint8Array>} the module
 */
async function compile(names, options) {
  const written = new Map();
  const { error, stderr } = await asc.main(
    [
      ...names.map((name) => `${folder}/${name}.ts`),
      '--outFile',
      'kernels.wasm',
      '-O3',
      '--noAssert',
      '--runtime',
      'stub',
      '--enable',
      'simd',
      ...options,
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
  if (error) throw new Error(`${folder} does not compile: ${error.message}\n${stderr.toString()}`);
  return written.get('kernels.wasm');
}

const text = await compileKernels();
if (!process.argv.includes('--check')) writeFileSync(root + target, text);
else if (readFileSync(root + target, 'utf8') !== text) {
  console.error(`${target} is out of date: run node scripts/build-kernels.mjs`);
  process.exitCode = 1;
}
