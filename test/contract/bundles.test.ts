import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { beforeAll, expect, test } from 'vitest';
import { productBundles } from '../../esbuild.mjs';
import { root } from './sources.ts';

/** What each bundle is made of: its own modules with what they import, and what stays outside. */
interface Bundle {
  readonly inputs: Metafile['inputs'];
  readonly externals: readonly string[];
}

const bundles: Record<string, Bundle> = {};

beforeAll(async () => {
  for (const options of productBundles) {
    const { metafile } = await build({ ...options, write: false, metafile: true });
    const imports = Object.values(metafile.outputs).flatMap((output) => output.imports);
    bundles[options.outfile ?? ''] = {
      inputs: metafile.inputs,
      externals: [...new Set(imports.filter((i) => i.external).map((i) => i.path))],
    };
  }
});

const isBuiltin = (name: string) => builtinModules.includes(name.replace(/^node:/, ''));
const allModules = () =>
  Object.values(bundles).flatMap(({ inputs }) =>
    Object.entries(inputs).map(([path, { imports }]) => ({
      path,
      imports: imports.map((imported) => imported.path),
    })),
  );
const sourcesOf = (name: string) => Object.keys(bundles[name]?.inputs ?? {});

test('only the extension asks for vscode, and the bundles for nothing else than Node', () => {
  const others = (name: string) => bundles[name]?.externals.filter((path) => !isBuiltin(path));
  expect(others('dist/extension.js')).toEqual(['vscode']);
  // Each of them is a bundle itself, read when it is needed.
  expect(others('dist/lead.js')).toEqual(['./inputs.js']);
  expect(others('dist/member.js')?.sort()).toEqual([
    './englishTagger.js',
    './languages.js',
    './layoutRows.js',
  ]);
  expect(others('dist/inputs.js')).toEqual([]);
  expect(others('dist/languages.js')).toEqual([]);
  expect(others('dist/englishTagger.js')).toEqual([]);
  expect(others('dist/layoutRows.js')).toEqual([]);
  expect(others('dist/cli.js')).toEqual(['./mcp.js']);
  expect(others('dist/mcp.js')).toEqual([]);
  expect(bundles['dist/webview.js']?.externals).toEqual([]);
});

test('nothing but the module for endpoints can reach a network', () => {
  const network = /^(?:node:)?(?:dgram|dns|http|http2|https|inspector|net|tls|undici)(?:\/|$)/;
  for (const [name, { externals }] of Object.entries(bundles)) {
    expect(
      externals.filter((path) => network.test(path)),
      name,
    ).toEqual([]);
  }
  const own = allModules().filter(({ path }) => path.startsWith('src/'));
  const callers = [...new Set(own.map(({ path }) => path))].filter((path) =>
    /\b(?:fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon)\s*\(/.test(
      readFileSync(join(root, path), 'utf8'),
    ),
  );
  expect(callers).toEqual(['src/engine/embeddingEndpoint.ts']);
});

test('vscode is imported by extension.ts, host/ and webview/panel.ts only', () => {
  const importers = allModules().filter(({ imports }) => imports.includes('vscode'));
  for (const { path } of importers) {
    expect(path).toMatch(/^src\/(extension\.ts|host\/|webview\/panel\.ts)/);
  }
});

test('the page is made of its own modules, the protocols, its libraries and what fills words in', () => {
  for (const path of sourcesOf('dist/webview.js')) {
    expect(path).toMatch(
      /^(src\/webview\/(client\/|(protocol|rowsProtocol|experimentsProtocol|sheetProtocol|guards|pageState|panelTerms|flagKindLabel|headlineText|fill|words)\.ts)|src\/metrics\/text\/fill\.ts|node_modules\/)/,
    );
  }
});

test('the host does not carry the page, the measuring or its libraries', () => {
  for (const path of sourcesOf('dist/extension.js')) {
    expect(path).not.toMatch(/^(src\/webview\/client\/|node_modules\/)/);
    expect(path).not.toMatch(/^src\/metrics\/(micro|meso|macro|flags|embed)\//);
  }
});

test('metrics/ imports only itself and named pure libraries', () => {
  const pure = /^(src\/metrics\/|node_modules\/(umap-js|wink-[\w-]+)\/)/;
  for (const { path, imports } of allModules()) {
    if (!path.startsWith('src/metrics/')) continue;
    for (const imported of imports) expect(imported, path).toMatch(pure);
  }
});

test('the levels of metrics/ do not import one another, and nothing imports upwards', () => {
  const closed: Readonly<Record<string, RegExp>> = {
    stats: /metrics\/(text|embed|micro|meso|macro|flags|compare|select|experiments)\//,
    text: /metrics\/(embed|micro|meso|macro|flags|compare|select|experiments)\//,
    embed: /metrics\/(micro|meso|macro|flags|compare|select|experiments)\//,
    micro: /metrics\/(meso|macro|flags|compare|select)\//,
    meso: /metrics\/(micro|macro|flags|compare|select)\//,
    macro: /metrics\/(micro|meso|flags|compare|select)\//,
    flags: /metrics\/(micro|meso|macro|compare|select)\//,
  };
  for (const { path, imports } of allModules()) {
    const room = /^src\/metrics\/(\w+)\//.exec(path)?.[1];
    const forbidden = room && closed[room];
    if (!forbidden) continue;
    for (const imported of imports) expect(imported, path).not.toMatch(forbidden);
  }
});

test('data/ does not reach into engine/, nor these two into the faces', () => {
  for (const { path, imports } of allModules()) {
    const forbidden = path.startsWith('src/data/')
      ? /^src\/(engine|host|webview|terminal)\//
      : path.startsWith('src/engine/')
        ? /^src\/(host|webview|terminal)\//
        : undefined;
    if (!forbidden) continue;
    for (const imported of imports) expect(imported, path).not.toMatch(forbidden);
  }
});
