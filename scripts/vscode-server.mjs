// @ts-check
// Starts the VS Code server that npm installs under test-host/, for `npm start`, the in-host tests and the end-to-end tests.
import { spawn } from 'node:child_process';
import { mkdirSync, openSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { nodeForTestHost, setupTestHost } from './setup-test-host.mjs';
import { removeTempFolder, tempFolder } from './temp-folder.mjs';

const START_LIMIT_MS = 200_000;

/** json brings the language id `jsonl`; the themes bring the colours that a person sees. The others only cost start time. */
const BUILT_IN_EXTENSIONS = ['json', 'theme-defaults', 'theme-seti'];

/** User settings that make a first run quiet, quick and the same each time. */
const SETTINGS = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.settings.enableNaturalLanguageSearch': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  // The web's default saves as one types.
  'files.autoSave': 'off',
  'window.restoreWindows': 'none',
  'workbench.reduceMotion': 'on',
};

/** A folder opens in restricted mode, without a question. */
const TRUST_SETTINGS = {
  'security.workspace.trust.enabled': true,
  'security.workspace.trust.startupPrompt': 'never',
};

/** @type {Set<number>} Process groups of the servers that run. */
const groups = new Set();
process.on('exit', () => groups.forEach((group) => signalGroup(group, 'SIGKILL')));
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.once(signal, () => process.exit(130));
}

/**
 * @param {number} group
 * @param {NodeJS.Signals} signal
 */
function signalGroup(group, signal) {
  try {
    process.kill(process.platform === 'win32' ? group : -group, signal);
  } catch {
    // It has ended already.
  }
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((done, failed) => {
    const probe = createServer().once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/**
 * Waits for a server that is being started.
 * @param {string} address
 * @param {() => boolean} hasEnded
 * @returns whether it answers; false once it has ended, or the time for it is over
 */
async function answers(address, hasEnded) {
  for (const end = Date.now() + START_LIMIT_MS; !hasEnded() && Date.now() <= end; await sleep(50)) {
    const isThere = await fetch(`${address}/version`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isThere) return true;
  }
  return false;
}

/**
 * @param {string} folder opened as the workspace
 * @param {number} port
 * @param {{ file?: string, extension?: string, tests?: string }} opened a file in an editor, the folder of an extension under
 *   development, a module whose `run` the extension host calls
 */
function windowUrl(folder, port, { file, extension, tests }) {
  /** @param {string} path */
  const remote = (path) => `vscode-remote://127.0.0.1:${port}${resolve(path)}`;
  const payload = [
    ...(file ? [['openFile', remote(file)]] : []),
    ...(extension ? [['extensionDevelopmentPath', remote(extension)]] : []),
    ...(tests ? [['extensionTestsPath', remote(tests)]] : []),
  ];
  const query = new URLSearchParams({ folder: resolve(folder) });
  if (payload.length > 0) query.set('payload', JSON.stringify(payload));
  return `http://127.0.0.1:${port}/?${query.toString()}`;
}

/**
 * @typedef {object} ServerOptions
 * @property {import('./setup-test-host.mjs').HostName} [host]
 * @property {Record<string, unknown>} [settings] more user settings
 * @property {Record<string, string>} [env]
 * @property {boolean} [forTests] the in-host test runner: needs a switch that also hides toasts and refuses dialogs
 * @property {string} [vsix] a packaged extension to install first
 * @property {string} [log] where the server's own log goes
 * @property {boolean} [withTrust] folders are not trusted until the person says so
 */

/** @param {ServerOptions} [options] */
export async function startServer({
  host = 'latest',
  settings = {},
  env = {},
  forTests = false,
  vsix,
  log,
  withTrust = false,
} = {}) {
  const server = setupTestHost(host);
  const folder = tempFolder('server');
  const data = join(folder, 'data');
  const builtIn = join(folder, 'built-in');
  const port = await freePort();
  for (const created of [join(data, 'data', 'User'), builtIn, join(folder, 'extensions')]) {
    mkdirSync(created, { recursive: true });
  }
  for (const name of BUILT_IN_EXTENSIONS) {
    symlinkSync(join(server, 'extensions', name), join(builtIn, name), 'junction');
  }
  writeFileSync(
    join(data, 'data', 'User', 'settings.json'),
    JSON.stringify({ ...SETTINGS, ...(withTrust && TRUST_SETTINGS), ...settings }, null, 2),
  );
  const logFile = log ?? join(folder, 'server.log');
  const output = openSync(logFile, 'w');
  const child = spawn(
    nodeForTestHost(host),
    [
      join(server, 'out', 'server-main.js'),
      ...['--host', '127.0.0.1', '--port', String(port)],
      ...['--without-connection-token', '--accept-server-license-terms'],
      ...['--server-data-dir', data, '--extensions-dir', join(folder, 'extensions')],
      ...['--builtin-extensions-dir', builtIn],
      ...['--disable-telemetry', '--disable-experiments'],
      ...(withTrust ? [] : ['--disable-workspace-trust']),
      ...(forTests ? ['--enable-smoke-test-driver'] : []),
      ...(vsix ? ['--install-extension', resolve(vsix), '--start-server'] : []),
    ],
    {
      stdio: ['ignore', output, output],
      detached: process.platform !== 'win32',
      // Without a gallery the workbench asks nobody on the network.
      env: { ...process.env, HOME: folder, EXTENSIONS_GALLERY: '{}', ...env },
    },
  );
  const group = child.pid;
  if (group === undefined) throw new Error('the VS Code server could not be started');
  groups.add(group);
  let ended = false;
  child.once('exit', () => (ended = true));
  const address = `http://127.0.0.1:${port}`;
  if (!(await answers(address, () => ended))) {
    const tail = readFileSync(logFile, 'utf8').slice(-3000);
    throw new Error(`the VS Code server did not start; the end of its log:\n${tail}`);
  }
  return {
    address,
    logFile,
    /** Resolves when the server ends, whatever the cause. */
    ended: new Promise((done) => (ended ? done(undefined) : child.once('exit', done))),
    /**
     * Address of a window.
     * @param {{ folder: string, file?: string, extension?: string, tests?: string }} window
     */
    url: ({ folder: workspace, ...opened }) => windowUrl(workspace, port, opened),
    async stop() {
      signalGroup(group, 'SIGTERM');
      for (let i = 0; i < 40 && !ended; i++) await sleep(50);
      signalGroup(group, 'SIGKILL');
      groups.delete(group);
      removeTempFolder(folder);
    },
  };
}
