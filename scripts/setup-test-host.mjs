// @ts-check
// Makes test-host/latest or test-host/oldest ready: `npm ci` without install scripts, then links the few modules that the
// VS Code server asks for. Safe to repeat: does nothing while the lock file is unchanged. Needs the npm registry only.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const SELF = fileURLToPath(import.meta.url);
const TEST_HOST = resolve(dirname(SELF), '..', 'test-host');

/** @typedef {'latest' | 'oldest'} HostName */

/**
 * @param {HostName} name
 * @returns {string} the folder of the VS Code server
 */
export function setupTestHost(name) {
  const folder = join(TEST_HOST, name);
  const modules = join(folder, 'node_modules');
  const server = join(modules, 'code-server', 'lib', 'vscode');
  const stamp = join(modules, '.ready');
  const manifest = readFileSync(join(folder, 'package.json'), 'utf8');
  const wanted = createHash('sha256')
    .update(manifest)
    .update(readFileSync(join(folder, 'package-lock.json')))
    .update(readFileSync(SELF))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return server;

  console.log(`Installing the VS Code server under test-host/${name} …`);
  execFileSync(
    'npm',
    ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    // Through a shell on Windows, where npm is a batch file.
    { cwd: folder, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' },
  );
  // The server resolves its modules from its own node_modules, and serves some of them to the browser from there.
  const into = join(server, 'node_modules');
  rmSync(into, { recursive: true, force: true });
  for (const dependency of Object.keys(JSON.parse(manifest).dependencies)) {
    if (dependency === 'code-server') continue;
    const link = join(into, dependency);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(relative(dirname(link), join(modules, dependency)), link, 'junction');
  }
  writeFileSync(stamp, wanted);
  return server;
}

/**
 * The server of VS Code 1.139 needs Node 24; npm brings one where this process runs on an older one.
 * @param {HostName} name
 */
export function nodeForTestHost(name) {
  if (name === 'oldest' || Number(process.versions.node.split('.')[0]) >= 24) {
    return process.execPath;
  }
  const brought = join(
    TEST_HOST,
    `latest/node_modules/node-${process.platform}-${process.arch}/bin/node`,
  );
  if (existsSync(brought)) return brought;
  throw new Error(
    `VS Code 1.139 needs Node 24 or later to run here; this is Node ${process.versions.node}.`,
  );
}

if (process.argv[1] === SELF) {
  for (const name of process.argv.slice(2)) setupTestHost(/** @type {HostName} */ (name));
}
