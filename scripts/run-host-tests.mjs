// @ts-check
// Runs test/host in the extension host of a real VS Code: `node scripts/run-host-tests.mjs latest|oldest`.
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import { startBrowser } from './browser.mjs';
import { tempFolder } from './temp-folder.mjs';
import { freshResultsFile, ROOT, tellMochaResults } from './test-results.mjs';
import { startServer } from './vscode-server.mjs';

const LIMIT_MS = Number(process.env['STRATA_HOST_TEST_LIMIT_MS'] ?? 1_800_000);

// Said by every VS Code that is served without its gallery and without its wrapper.
const EXPECTED_NOISE =
  /open-vsx\.org|authentication provider 'github'|DefaultAccount|chat-stt|\[Service Worker\]|AccountPolicyGate|ChatModelSelection/;

const host = process.argv[2] === 'oldest' ? 'oldest' : 'latest';
const resultsFile = freshResultsFile(`host-${host}`);
const workspace = join(tempFolder('workspace'), 'workspace');
cpSync(join(ROOT, 'test/fixtures/workspace'), workspace, { recursive: true });

const [server, browser] = await Promise.all([
  startServer({ host, forTests: true, env: { STRATA_TEST_RESULTS: resultsFile } }),
  startBrowser(),
]);
const { page } = browser;
/** @type {string[]} */
const consoleLines = [];
/** @type {Promise<number>} */
const exit = new Promise((done, failed) => {
  setTimeout(() => failed(new Error(`no result after ${LIMIT_MS} ms`)), LIMIT_MS).unref();
  page.once('crash', () => failed(new Error('the page crashed')));
  void page.exposeFunction('codeAutomationExit', done);
});
await page.exposeFunction(
  'codeAutomationLog',
  /** @param {string} type @param {unknown[]} args */
  (type, args) => {
    const line = `[${type}] ${format(...args).slice(0, 1000)}`;
    if (process.env['VERBOSE']) console.log(line);
    else consoleLines.push(line);
  },
);
await page.goto(
  server.url({
    folder: workspace,
    extension: ROOT,
    tests: join(ROOT, 'dist-test/host/index.js'),
  }),
  { waitUntil: 'commit' },
);
const code = await exit.catch(async (error) => {
  console.error(error.message);
  mkdirSync(join(ROOT, 'shots'), { recursive: true });
  await page.screenshot({ path: join(ROOT, `shots/host-${host}-failure.png`) });
  return 1;
});
const isWell = tellMochaResults(resultsFile, code === 0);
if (!isWell) {
  console.error(
    consoleLines
      .filter((line) => !EXPECTED_NOISE.test(line))
      .slice(-40)
      .join('\n'),
  );
}
await browser.stop();
await server.stop();
process.exit(isWell ? 0 : 1);
