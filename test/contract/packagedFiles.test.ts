import { execFile } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { root } from './sources.ts';

/** All that goes into the .vsix besides the embedding table and those of byte pairs; .vscodeignore holds the same list. */
const ALLOWED = [
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'dist/THIRD-PARTY-NOTICES.txt',
  'dist/cli.js',
  'dist/englishModel.bin',
  'dist/englishTagger.js',
  'dist/extension.js',
  'dist/inputs.js',
  'dist/languages.bin',
  'dist/languages.js',
  'dist/layoutRows.js',
  'dist/lead.js',
  'dist/mcp.js',
  'dist/member.js',
  'dist/webview.css',
  'dist/webview.js',
  'examples/runs.csv',
  'examples/strata.json',
  'examples/support-generated.jsonl',
  'examples/support-generation-1.jsonl',
  'examples/support-generation-2.jsonl',
  'examples/support-generation-3.jsonl',
  'examples/support-reference.jsonl',
  'l10n/bundle.l10n.ja.json',
  'media/icon.png',
  'media/layers.svg',
  'media/walkthrough/compare.svg',
  'media/walkthrough/inspect.svg',
  'media/walkthrough/levels.svg',
  'media/walkthrough/open.svg',
  'package.json',
  'package.nls.ja.json',
  'package.nls.json',
  'schemas/strata.schema.json',
];

// The packager looks at every file of the checkout.
describe('the package', { tags: 'slow' }, () => {
  let files: string[];

  beforeAll(async () => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [join(root, 'node_modules/@vscode/vsce/vsce'), 'ls', '--no-dependencies'],
      { cwd: root },
    );
    files = stdout.split('\n').filter(Boolean).sort();
  });

  test('holds what is on the list, and all of it (run `npm run build` first)', () => {
    expect(files.filter((name) => !/^media\/(embedding|bytePairs)\//.test(name))).toEqual(ALLOWED);
  });

  test('has the tables with their attribution', () => {
    expect(files).toContain('media/embedding/ATTRIBUTION.md');
    expect(files).toContain('media/bytePairs/ATTRIBUTION.md');
  });

  test('stays below 40 MB before it is packed', () => {
    const bytes = files.reduce((sum, name) => sum + statSync(join(root, name)).size, 0);
    expect(bytes).toBeLessThan(40_000_000);
  });
});
