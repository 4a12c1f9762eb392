import { runMocha } from '../support/runMocha.ts';

runMocha(import.meta.dirname, process.env['STRATA_TEST_RESULTS']).then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
