import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';
import { TEST_LIMIT_MS } from './patience.ts';

export interface TestResult {
  readonly title: string;
  readonly passed: boolean;
  readonly durationMs: number;
  readonly error?: string;
}

/** Runs all built test files of a folder and leaves their results where the runner looks for them. */
export async function runMocha(folder: string, resultsFile: string | undefined): Promise<void> {
  const mocha = new Mocha({ ui: 'tdd', color: false, timeout: TEST_LIMIT_MS });
  for (const name of readdirSync(folder).sort()) {
    if (/\.test\.m?js$/.test(name)) mocha.addFile(join(folder, name));
  }
  if (mocha.files.some((file) => file.endsWith('.mjs'))) await mocha.loadFilesAsync();
  const results: TestResult[] = [];
  const failures = await new Promise<number>((resolve) => {
    const runner = mocha.run(resolve);
    const note = (test: Mocha.Test | Mocha.Hook, error?: Error) =>
      results.push({
        title: test.fullTitle(),
        passed: error === undefined,
        durationMs: test.duration ?? 0,
        ...(error && { error: error.stack ?? error.message }),
      });
    runner.on('pass', (test) => note(test));
    runner.on('fail', (test: Mocha.Test | Mocha.Hook, error: Error) => note(test, error));
  });
  if (resultsFile !== undefined) writeFileSync(resultsFile, JSON.stringify(results, null, 1));
  if (failures > 0) throw new Error(`${failures} failed`);
}
