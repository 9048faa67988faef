import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { violations } from './screen.ts';

const mission = './#/missions/06-console-door-api-door';
const right = {
  diego: 'password',
  thumbnails: 'role',
  scanner: 'keys',
  bruno: 'both',
  build: 'role',
  faro: 'role',
} as const;
const field = (page: Page, need: string) => page.locator(`#assign-${need}`);
const reason = (page: Page, need: string) => page.locator(`#assign-reason-${need}`);
/** What the frame reads aloud. */
const said = (page: Page) => page.locator('.mission > [role=status]');
const solved = (page: Page) => page.getByRole('list', { name: 'Medals' });

test('pairs are chosen with the keyboard: one missing, one wrong with its reason, a reload, solved', async ({
  page,
}) => {
  await page.goto(mission);
  await field(page, 'diego').focus();
  await expect(page.getByRole('combobox', { name: /Diego looks at bills/ })).toBeFocused();
  for (const need of Object.keys(right)) {
    await expect(field(page, need)).toBeFocused();
    await page.keyboard.type(need === 'faro' ? 'Access' : 'Role');
    await page.keyboard.press('Tab');
  }
  await field(page, 'diego').selectOption('');
  await page.keyboard.press('Control+Enter');
  await expect(said(page)).toContainText('1 choice is missing');
  await expect(reason(page, 'diego')).toHaveCount(0);

  await field(page, 'diego').selectOption('both');
  await field(page, 'diego').press('Control+Enter');
  // A wrong pair says why it is wrong, and not which one would be right.
  await expect(field(page, 'faro')).toHaveAccessibleDescription(/Not right.*another company would store/);
  await expect(reason(page, 'thumbnails')).toContainText('✓ Right.');
  await expect(said(page)).toContainText('2 of 6 choices are right.');
  await expect(solved(page)).toHaveCount(0);
  expect(await violations(page)).toEqual([]);

  // What was chosen is there at the next visit; a reset clears it and can be undone.
  await expect(page.getByTestId('storage-state')).toHaveAttribute('data-state', 'saved');
  await page.reload();
  await expect(field(page, 'faro')).toHaveValue('keys');
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(field(page, 'faro')).toHaveValue('');
  await page.getByRole('button', { name: 'Restore my choices' }).click();
  await expect(field(page, 'faro')).toHaveValue('keys');

  for (const [need, mechanism] of Object.entries(right)) await field(page, need).selectOption(mechanism);
  await page.getByRole('button', { name: /^Check/ }).click();
  await expect(solved(page)).toContainText('Works');
  await expect(page.locator('#mission-solved')).toBeInViewport();
  await page.goto('./');
  await expect(page.getByRole('link', { name: /Console Door, API Door/ })).toContainText('Solved');
});

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`on a phone, ${colorScheme}`, () => {
    test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, colorScheme });

    test('brief and needs are tabs, fields can be touched, axe finds nothing, nothing overflows', async ({
      page,
    }) => {
      await page.goto(mission);
      await expect(page.locator('#mission-checks')).toBeHidden();
      await page.getByRole('tab', { name: 'Needs' }).click();
      for (const need of Object.keys(right)) await field(page, need).selectOption('role');
      await page.getByRole('button', { name: /^Check/ }).click();
      await expect(reason(page, 'diego')).toContainText('✕ Not right.');
      const { height } = (await field(page, 'diego').boundingBox()) ?? { height: 0 };
      expect(height).toBeGreaterThanOrEqual(44);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      expect(wider).toBe(false);
      expect(await violations(page)).toEqual([]);
    });
  });
