// @ts-check
// Builds dist/: the extension, the engine's worker, the terminal program, the page. With --tests also dist-test/; with
// --watch it stays and rebuilds.
import { chmodSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { quickEnglishModel } from './scripts/english-model.mjs';
import { quickLanguageNgrams } from './scripts/language-ngrams.mjs';
import { thirdPartyNotices } from './scripts/third-party-notices.mjs';

/** @type {esbuild.BuildOptions} */
const shared = {
  absWorkingDir: import.meta.dirname,
  bundle: true,
  sourcemap: true,
  metafile: true,
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
};

/** Node 20: what VS Code 1.100 carries. @type {esbuild.BuildOptions} */
const node = {
  ...shared,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  // Names stay: they are what one reads in the log after a fault.
  minifySyntax: true,
  minifyWhitespace: true,
};

/**
 * Parts that a thread or a command reads only when it comes to need them: what is imported, and the bundle that it is.
 */
const LATE_BUNDLES = {
  'eld/extrasmall': 'languages',
  '../metrics/meso/englishTagger.ts': 'englishTagger',
  '../../metrics/map/layoutRows.ts': 'layoutRows',
  '../agents/mcp/serveMcp.ts': 'mcp',
  '../../data/inputs/convertInput.ts': 'inputs',
};

/** Leaves late parts out of the bundle that imports them. @type {esbuild.Plugin} */
const late = {
  name: 'late',
  setup(build) {
    build.onResolve({ filter: /./ }, ({ kind, path }) => {
      const bundle =
        kind === 'dynamic-import' && /** @type {Record<string, string>} */ (LATE_BUNDLES)[path];
      return bundle ? { path: `./${bundle}.js`, external: true } : undefined;
    });
  },
};

/** For a bundle beside the late ones, which it finds there by `require`. @type {esbuild.BuildOptions} */
export const besideLate = { ...node, plugins: [late], supported: { 'dynamic-import': false } };

/** @type {esbuild.BuildOptions[]} */
export const productBundles = [
  {
    ...node,
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/extension.js',
    external: ['vscode'],
  },
  {
    ...besideLate,
    entryPoints: ['src/engine/lead.ts'],
    outfile: 'dist/lead.js',
  },
  {
    ...besideLate,
    entryPoints: ['src/engine/member.ts'],
    outfile: 'dist/member.js',
  },
  { ...node, entryPoints: ['src/data/inputs/convertInput.ts'], outfile: 'dist/inputs.js' },
  {
    ...node,
    entryPoints: ['eld/extrasmall'],
    outfile: 'dist/languages.js',
    plugins: [quickLanguageNgrams],
    assetNames: '[name]',
  },
  {
    ...node,
    entryPoints: ['src/metrics/meso/englishTagger.ts'],
    outfile: 'dist/englishTagger.js',
    plugins: [quickEnglishModel],
    assetNames: '[name]',
  },
  { ...node, entryPoints: ['src/metrics/map/layoutRows.ts'], outfile: 'dist/layoutRows.js' },
  {
    ...node,
    entryPoints: ['src/cli.ts'],
    outfile: 'dist/cli.js',
    banner: { js: '#!/usr/bin/env node' },
    plugins: [late],
    supported: { 'dynamic-import': false },
  },
  {
    ...node,
    entryPoints: ['src/agents/mcp/serveMcp.ts'],
    outfile: 'dist/mcp.js',
    // Nearly all of it is the protocol's library: short names make it a quarter smaller.
    minifyIdentifiers: true,
  },
  {
    ...shared,
    entryPoints: ['src/webview/client/main.ts'],
    outfile: 'dist/webview.js',
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    minify: true,
  },
  {
    ...shared,
    entryPoints: ['src/webview/client/styles/pages.css'],
    outfile: 'dist/webview.css',
    minify: true,
  },
];

/**
 * The suites that run outside vitest: in VS Code's extension host, which loads CommonJS, and against a window in a browser,
 * where the scripts that start both are modules of Node and stay outside the bundle.
 */
function testBundles() {
  return [
    testBundle('host', { format: 'cjs', external: ['vscode', 'mocha'] }),
    testBundle('e2e', {
      format: 'esm',
      outExtension: { '.js': '.mjs' },
      external: ['mocha', '../../scripts/*'],
    }),
  ];
}

/**
 * @param {string} suite
 * @param {esbuild.BuildOptions} options
 * @returns {esbuild.BuildOptions}
 */
function testBundle(suite, options) {
  const folder = join('test', suite);
  const tests = readdirSync(join(import.meta.dirname, folder))
    .filter((name) => name === 'index.ts' || name.endsWith('.test.ts'))
    .map((name) => join(folder, name));
  return { ...node, entryPoints: tests, outdir: join('dist-test', suite), ...options };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const options = [...productBundles, ...(process.argv.includes('--tests') ? testBundles() : [])];
  if (process.argv.includes('--watch')) {
    const contexts = await Promise.all(options.map((each) => esbuild.context(each)));
    await Promise.all(contexts.map((context) => context.watch()));
  } else {
    const results = await Promise.all(options.map((each) => esbuild.build(each)));
    const inputs = results
      .slice(0, productBundles.length)
      .flatMap(({ metafile }) => Object.keys(metafile?.inputs ?? {}));
    writeFileSync(
      join(import.meta.dirname, 'dist/THIRD-PARTY-NOTICES.txt'),
      thirdPartyNotices(inputs),
    );
    chmodSync(join(import.meta.dirname, 'dist/cli.js'), 0o755);
  }
}
