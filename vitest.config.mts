import { configDefaults, defineConfig } from 'vitest/config';

/**
 * These import pure functions only, which are loaded once for all of them: that saves a third of the time. Not the meso
 * level: the English model of wink-nlp is changed by being loaded, and a second time in the same thread it fails.
 */
const PURE = [
  'test/property/**/*.test.ts',
  'test/unit/{data,terminal}/**/*.test.ts',
  'test/unit/metrics/!(meso)/**/*.test.ts',
];
const MESO = 'test/property/metrics/meso/**';

export default defineConfig({
  test: {
    testTimeout: 30_000,
    tags: [
      {
        name: 'slow',
        description:
          'Takes more than about a second on an idle machine: `npm test` runs it, `npm run check` does not.',
      },
    ],
    pool: 'threads',
    // By default one processor stays idle: half of them on two cores.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: { name: 'pure', include: PURE, exclude: [MESO], isolate: false },
      },
      {
        extends: true,
        test: {
          name: 'isolated',
          include: ['test/{unit,golden,contract}/**/*.test.ts', `${MESO}/*.test.ts`],
          exclude: [...configDefaults.exclude, ...PURE.slice(1)],
        },
      },
    ],
  },
});
