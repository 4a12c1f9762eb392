// @ts-check
// `npm test`: every suite in order, then a table and the sum. A suite that ran no test counts as failed.
import { spawnSync } from 'node:child_process';
import {
  countResults,
  freshResultsFile,
  readMochaResults,
  readVitestResults,
  resultsFileOf,
  ROOT,
} from './test-results.mjs';

/** @typedef {import('./test-results.mjs').TestResult} TestResult */

/**
 * @param {string} command
 * @param {string[]} args
 */
function run(command, args) {
  const startedAt = performance.now();
  const { status } = spawnSync(command, args, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  return { passed: status === 0, durationMs: performance.now() - startedAt };
}

/**
 * A suite whose tests are commands: each passes when it ends well.
 * @param {Record<string, [string, ...string[]]>} commands
 * @returns {TestResult[]}
 */
function runCommands(commands) {
  return Object.entries(commands).map(([title, [command, ...args]]) => ({
    title,
    ...run(command, args),
  }));
}

/**
 * @param {string} script
 * @param {string} suite
 * @param {string[]} args
 */
function runMochaSuite(script, suite, args = []) {
  const { passed } = run('node', [`scripts/${script}.mjs`, ...args]);
  return withExit(passed, suite, readMochaResults(resultsFileOf(suite)));
}

function runVitest() {
  const file = freshResultsFile('vitest');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { passed } = run('npx', ['vitest', 'run', ...reporters]);
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

/** @type {Record<string, () => TestResult[]>} */
const suites = {
  'types, lint, format': () =>
    runCommands({
      'the types fit': ['npm', 'run', '--silent', 'typecheck'],
      'the linter is content': ['npm', 'run', '--silent', 'lint'],
      'the files are formatted': ['npm', 'run', '--silent', 'format:check'],
    }),
  'build and package': () =>
    runCommands({
      'the tests are built': ['node', 'esbuild.mjs', '--tests'],
      'the extension is built and packaged': ['npm', 'run', '--silent', 'package'],
    }),
  'unit, golden, property, contract': runVitest,
  'inside VS Code 1.139': () => runMochaSuite('run-host-tests', 'host-latest', ['latest']),
  'inside VS Code 1.100': () => runMochaSuite('run-host-tests', 'host-oldest', ['oldest']),
  'end to end on the package': () => runMochaSuite('run-e2e-tests', 'e2e'),
  'npm start': () =>
    runCommands({
      'the terminal report is shown and the extension served': [
        'node',
        'scripts/start.mjs',
        '--once',
      ],
    }),
};

const table = Object.entries(suites).map(([name, runSuite]) => {
  console.log(`\n── ${name} ──`);
  const startedAt = performance.now();
  const results = runSuite();
  const { passed, failed } = countResults(results);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  return { name, passed, failed: passed + failed === 0 ? 1 : failed, seconds, results };
});

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
process.exit(failed > 0 ? 1 : 0);
