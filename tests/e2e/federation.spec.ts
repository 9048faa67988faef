import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { violations } from './screen.ts';

async function open(page: Page, section = 'Federation'): Promise<Locator> {
  await page.goto('./#/sandbox');
  await expect(page.locator('#terminal-line')).toBeAttached();
  if ((page.viewportSize()?.width ?? 0) < 800)
    await page.getByRole('tab', { name: /^(?:Console|Consola)$/ }).click();
  await page.getByRole('button', { name: section, exact: true }).click();
  return page.locator('#sandbox-console .section');
}
const rows = (page: Page) => page.locator('#sandbox-trail ol > li');

for (const words of [
  {
    locale: 'en-US',
    colorScheme: 'light',
    section: 'Federation',
    make: 'Make them, as the root user',
    signIn: 'Sign in',
    call: 'Call AssumeRoleWithSAML',
    subject: 'Change the subject',
    roles: 'Change the roles',
    anew: 'The provider itself made the changes and signed them',
    asIssued: 'As it was issued',
    wait: 'Wait until it has expired',
    valid: 'valid: it fits',
    invalid: 'not valid: it does not fit',
    explain: 'Explain this',
  },
  {
    locale: 'es-MX',
    colorScheme: 'dark',
    section: 'Federación',
    make: 'Crearlos, como usuario raíz',
    signIn: 'Iniciar sesión',
    call: 'Llamar a AssumeRoleWithSAML',
    subject: 'Cambiar el sujeto',
    roles: 'Cambiar los roles',
    anew: 'El propio proveedor hizo los cambios y los firmó',
    asIssued: 'Como se emitió',
    wait: 'Esperar hasta que venza',
    valid: 'válida: corresponde',
    invalid: 'no válida: no corresponde',
    explain: 'Explicar esto',
  },
] as const)
  test.describe(`${words.locale} ${words.colorScheme}`, () => {
    test.use({ locale: words.locale, colorScheme: words.colorScheme });
    test('a person of the directory gets a session; a changed assertion and an old one are refused', async ({
      page,
    }) => {
      const section = await open(page, words.section);
      const press = (name: string): Promise<void> =>
        section.getByRole('button', { name, exact: true }).click();
      const answer = section.getByRole('status');
      expect(await violations(page)).toEqual([]);
      await press(words.make);
      await expect(rows(page)).toHaveCount(2);
      await press(words.signIn);
      await expect(section.locator('dl').first()).toContainText('role/Developer');
      await expect(section.locator('[data-signed="true"]')).toContainText(words.valid);
      await press(words.call);
      await expect(answer).toContainText('arn:aws:sts::111122223333:assumed-role/Developer/ana');
      expect(await violations(page)).toEqual([]);

      await press(words.subject);
      await expect(section.locator('[data-signed="false"]')).toContainText(words.invalid);
      await expect(section.locator('dd.changed').first()).toContainText('mallory');
      await press(words.call);
      await expect(answer).toContainText(
        'An error occurred (InvalidIdentityToken) when calling the AssumeRoleWithSAML operation: Response signature invalid',
      );
      await section.getByLabel(words.anew).check();
      await press(words.call);
      await expect(answer).toContainText('assumed-role/Developer/mallory');
      await press(words.roles);
      await press(words.call);
      await expect(answer).toContainText('Not authorized to perform sts:AssumeRoleWithSAML');
      expect(await violations(page)).toEqual([]);

      await press(words.asIssued);
      await press(words.wait);
      await press(words.call);
      await expect(answer).toContainText('ExpiredTokenException');
    });
  });

test('a build gets a session of its role only; the refusal is explained by the trust policy', async ({
  page,
}) => {
  const section = await open(page);
  const answer = section.getByRole('status');
  await section.getByRole('radio', { name: /Build server/ }).check();
  await section.getByLabel('Branch').fill('two words');
  await expect(section.getByRole('button', { name: 'Run the build' })).toBeDisabled();
  await section.getByLabel('Branch').fill('main');
  await section.getByRole('button', { name: 'Make them, as the root user' }).click();
  await section.getByLabel('Branch').fill('feature/x');
  await section.getByRole('button', { name: 'Run the build' }).click();
  await expect(section.locator('dl').first()).toContainText('repo:puerto/web:ref:refs/heads/feature/x');
  await section.getByRole('button', { name: 'Call AssumeRoleWithWebIdentity' }).click();
  await expect(answer).toContainText('Not authorized to perform sts:AssumeRoleWithWebIdentity');
  await answer.getByRole('button', { name: 'Explain this' }).click();
  const dialog = page.getByRole('dialog', { name: 'Why' });
  await expect(dialog.locator('[data-decision]')).toHaveText(/Implicitly denied/);
  await expect(dialog).toContainText('PuertoCI');
  await page.keyboard.press('Escape');
  await section.getByLabel('Branch').fill('main');
  await section.getByRole('button', { name: 'Run the build' }).click();
  await section.getByRole('button', { name: 'Put it in the terminal' }).last().click();
  await expect(page.locator('#terminal-line')).toHaveValue(/"\$\(puerto-ci puerto\/web main\)"$/);
  await page.locator('#terminal-line').press('Enter');
  await expect(page.locator('#sandbox-terminal [role="log"]')).toContainText(
    'arn:aws:sts::111122223333:assumed-role/PuertoCI/puerto-ci',
  );
});

test('on a phone a social login fits the screen, and the keyboard does everything', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const section = await open(page);
  await section.getByRole('radio', { name: /Social login/ }).focus();
  await page.keyboard.press('Space');
  await section.getByLabel('Login with').selectOption({ label: 'Google' });
  await section.getByRole('button', { name: 'Make them, as the root user' }).press('Enter');
  await section.getByRole('button', { name: 'Sign in', exact: true }).press('Enter');
  await section.getByRole('button', { name: 'Change the audience' }).press('Enter');
  await expect(section.getByRole('button', { name: 'Change the audience' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await section.getByRole('button', { name: 'Call AssumeRoleWithWebIdentity' }).press('Enter');
  await expect(section.getByRole('status')).toContainText('Token signature invalid');
  await section.getByRole('button', { name: 'As it was issued' }).press('Enter');
  await section.getByRole('button', { name: 'Call AssumeRoleWithWebIdentity' }).press('Enter');
  await expect(section.getByRole('status')).toContainText('assumed-role/GoogleVisitor/visitor');
  const overflow = await page.evaluate(() => [
    document.documentElement.scrollWidth - innerWidth,
    document.documentElement.scrollHeight - innerHeight,
  ]);
  expect(overflow).toEqual([0, 0]);
  const pane = await page
    .locator('#sandbox-console')
    .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
  expect(pane).toBe(0);
  expect(await violations(page)).toEqual([]);
});
