import { expect, test } from './fixtures.ts';
import { routes } from './routes.ts';
import { open, overflow, speak, violations } from './screen.ts';

/** Keys and places of the catalogue, which a reader never sees. */
const key =
  /\b(?:app|home|mission|operate|why|explain|compare|sandbox|console|settings|storage|trace|issues)\.[a-z]+\w*/;
const place = /\{\w+\}(?!")/;

for (const { name, hash, ready } of routes)
  test(`${name}: axe finds nothing, nothing overflows, no message is missing, in either language and theme`, async ({
    page,
  }) => {
    await open(page, hash, ready);
    for (const language of ['English', 'Español'] as const) {
      await speak(page, language);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await violations(page), `${language}, ${colorScheme}`).toEqual([]);
      }
      const text = await page.locator('body').innerText();
      expect(text).not.toMatch(key);
      expect(text).not.toMatch(place);
      for (const width of [390, 820, 1280]) {
        await page.setViewportSize({ width, height: 844 });
        await expect.poll(() => overflow(page), `${language}, ${width} px`).toBeLessThanOrEqual(0);
      }
    }
  });
