import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { routes } from './routes.ts';

/** The screen stands: its heading is there and nothing loads any more. */
async function open(page: Page, hash: string): Promise<void> {
  await page.goto(`./${hash}`);
  await expect(page.locator('main h1')).toBeVisible();
  await expect(page.getByTestId('storage-state')).toHaveAttribute('data-state', /^(?:saved|untouched)$/);
}

for (const colorScheme of ['light', 'dark'] as const)
  for (const locale of ['en-US', 'es-MX']) {
    test.describe(`${colorScheme} ${locale}`, () => {
      test.use({ colorScheme, locale });
      for (const { name, hash } of routes)
        test(`axe finds nothing on ${name}`, async ({ page }) => {
          await open(page, hash);
          if (hash.includes('09')) await expect(page.locator('.monaco-editor').first()).toBeVisible();
          const { violations } = await new AxeBuilder({ page }).analyze();
          expect(
            violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
          ).toEqual([]);
        });
    });
  }

for (const { name, hash } of routes)
  for (const width of [390, 820, 1280])
    test(`nothing overflows at ${width} px on ${name}`, async ({ page }) => {
      await page.setViewportSize({ width, height: 844 });
      for (const language of ['English', 'Español']) {
        await open(page, hash);
        await page.getByRole('button', { name: language, exact: true }).click();
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow, language).toBeLessThanOrEqual(0);
      }
    });

test('no message is missing: no key of the catalogue is ever on the screen', async ({ page }) => {
  for (const language of ['English', 'Español'])
    for (const { hash } of routes) {
      await open(page, hash);
      await page.getByRole('button', { name: language, exact: true }).click();
      const text = await page.locator('body').innerText();
      expect(text).not.toMatch(
        /\b(?:app|home|mission|why|explain|compare|sandbox|console|settings|storage|trace|issues)\.[a-z]+\w*/,
      );
      expect(text).not.toMatch(/\{\w+\}(?!")/);
    }
});
