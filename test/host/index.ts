import { runMocha } from '../support/runMocha.ts';

/** Called by the extension host; a rejected promise means that the run failed. */
export function run(): Promise<void> {
  return runMocha(__dirname, process.env['STRATA_TEST_RESULTS']);
}
