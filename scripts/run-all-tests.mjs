// @ts-check
// `npm test`: every suite, those without a window in what the windows leave of the processors, then a table and the sum. A
// suite that ran no test counts as failed. What a suite writes goes to dist-test/results/, and is
// shown in one piece when it has ended.
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import {
  countResults,
  freshResultsFile,
  readMochaResults,
  readVitestResults,
  RESULTS,
  ROOT,
} from './test-results.mjs';

/** @typedef {import('./test-results.mjs').TestResult} TestResult */
/** @typedef {(command: string, args: string[]) => Promise<{ passed: boolean, durationMs: number }>} Run */
/** @typedef {(run: Run) => Promise<TestResult[]>} Suite */

/**
 * @param {string} command
 * @param {string[]} args
 * @param {number} log descriptor of the file that takes what the command writes
 * @param {number} niceness
 * @returns {Promise<{ passed: boolean, durationMs: number }>}
 */
function runInto(command, args, log, niceness) {
  const startedAt = performance.now();
  return new Promise((done) => {
    /** @param {boolean} passed */
    const end = (passed) => done({ passed, durationMs: performance.now() - startedAt });
    const child = spawn(command, args, {
      cwd: ROOT,
      stdio: ['ignore', log, log],
      shell: process.platform === 'win32',
    });
    if (child.pid !== undefined) setPriority(child.pid, niceness);
    child.once('error', (error) => {
      writeSync(log, `${command}: ${error.message}\n`);
      end(false);
    });
    child.once('exit', (status) => end(status === 0));
  });
}

/**
 * A suite whose tests are commands: each passes when it ends well.
 * @param {Record<string, [string, ...string[]]>} commands
 * @returns {Suite}
 */
function commandsInTurn(commands) {
  return async (run) => {
    const results = [];
    for (const [title, [command, ...args]] of Object.entries(commands)) {
      results.push({ title, ...(await run(command, args)) });
    }
    return results;
  };
}

/**
 * The same, all at once.
 * @param {Record<string, [string, ...string[]]>} commands
 * @returns {Suite}
 */
function commandsAtOnce(commands) {
  return (run) =>
    Promise.all(
      Object.entries(commands).map(async ([title, [command, ...args]]) => ({
        title,
        ...(await run(command, args)),
      })),
    );
}

/**
 * @param {string} script
 * @param {string} suite
 * @param {string[]} args
 * @returns {Suite}
 */
function mochaSuite(script, suite, args = []) {
  return async (run) => {
    const file = freshResultsFile(suite);
    const { passed } = await run('node', [`scripts/${script}.mjs`, ...args]);
    return withExit(passed, suite, readMochaResults(file));
  };
}

/** @type {Suite} */
async function vitest(run) {
  const file = freshResultsFile('vitest');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { passed } = await run('npx', ['vitest', 'run', ...reporters]);
  return withExit(passed, 'vitest', readVitestResults(file));
}

/**
 * A run that failed without a failed test has failed all the same.
 * @param {boolean} passed
 * @param {string} suite
 * @param {TestResult[]} results
 */
function withExit(passed, suite, results) {
  if (passed || results.some((test) => !test.passed)) return results;
  return [...results, { title: `${suite} ends well`, passed: false, durationMs: 0 }];
}

/**
 * Suites run side by side in two lanes, each in its order. One window at a time takes what it needs of the processors: several
 * would wait for each other longer than VS Code itself has patience. What has no window takes the rest.
 * @type {{ niceness: number, suites: { name: string, suite: Suite, needsBuild?: true }[] }[]}
 */
const lanes = [
  {
    niceness: 0,
    suites: [
      {
        name: 'build, npm start',
        suite: commandsInTurn({
          'there is a browser': ['node', 'scripts/ensure-chromium.mjs'],
          'the tests are built': ['node', 'esbuild.mjs', '--tests'],
          'the terminal report is shown, the extension packaged and served': [
            'node',
            'scripts/start.mjs',
            '--once',
          ],
        }),
      },
      { name: 'end to end on the package', suite: mochaSuite('run-e2e-tests', 'e2e') },
      {
        name: 'inside VS Code 1.139',
        suite: mochaSuite('run-host-tests', 'host-latest', ['latest']),
      },
      {
        name: 'inside VS Code 1.100',
        suite: mochaSuite('run-host-tests', 'host-oldest', ['oldest']),
      },
    ],
  },
  {
    niceness: 10,
    suites: [
      {
        name: 'types, lint, format',
        suite: commandsAtOnce({
          'the types fit': ['npm', 'run', '--silent', 'typecheck'],
          'the linter is content': ['npm', 'run', '--silent', 'lint'],
          'the files are formatted': ['npm', 'run', '--silent', 'format:check'],
        }),
      },
      { name: 'unit, golden, property, contract', suite: vitest, needsBuild: true },
    ],
  },
];

/**
 * @param {string} name
 * @param {Suite} suite
 * @param {number} niceness
 */
async function runSuite(name, suite, niceness) {
  console.log(`── ${name}: begins`);
  const startedAt = performance.now();
  const logFile = join(RESULTS, `${name.replace(/\W+/g, '-')}.log`);
  const log = openSync(logFile, 'w');
  const results = await suite((command, args) => runInto(command, args, log, niceness));
  closeSync(log);
  const { passed, failed } = countResults(results);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`\n── ${name} ──`);
  process.stdout.write(readFileSync(logFile));
  console.log('');
  return { name, passed, failed: passed + failed === 0 ? 1 : failed, seconds, results };
}

mkdirSync(RESULTS, { recursive: true });
/** @type {Promise<unknown> | undefined} the first suite */
let built;
const tables = await Promise.all(
  lanes.map(async ({ niceness, suites }) => {
    const table = [];
    for (const { name, suite, needsBuild } of suites) {
      if (needsBuild) await built;
      const running = runSuite(name, suite, niceness);
      built ??= running;
      table.push(await running);
    }
    return table;
  }),
);
const table = tables.flat();

console.log('');
for (const { name, passed, failed, seconds, results } of table) {
  const counts = `${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed`;
  console.log(`${name.padEnd(34)} ${counts} ${seconds.padStart(7)} s`);
  if (results.length === 0) console.log('  FAIL no test was run');
  for (const test of results) if (!test.passed) console.log(`  FAIL ${test.title}`);
}
const passed = table.reduce((sum, suite) => sum + suite.passed, 0);
const failed = table.reduce((sum, suite) => sum + suite.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
