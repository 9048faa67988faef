import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

/** How much of each pure room the cases reach, in percent: the floor, below which `npm run cases` fails. */
const floors = {
  iam: { lines: 100, branches: 100 },
  proof: { lines: 95, branches: 90 },
  account: { lines: 95, branches: 90 },
  scenario: { lines: 95, branches: 90 },
  storage: { lines: 95, branches: 90 },
  practice: { lines: 95, branches: 90 },
};

/** Laws that random worlds must keep. They run without coverage, which is the cases' to have, the same each time. */
const properties = [
  'tests/iam/evaluation/{laws,properties}.test.ts',
  'tests/iam/conditions/properties.test.ts',
  'tests/proof/{brute-force,equal,form-round-trip,properties}.test.ts',
  'tests/account/walks.test.ts',
];

const node = {
  environment: 'node',
  // Properties run thousands of times; a clock must not decide whether they hold.
  testTimeout: 600_000,
  setupFiles: ['tests/seed.ts'],
};

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...node,
          name: 'cases',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/**/*.svelte.test.ts', 'tests/e2e/**', ...properties],
        },
      },
      {
        test: { ...node, name: 'properties', include: properties },
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
      include: Object.keys(floors).map((room) => `src/${room}/**/*.ts`),
      reporter: ['text-summary', 'html'],
      thresholds: Object.fromEntries(
        Object.entries(floors).map(([room, floor]) => [`src/${room}/**`, floor]),
      ),
    },
  },
});
