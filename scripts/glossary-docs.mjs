// @ts-check
// Writes what is made from the glossary: docs/metrics.md, docs/metrics.ja.md, the table of the
// README, and the schema of strata.json.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { formatText } from './format-text.mjs';

const root = join(import.meta.dirname, '..');
const { glossaryPage, readmeTable } = await load('src/glossary/markdown.ts');
const { configSchema } = await load('src/check/configSchema.ts');

/** @type {Record<string, string>} */
const japanese = JSON.parse(readFileSync(join(root, 'l10n/bundle.l10n.ja.json'), 'utf8'));
await write(
  'docs/metrics.md',
  glossaryPage((/** @type {string} */ english) => english),
);
await write(
  'docs/metrics.ja.md',
  glossaryPage((/** @type {string} */ english) => japanese[english] ?? english),
);
const readme = readFileSync(join(root, 'README.md'), 'utf8');
await write(
  'README.md',
  readme.replace(/(<!-- figures -->\n).*(\n<!-- \/figures -->)/su, `$1\n${readmeTable()}\n$2`),
);

await write('schemas/strata.schema.json', JSON.stringify(configSchema()));

/** The exports of a module of the source. @param {string} name */
async function load(name) {
  const { outputFiles } = await build({
    entryPoints: [join(root, name)],
    bundle: true,
    format: 'esm',
    write: false,
  });
  const code = Buffer.from(outputFiles[0]?.contents ?? []).toString('base64');
  return import(`data:text/javascript;base64,${code}`);
}

/** @param {string} name @param {string} text */
async function write(name, text) {
  writeFileSync(join(root, name), await formatText(name, text));
}
