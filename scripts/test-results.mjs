// @ts-check
// Where the suites leave their results, and how these are read and shown.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '..');
export const RESULTS = join(ROOT, 'dist-test', 'results');

/** @typedef {{ title: string, passed: boolean, durationMs: number, error?: string }} TestResult */

/**
 * A fresh place for the results of a suite: what an earlier run left there is gone.
 * @param {string} suite
 */
export function freshResultsFile(suite) {
  const file = join(RESULTS, `${suite}.json`);
  mkdirSync(dirname(file), { recursive: true });
  rmSync(file, { force: true });
  return file;
}

/**
 * @param {string} file as written by test/support/runMocha.ts
 * @returns {TestResult[]} empty where the suite did not get as far as writing it
 */
export function readMochaResults(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
}

/**
 * @param {string} file as written by vitest's JSON reporter
 * @returns {TestResult[]}
 */
export function readVitestResults(file) {
  if (!existsSync(file)) return [];
  /** @type {{ testResults: { name: string, status: string, message: string, assertionResults: { fullName: string, status: string, duration?: number, failureMessages?: string[] }[] }[] }} */
  const report = JSON.parse(readFileSync(file, 'utf8'));
  return report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    // A file that cannot be loaded has no tests, only a message.
    if (status === 'failed' && assertionResults.length === 0) {
      return [{ title: name, passed: false, durationMs: 0, error: message }];
    }
    return assertionResults
      .filter((test) => test.status === 'passed' || test.status === 'failed')
      .map((test) => ({
        title: test.fullName,
        passed: test.status === 'passed',
        durationMs: test.duration ?? 0,
        ...(test.failureMessages?.length && { error: test.failureMessages.join('\n') }),
      }));
  });
}

/** @param {readonly TestResult[]} results */
export function countResults(results) {
  const passed = results.filter((test) => test.passed).length;
  return { passed, failed: results.length - passed };
}

/**
 * The end of a suite of mocha: shows what its tests came to.
 * @param {string} file as written by test/support/runMocha.ts
 * @param {boolean} endedWell whether the run itself did
 * @returns whether there were tests, all passed and the run ended well
 */
export function tellMochaResults(file, endedWell) {
  const results = readMochaResults(file);
  printResults(results);
  const { passed, failed } = countResults(results);
  console.log(`${passed} passed, ${failed} failed`);
  return endedWell && passed > 0 && failed === 0;
}

/** @param {readonly TestResult[]} results */
function printResults(results) {
  for (const { title, passed, durationMs, error } of results) {
    console.log(`  ${passed ? 'ok  ' : 'FAIL'} ${title} (${Math.round(durationMs)} ms)`);
    if (error !== undefined) console.log(error.replace(/^/gm, '       '));
  }
}
