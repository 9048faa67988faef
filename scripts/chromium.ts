import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const known = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/chromium-browser'];

/** The Chromium the browser tests use: `CHROMIUM_PATH`, else Playwright's own, else the system's. */
export function chromiumPath(): string | undefined {
  const wanted = process.env['CHROMIUM_PATH'];
  return [wanted ?? '', chromium.executablePath(), ...known].find((path) => path !== '' && existsSync(path));
}

/** Flags that a browser started as root, or in a small container, needs. */
export const chromiumFlags: readonly string[] = [
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

function run(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'inherit' }).status === 0;
}

/** Finds a Chromium or installs one; says in one sentence what to do where neither works. */
function provide(): number {
  if (process.env['CHROMIUM_PATH'] !== undefined && !existsSync(process.env['CHROMIUM_PATH'])) {
    console.error(`CHROMIUM_PATH names ${process.env['CHROMIUM_PATH']}, which does not exist.`);
    return 1;
  }
  if (chromiumPath() !== undefined) return 0;
  run('node', ['node_modules/@playwright/test/cli.js', 'install', 'chromium']);
  if (chromiumPath() !== undefined) return 0;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    run('apt-get', ['update', '-q']);
    run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium']);
    if (chromiumPath() !== undefined) return 0;
  }
  console.error(
    'No Chromium was found and none could be installed: install Chromium or Chrome and set CHROMIUM_PATH to it.',
  );
  return 1;
}

if (process.argv[1]?.endsWith('chromium.ts') === true) process.exitCode = provide();
