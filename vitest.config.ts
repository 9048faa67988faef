import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          // Properties run thousands of times; a clock must not decide whether they hold.
          testTimeout: 120_000,
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/**/*.svelte.test.ts', 'tests/e2e/**'],
        },
      },
    ],
    coverage: {
      provider: 'v8',
      include: ['src/iam/**/*.ts'],
      reporter: ['text-summary', 'html'],
      thresholds: {
        'src/iam/**': { branches: 90, lines: 95 },
      },
    },
  },
});
