import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/{unit,golden,property,contract}/**/*.test.ts'],
    testTimeout: 30_000,
    // By default one processor stays idle: half of them on two cores.
    maxWorkers: '100%',
  },
});
