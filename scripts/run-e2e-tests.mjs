// @ts-check
// Runs test/e2e on the packaged extension. The suite starts its own server and browser.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { freshResultsFile, ROOT, tellMochaResults } from './test-results.mjs';

const resultsFile = freshResultsFile('e2e');
const { status } = spawnSync(process.execPath, [join(ROOT, 'dist-test/e2e/index.mjs')], {
  cwd: ROOT,
  stdio: ['ignore', process.env['VERBOSE'] ? 'inherit' : 'ignore', 'inherit'],
  env: { ...process.env, STRATA_TEST_RESULTS: resultsFile },
});
process.exit(tellMochaResults(resultsFile, status === 0) ? 0 : 1);
