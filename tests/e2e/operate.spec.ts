import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { violations } from './screen.ts';

const mission = './#/missions/08-two-keys-no-downtime';
const goal = (page: Page, id: string) => page.locator(`[data-goal="${id}"]`);

async function type(page: Page, line: string): Promise<void> {
  const field = page.locator('#terminal-line');
  await field.fill(line);
  await field.press('Enter');
}

test('two keys without downtime: played in the terminal, a trap taken back, a reload in the middle', async ({
  page,
}) => {
  await page.goto(mission);
  await expect(page.getByRole('heading', { name: 'Two Keys, No Downtime' })).toBeVisible();
  await expect(goal(page, 'one-left')).toHaveAttribute('data-reached', 'true');
  await page.getByRole('button', { name: /^Check/ }).click();
  await expect(page.locator('#operate-failure')).toContainText('Not yet');
  await type(
    page,
    "OLD=$(aws iam list-access-keys --user-name invoice-bot --query 'AccessKeyMetadata[0].AccessKeyId' --output text)",
  );
  // Deleted at once: the trap says what that means, and the call is taken back.
  await type(page, 'aws iam delete-access-key --user-name invoice-bot --access-key-id $OLD');
  await expect(page.locator('#operate-failure')).toContainText('trap');
  await page.getByRole('button', { name: 'Take the last call back' }).click();
  await expect(page.locator('#operate-failure')).toBeHidden();

  await type(
    page,
    'NEW=$(aws iam create-access-key --user-name invoice-bot --query \'AccessKey.[AccessKeyId,SecretAccessKey]\' --output text) && echo "$NEW" > new.txt',
  );
  await type(
    page,
    'aws configure set aws_access_key_id $(cut -f1 new.txt) --profile bot && aws configure set aws_secret_access_key $(cut -f2 new.txt) --profile bot',
  );
  await type(page, 'aws s3 ls s3://puerto-invoices --profile bot');
  await expect(page.getByTestId('storage-state')).toHaveAttribute('data-state', 'saved');
  await page.reload();
  await expect(goal(page, 'one-left')).toHaveAttribute('data-reached', 'false');
  await type(
    page,
    'aws iam update-access-key --user-name invoice-bot --access-key-id $OLD --status Inactive',
  );
  await expect(goal(page, 'works')).toHaveAttribute('data-reached', 'true');
  await type(page, 'aws iam delete-access-key --user-name invoice-bot --access-key-id $OLD');
  await expect(goal(page, 'asleep-first')).toHaveAttribute('data-reached', 'true');
  await page.getByRole('button', { name: /^Check/ }).click();
  await expect(page.getByRole('list', { name: 'Medals' })).toContainText('Works');
  await page.getByRole('button', { name: 'Back to the skill map' }).click();
  await expect(page.getByRole('link', { name: /Two Keys/ })).toContainText(/solved|Works/i);
});

test('root, day one: a second factor from the page’s authenticator, no key, and somebody else for daily work', async ({
  page,
}) => {
  await page.goto('./#/missions/02-root-day-one');
  await type(page, `aws iam put-user-policy --user-name root --policy-name No --policy-document '{}'`);
  await expect(page.getByText('Root is no IAM user')).toBeVisible();
  await page.getByRole('button', { name: 'Take the last call back' }).click();
  const device = 'root-account-mfa-device';
  await type(
    page,
    `aws iam create-virtual-mfa-device --virtual-mfa-device-name ${device} --outfile seed.txt --bootstrap-method Base32StringSeed`,
  );
  await page.getByRole('button', { name: /^Authenticator/ }).click();
  const shown = page.locator('#sandbox-console li', { hasText: device }).locator('code').first();
  const code = async (): Promise<string> => (await shown.textContent()) ?? '';
  const one = await code();
  for (let times = 0; times < 3; times += 1) await page.getByRole('button', { name: '+10 s' }).click();
  await expect.poll(code).not.toBe(one);
  await type(
    page,
    `aws iam enable-mfa-device --user-name root@111122223333.example --serial-number arn:aws:iam::111122223333:mfa/${device} --authentication-code1 ${one} --authentication-code2 ${await code()}`,
  );
  await expect(goal(page, 'second-factor')).toHaveAttribute('data-reached', 'true');
  await type(
    page,
    "aws iam delete-access-key --access-key-id $(aws iam list-access-keys --query 'AccessKeyMetadata[0].AccessKeyId' --output text)",
  );
  await expect(goal(page, 'no-keys')).toHaveAttribute('data-reached', 'true');
  await type(
    page,
    'aws iam create-group --group-name Admins && aws iam attach-group-policy --group-name Admins --policy-arn arn:aws:iam::aws:policy/AdministratorAccess',
  );
  await type(
    page,
    'aws iam create-user --user-name elena && aws iam add-user-to-group --group-name Admins --user-name elena',
  );
  await expect(goal(page, 'administrator')).toHaveAttribute('data-reached', 'true');
  await page.getByLabel('You are').selectOption({ label: 'elena' });
  await type(page, 'aws iam list-users');
  await expect(goal(page, 'handed-over')).toHaveAttribute('data-reached', 'true');
  await page.getByRole('button', { name: /^Check/ }).click();
  await expect(page.getByRole('list', { name: 'Medals' })).toContainText('Works');
});

test.describe('on a phone, in Spanish and dark', () => {
  test.use({
    viewport: { width: 390, height: 844 },
    locale: 'es-MX',
    colorScheme: 'dark',
    hasTouch: true,
  });
  test('brief and account are tabs; axe finds nothing, nothing overflows', async ({ page }) => {
    await page.goto(mission);
    await expect(page.getByRole('tab', { name: 'Encargo' })).toHaveAttribute('aria-selected', 'true');
    for (const name of ['Encargo', 'Cuenta']) {
      await page.getByRole('tab', { name }).click();
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    }
    await page.getByRole('button', { name: 'Pista' }).click();
    await expect(page.getByRole('tab', { name: 'Encargo' })).toHaveAttribute('aria-selected', 'true');
  });
});

test('of two tabs one keeps a mission’s account; the other may take over with all that was done', async ({
  page,
  context,
}) => {
  await page.goto(mission);
  await type(page, 'aws iam create-user --user-name first --query User.Arn');
  await expect(page.locator('#sandbox-terminal')).toContainText('user/first');
  await expect(page.getByTestId('storage-state')).toHaveAttribute('data-state', 'saved');
  const other = await context.newPage();
  await other.goto(mission);
  await expect(other.getByRole('alert')).toContainText('open in another tab');
  await type(other, 'aws iam create-user --user-name lost --query User.Arn');
  await type(page, 'aws iam create-user --user-name second --query User.Arn');
  await expect(page.locator('#sandbox-terminal')).toContainText('user/second');
  await other.getByRole('button', { name: 'Go on in this tab' }).click();
  await expect(other.getByRole('alert')).toHaveCount(0);
  await type(other, "aws iam list-users --query 'Users[].UserName' --output text");
  await expect(other.locator('#sandbox-terminal')).toContainText(/first\s.*second/s);
  await expect(other.locator('#sandbox-terminal')).not.toContainText('lost');
  await expect(page.getByRole('alert')).toContainText('open in another tab');
});
