import { svelte } from '@sveltejs/vite-plugin-svelte';
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
      {
        // Runes run as in a browser, without a DOM: in plain Node effects would silently never run.
        plugins: [svelte()],
        resolve: { conditions: ['browser'] },
        test: {
          name: 'runes',
          environment: './tests/client-environment.ts',
          testTimeout: 120_000,
          include: ['tests/**/*.svelte.test.ts'],
        },
      },
    ],
    coverage: {
      provider: 'v8',
      include: ['src/iam/**/*.ts'],
      reporter: ['text-summary', 'html'],
      thresholds: {
        'src/iam/**': { branches: 100, lines: 100 },
      },
    },
  },
});
