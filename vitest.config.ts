import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/**/*.svelte.test.ts', 'tests/e2e/**'],
        },
      },
      {
        plugins: [svelte()],
        resolve: { conditions: ['browser'] },
        test: {
          name: 'runes',
          // Svelte's client runtime without a DOM: in plain node, effects silently never run.
          environment: './tests/client-environment.ts',
          include: ['tests/**/*.svelte.test.ts'],
        },
      },
    ],
    coverage: {
      provider: 'v8',
      include: ['src/{iam,proof,scenario,storage}/**/*.ts'],
      reporter: ['text-summary', 'html'],
      thresholds: {
        'src/iam/**': { branches: 90, lines: 95 },
        'src/{proof,scenario,storage}/**': { branches: 80, lines: 90 },
      },
    },
  },
});
