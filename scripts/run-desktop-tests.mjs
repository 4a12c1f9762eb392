// @ts-check
// Runs test/host in desktop VS Code, which @vscode/test-electron downloads: `npm run test:desktop`.
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { tempFolder } from './temp-folder.mjs';
import { freshResultsFile, ROOT, tellMochaResults } from './test-results.mjs';

const resultsFile = freshResultsFile('desktop');
const workspace = join(tempFolder('workspace'), 'workspace');
cpSync(join(ROOT, 'test/fixtures/workspace'), workspace, { recursive: true });

const code = await runTests({
  version: process.env['VSCODE_VERSION'] ?? 'stable',
  extensionDevelopmentPath: ROOT,
  extensionTestsPath: join(ROOT, 'dist-test/host/index.js'),
  extensionTestsEnv: { STRATA_TEST_RESULTS: resultsFile },
  launchArgs: [workspace, '--disable-extensions', '--disable-workspace-trust'],
}).catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  return 1;
});
process.exit(tellMochaResults(resultsFile, code === 0) ? 0 : 1);
