// @ts-check
// Writes what the glossary says into docs/metrics.md, docs/metrics.ja.md and the table of the README.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { format, resolveConfig } from 'prettier';

const root = join(import.meta.dirname, '..');
const { outputFiles } = await build({
  entryPoints: [join(root, 'src/glossary/markdown.ts')],
  bundle: true,
  format: 'esm',
  write: false,
});
const code = Buffer.from(outputFiles[0]?.contents ?? []).toString('base64');
const { glossaryPage, readmeTable } = await import(`data:text/javascript;base64,${code}`);

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

/** @param {string} name @param {string} text */
async function write(name, text) {
  const path = join(root, name);
  const options = await resolveConfig(path);
  writeFileSync(path, await format(text, { ...options, filepath: path }));
}
