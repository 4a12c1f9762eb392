import { execFile } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import { root } from './sources.ts';

/** All that goes into the .vsix besides the embedding table; .vscodeignore holds the same list. */
const ALLOWED = [
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'dist/THIRD-PARTY-NOTICES.txt',
  'dist/cli.js',
  'dist/extension.js',
  'dist/lead.js',
  'dist/member.js',
  'dist/webview.js',
  'l10n/bundle.l10n.ja.json',
  'media/icon.png',
  'media/layers.svg',
  'media/panel.css',
  'package.json',
  'package.nls.ja.json',
  'package.nls.json',
];

let files: string[];

beforeAll(async () => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(root, 'node_modules/@vscode/vsce/vsce'), 'ls', '--no-dependencies'],
    { cwd: root },
  );
  files = stdout.split('\n').filter(Boolean).sort();
}, 60_000);

test('the package holds what is on the list, and all of it (run `npm run build` first)', () => {
  expect(files.filter((name) => !name.startsWith('media/embedding/'))).toEqual(ALLOWED);
});

test('the embedding table goes along, with its attribution', () => {
  expect(files.some((name) => /^media\/embedding\/ATTRIBUTION\b/.test(name))).toBe(true);
});

test('the files stay below 40 MB before they are packed', () => {
  const bytes = files.reduce((sum, name) => sum + statSync(join(root, name)).size, 0);
  expect(bytes).toBeLessThan(40_000_000);
});
