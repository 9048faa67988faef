import { chromium, type Page } from '@playwright/test';
import { gzipSync } from 'node:zlib';
import { preview } from 'vite';
import { chromiumFlags, chromiumPath } from './chromium.ts';

/**
 * Main-thread tasks over 50 ms on the built app, one JSON line a figure: opening a mission with Monaco, and typing 200
 * characters into a policy of 6,144, in Monaco and in the plain text; how long the checks take after a keystroke, and
 * suggestions until they stand there. Figures, not assertions: machines are noisy.
 */
const length = 6_144;
const typed = 200;

/** A policy of exactly so many characters, by a long Sid. */
function policy(): string {
  const statements = Array.from({ length: 14 }, (_, index) => ({
    Effect: 'Allow',
    Action: ['s3:GetObject', 's3:PutObject'],
    Resource: `arn:aws:s3:::puerto-media-${index}/\${aws:username}/*`,
    Condition: {
      StringEquals: { 'aws:PrincipalTag/team': ['media', 'invoices'] },
      IpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '198.51.100.0/24'] },
    },
  }));
  const text = (sid: string) =>
    JSON.stringify(
      { Version: '2012-10-17', Statement: [{ Sid: sid, ...statements[0] }, ...statements.slice(1)] },
      null,
      1,
    );
  return text('A'.repeat(length - typed - text('').length));
}

/** How long each of the named works took, in milliseconds, since it was asked last. */
async function measured(page: Page, name: string): Promise<readonly number[]> {
  return page.evaluate((wanted) => {
    const { measures } = window as unknown as { measures: { name: string; duration: number }[] };
    const found = measures.filter((one) => one.name === wanted).map(({ duration }) => duration);
    measures.splice(0);
    return found;
  }, name);
}
function printMedian(name: string, values: readonly number[]): void {
  const sorted = values.toSorted((left, right) => left - right);
  const median = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  console.log(
    JSON.stringify({
      name: `${name}: median of ${sorted.length}`,
      value: Number(median.toFixed(1)),
      unit: 'ms',
    }),
  );
  console.log(
    JSON.stringify({
      name: `${name}: longest`,
      value: Number((sorted.at(-1) ?? Number.NaN).toFixed(1)),
      unit: 'ms',
    }),
  );
}
/** From the keys that ask for suggestions until the list stands, in milliseconds. */
async function suggested(page: Page): Promise<number> {
  await page.evaluate(() => {
    addEventListener(
      'keydown',
      ({ timeStamp }) => ((window as unknown as { asked: number }).asked = timeStamp),
      { capture: true, once: true },
    );
  });
  const answered = page.evaluate(async () => {
    // Monaco calls its list visible 100 ms after it has drawn it.
    while ((document.querySelector('.suggest-widget .monaco-list-row')?.getClientRects().length ?? 0) === 0)
      await new Promise(requestAnimationFrame);
    return performance.now() - (window as unknown as { asked: number }).asked;
  });
  await page.keyboard.press('Control+Space');
  const time = await answered;
  await page.keyboard.press('Escape');
  await page.locator('.suggest-widget .monaco-list-row').first().waitFor({ state: 'hidden' });
  await page.waitForTimeout(200);
  return time;
}

async function longTasks(page: Page): Promise<readonly number[]> {
  return page.evaluate(() => {
    const found = (window as unknown as { longTasks: number[] }).longTasks;
    return found.splice(0);
  });
}
function print(name: string, tasks: readonly number[]): void {
  console.log(JSON.stringify({ name: `${name}: longest task`, value: Math.max(0, ...tasks), unit: 'ms' }));
  console.log(JSON.stringify({ name: `${name}: tasks over 50 ms`, value: tasks.length, unit: '' }));
}

const server = await preview({ preview: { port: 0, host: '127.0.0.1' } });
const address = server.resolvedUrls?.local[0] ?? '';
const executablePath = chromiumPath();
const browser = await chromium.launch({
  args: [...chromiumFlags],
  ...(executablePath === undefined ? {} : { executablePath }),
});
/** Bytes a fresh visit loads, gzip, by the kind of file. */
async function loaded(hash: string, editor: string): Promise<Readonly<Record<'js' | 'other', number>>> {
  const page = await browser.newPage({ serviceWorkers: 'block', locale: 'en-US' });
  await page.addInitScript((kind) => localStorage.setItem('deny-by-default.editor', kind), editor);
  const sum = { js: 0, other: 0 };
  page.on('response', (response) => {
    const kind = response.url().endsWith('.js')
      ? 'js'
      : /\.(?:css|ttf)$/.test(response.url())
        ? 'other'
        : undefined;
    if (kind !== undefined)
      void response.body().then((body) => (sum[kind] += gzipSync(body, { level: 9 }).length / 1024));
  });
  await page.goto(`${address}${hash}`);
  if (editor === 'monaco') await page.locator('.monaco-editor').first().waitFor();
  await page.waitForTimeout(3_000);
  await page.close();
  return sum;
}

const home = await loaded('', 'text');
const plain = await loaded('#/missions/09-first-allow', 'text');
const rich = await loaded('#/missions/09-first-allow', 'monaco');
const sizes = {
  'all JavaScript on the home screen': home.js,
  'JavaScript that only Monaco loads': rich.js - plain.js,
  'Monaco with its styles and icons': rich.js - plain.js + rich.other - plain.other,
};
for (const [name, value] of Object.entries(sizes))
  console.log(JSON.stringify({ name: `${name}, gzip`, value: Math.round(value * 10) / 10, unit: 'KB' }));
for (const kind of ['Monaco', 'plain text'] as const) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en-US' });
  await page.addInitScript(
    (editor) => {
      localStorage.setItem('deny-by-default.editor', editor);
      const found: number[] = [];
      (window as unknown as { longTasks: number[] }).longTasks = found;
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) found.push(Math.round(duration));
      }).observe({ type: 'longtask' });
      const measures: { name: string; duration: number }[] = [];
      (window as unknown as { measures: typeof measures }).measures = measures;
      new PerformanceObserver((list) => {
        for (const { name, duration } of list.getEntries()) measures.push({ name, duration });
      }).observe({ type: 'measure' });
    },
    kind === 'Monaco' ? 'monaco' : 'text',
  );
  await page.goto(`${address}#/`);
  await page.waitForTimeout(2_000);
  await longTasks(page);
  await page.evaluate(() => (location.hash = '#/missions/10-shelf-and-book'));
  if (kind === 'Monaco') await page.locator('.monaco-editor').first().waitFor();
  await page.waitForTimeout(2_000);
  print(`opening a mission, ${kind}`, await longTasks(page));
  const editor = page.getByRole('textbox', { name: /DiegoAudits/ });
  if (kind === 'plain text') await editor.fill(policy());
  else {
    await editor.press('Control+a');
    await page.evaluate((text) => {
      const data = new DataTransfer();
      data.setData('text/plain', text);
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    }, policy());
  }
  await page.waitForTimeout(1_500);
  await editor.press('Control+Home');
  // Into the Sid, whatever its length: any letter there leaves a policy.
  for (let line = 0; line < 4; line += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('ArrowLeft');
  await page.waitForTimeout(500);
  await longTasks(page);
  for (let count = 0; count < typed; count += 1) {
    await page.keyboard.type('abcdefghij'.charAt(count % 10));
    await page.waitForTimeout(25);
  }
  await page.waitForTimeout(500);
  print(`typing ${typed} characters into a policy of ${length - typed}, ${kind}`, await longTasks(page));
  await measured(page, '');
  for (let count = 0; count < 40; count += 1) {
    await page.keyboard.type('x');
    await page.waitForTimeout(400);
  }
  printMedian(
    `checks after a keystroke in a policy of ${length}, ${kind}`,
    await measured(page, 'policy lint'),
  );
  print(`40 keystrokes with their checks, ${kind}`, await longTasks(page));
  if (kind === 'Monaco') {
    await editor.press('Control+f');
    await page.keyboard.type('s3:GetObject');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowRight');
    for (let step = 0; step < 6; step += 1) await page.keyboard.press('ArrowLeft');
    await suggested(page);
    await measured(page, '');
    const times: number[] = [];
    for (let count = 0; count < 20; count += 1) times.push(await suggested(page));
    printMedian('suggestions, from the keys to the list on the screen', times);
    printMedian('suggestions, computed', await measured(page, 'policy completion'));
  }
  await page.screenshot({ path: `test-results/typing-${kind}.png` });
  await page.close();
}
await browser.close();
await server.close();
