import { createServer } from 'node:net';
import { defineConfig } from '@playwright/test';
import { chromiumFlags, chromiumPath } from './scripts/chromium.ts';

function freePort(): Promise<string> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(String(typeof address === 'object' && address ? address.port : 0)));
    });
  });
}

// Taken once: the workers inherit the environment and must meet the same server.
const port = (process.env['E2E_PORT'] ??= await freePort());
const executablePath = chromiumPath();

export default defineConfig({
  testDir: 'tests/e2e',
  workers: 2,
  retries: 0,
  // A route is opened once and looked at in both languages and themes: on a busy machine that takes its time.
  timeout: 300_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  forbidOnly: true,
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    // Some hundred files would be fetched beside every test; the tests about the offline copy allow it.
    serviceWorkers: 'block',
    viewport: { width: 1280, height: 800 },
    launchOptions: { args: [...chromiumFlags], ...(executablePath === undefined ? {} : { executablePath }) },
  },
  webServer: {
    command: `npx vite preview --host 127.0.0.1 --port ${port} --strictPort`,
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
  },
});
