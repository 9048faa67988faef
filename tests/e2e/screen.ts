import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** What axe finds on the page, or in a part of it. The app has no frames, so axe needs no second page to join theirs. */
export async function violations(page: Page, part?: string): Promise<readonly string[]> {
  const builder = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
  const { violations: found } = await (part === undefined ? builder : builder.include(part)).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** Opens a screen and waits until it stands: its heading is there and nothing loads any more. */
export async function open(page: Page, hash: string, ready?: string): Promise<void> {
  await page.goto(`./${hash}`);
  await expect(page.locator('main h1')).toBeVisible();
  await expect(page.getByTestId('storage-state')).toHaveAttribute('data-state', /^(?:saved|untouched)$/);
  if (ready !== undefined) await expect(page.locator(ready).first()).toBeVisible();
}

/** Changes the language by its button, and waits for its words. */
export async function speak(page: Page, language: 'English' | 'Español'): Promise<void> {
  await page.getByRole('button', { name: language, exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', language === 'English' ? 'en' : 'es');
}

/** By how many pixels the page is wider than the window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}
