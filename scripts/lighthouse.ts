import { mkdirSync, writeFileSync } from 'node:fs';
import { launch } from 'chrome-launcher';
import lighthouse, { desktopConfig } from 'lighthouse';
import { preview } from 'vite';
import { chromiumFlags, chromiumPath } from './chromium.ts';

/** Lighthouse on the built page, as a phone and as a desktop. Prints the scores; exit 1 under 95. */
const goal = 95;
const pages = [
  { name: 'home', path: '', desktop: false },
  { name: 'mission', path: '#/missions/09-first-allow', desktop: true },
] as const;

const server = await preview({ preview: { port: 0, host: '127.0.0.1' } });
const address = server.resolvedUrls?.local[0] ?? '';
const chrome = await launch({
  chromeFlags: ['--headless=new', ...chromiumFlags],
  ...(chromiumPath() === undefined ? {} : { chromePath: chromiumPath() ?? '' }),
});
let worst = 100;
mkdirSync('.lighthouse', { recursive: true });
for (const { name, path, desktop } of pages) {
  const result = await lighthouse(
    `${address}${path}`,
    {
      port: chrome.port,
      output: 'json',
      logLevel: 'error',
      onlyCategories: ['performance', 'accessibility', 'best-practices', 'seo'],
    },
    desktop ? desktopConfig : undefined,
  );
  if (result === undefined) throw new Error(`Lighthouse gave no result for ${name}.`);
  const scores = Object.fromEntries(
    Object.values(result.lhr.categories).map(({ id, score }) => [id, Math.round((score ?? 0) * 100)]),
  );
  console.log(JSON.stringify({ name, preset: desktop ? 'desktop' : 'mobile', ...scores }));
  writeFileSync(`.lighthouse/${name}.json`, JSON.stringify(result.lhr, null, 1));
  worst = Math.min(
    worst,
    scores['performance'] ?? 0,
    scores['accessibility'] ?? 0,
    scores['best-practices'] ?? 0,
  );
}
chrome.kill();
await server.close();
process.exitCode = worst >= goal ? 0 : 1;
