// @ts-check
// `npm run release`: what is to be published, from a clean checkout: all tests, then the package with its SHA-256 beside it.
// With --tested the tests are left out, for a commit on which they have passed. Nothing is published, tagged or pushed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './test-results.mjs';

/**
 * Why a version cannot be released; empty where it can.
 * @param {object} facts
 * @param {string} facts.version of package.json
 * @param {string} facts.lockedVersion of package-lock.json
 * @param {string} facts.changelog text of CHANGELOG.md
 * @param {string} facts.changes what `git status --porcelain` says
 */
export function releaseFaults({ version, lockedVersion, changelog, changes }) {
  const [, newest, date] = /^## \[?(\d+\.\d+\.\d+)\]?(?: \((.*)\))?$/m.exec(changelog) ?? [];
  const faults = [];
  if (newest !== version) {
    faults.push(`CHANGELOG.md begins with ${newest ?? 'no version'}, package.json has ${version}`);
  }
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date ?? '')) {
    faults.push(`CHANGELOG.md names no day for ${newest ?? version}, such as (2026-01-31)`);
  }
  if (lockedVersion !== version) {
    faults.push(`package-lock.json has ${lockedVersion}, package.json has ${version}`);
  }
  if (changes.trim() !== '') faults.push('the checkout has changes that are not committed');
  return faults;
}

/**
 * @param {string} command
 * @param {string[]} args
 */
function run(command, args) {
  console.log(`\n── ${command} ${args.join(' ')} ──`);
  const { status } = spawnSync(command, args, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error(`Not released: ${command} ${args.join(' ')} failed.`);
    process.exit(1);
  }
}

/** @param {string} path */
const read = (path) => readFileSync(join(ROOT, path), 'utf8');

function release() {
  const { version } = JSON.parse(read('package.json'));
  const git = spawnSync('git', ['status', '--porcelain'], { cwd: ROOT, encoding: 'utf8' });
  const faults = releaseFaults({
    version,
    lockedVersion: JSON.parse(read('package-lock.json')).version,
    changelog: read('CHANGELOG.md'),
    changes: git.status === 0 ? git.stdout : 'no git checkout',
  });
  if (faults.length > 0) {
    console.error(`Not released:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    process.exit(1);
  }
  run('npm', ['ci', '--no-audit', '--no-fund']);
  // Nothing of an earlier build gets in.
  for (const folder of ['dist', 'dist-test'])
    rmSync(join(ROOT, folder), { recursive: true, force: true });
  if (process.argv.includes('--tested')) console.log('\nThe tests are left out, as asked.');
  else run('npm', ['test', '--silent']);
  run('npm', ['run', '--silent', 'package']);
  const name = `strata-${version}.vsix`;
  renameSync(join(ROOT, 'dist', 'strata.vsix'), join(ROOT, 'dist', name));
  const sha256 = createHash('sha256')
    .update(readFileSync(join(ROOT, 'dist', name)))
    .digest('hex');
  writeFileSync(join(ROOT, 'dist', `${name}.sha256`), `${sha256}  ${name}\n`);
  console.log(`\ndist/${name}\nSHA-256 ${sha256}`);
}

if (process.argv[1] === import.meta.filename) release();
