import { configDefaults, defineConfig } from 'vitest/config';

/** These put a page, or other modules, in the place of what all others share. */
const APART = [
  'test/unit/{document,webview/client}/**/*.test.ts',
  'test/unit/host/endpointKeys.test.ts',
];

export default defineConfig({
  test: {
    // For tests that hang: no test is about time, and other suites may run beside.
    testTimeout: 240_000,
    hookTimeout: 240_000,
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
        // Modules are loaded once for all files of a thread, which saves a third of the time.
        test: {
          name: 'shared',
          include: ['test/{unit,golden,contract,property}/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...APART],
          isolate: false,
        },
      },
      { extends: true, test: { name: 'apart', include: APART } },
    ],
  },
});
