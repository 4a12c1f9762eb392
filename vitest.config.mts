import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/{unit,golden,property,contract}/**/*.test.ts'],
    testTimeout: 30_000,
  },
});
