import { expect, test } from './fixtures.ts';
import { violations } from './screen.ts';

test('a new user signs in: wrong password, right password, a new one wanted, then the console is hers', async ({
  page,
}) => {
  await page.goto('./#/sandbox');
  const terminal = page.locator('#terminal-line');
  await terminal.fill(
    'aws iam create-user --user-name ana && aws iam create-login-profile --user-name ana --password Correct-horse-9 --password-reset-required && aws iam attach-user-policy --user-name ana --policy-arn arn:aws:iam::aws:policy/IAMUserChangePassword',
  );
  await expect(page.locator('[data-policies="loading"]')).toBeHidden();
  await terminal.press('Enter');
  await page.getByRole('button', { name: /^Sign in/ }).click();
  const door = page.locator('#sandbox-console');
  await door.getByLabel('User name').fill('ana');
  await door.getByLabel('Password').fill('wrong');
  await door.getByRole('button', { name: 'Sign in', exact: true }).last().click();
  await expect(door.getByRole('alert')).toContainText('Your authentication information is incorrect');
  await door.getByLabel('Password').fill('Correct-horse-9');
  await door.getByLabel('Password').press('Enter');
  await expect(door).toContainText('You must change your password');
  await door.getByLabel('New password').fill('Battery-staple-8');
  await door.getByLabel('New password').press('Enter');
  await expect(door).toContainText('Signed in as arn:aws:iam::111122223333:user/ana');
  await terminal.fill('aws sts get-caller-identity --query Arn --output text');
  await terminal.press('Enter');
  await expect(page.locator('#sandbox-terminal')).toContainText('arn:aws:iam::111122223333:user/ana');
  await expect(page.locator('#sandbox-trail')).toContainText('ConsoleLogin');
  await expect(page.getByTestId('storage-state')).toHaveAttribute('data-state', 'saved');
  await page.reload();
  await page.getByRole('button', { name: /^Sign in/ }).click();
  await expect(door).toContainText('Signed in as');
  await door.getByRole('button', { name: 'Sign out' }).click();
  await expect(door.getByLabel('User name')).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test('the console’s forms make a user and a group, say the call in other words, and tell AWS’s refusal', async ({
  page,
}) => {
  await page.goto('./#/sandbox');
  const shown = page.locator('#sandbox-console');
  await shown.getByLabel('Do').selectOption('CreateUser');
  await shown.getByLabel('UserName *').fill('ana');
  await shown.getByText('As a command and as code').click();
  await expect(shown).toContainText('aws iam create-user --user-name ana');
  await shown.getByLabel('UserName *').press('Enter');
  await expect(shown).toContainText('CreateUser was carried out.');
  await expect(shown.getByRole('button', { name: 'ana' })).toBeVisible();
  await shown.getByRole('button', { name: 'CreateUser' }).click();
  await expect(shown.getByRole('alert')).toContainText('EntityAlreadyExists');
  await shown.getByRole('button', { name: /^Groups/ }).click();
  await shown.getByLabel('Do').selectOption('CreateGroup');
  await shown.getByLabel('GroupName *').fill('devs');
  await shown.getByLabel('GroupName *').press('Enter');
  await expect(shown).toContainText('CreateGroup was carried out.');
  await shown.getByLabel('Do').selectOption('AddUserToGroup');
  await shown.getByLabel('GroupName *').fill('devs');
  await shown.getByLabel('UserName *').fill('ana');
  await shown.getByLabel('UserName *').press('Enter');
  await expect(shown).toContainText('AddUserToGroup was carried out.');
  expect(await violations(page)).toEqual([]);
});

test('a user’s page says when the services that she may use were used last', async ({ page }) => {
  await page.goto('./#/sandbox');
  const run = async (line: string): Promise<void> => {
    await page.locator('#terminal-line').fill(line);
    await page.locator('#terminal-line').press('Enter');
  };
  await run('aws iam create-user --user-name ana --query User.Arn');
  const policy =
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["iam:List*","s3:Get*"],"Resource":"*"}]}';
  await run(`aws iam put-user-policy --user-name ana --policy-name Look --policy-document '${policy}'`);
  await page.getByLabel('You are').selectOption({ label: 'ana' });
  await run('aws iam list-users --query Users[].UserName');
  await page.getByLabel('You are').selectOption({ label: 'root user' });
  await page.getByRole('button', { name: /^Users/ }).click();
  await page.locator('#sandbox-console').getByRole('button', { name: /^ana/ }).click();
  await page.getByRole('button', { name: 'When was what last used?' }).click();
  const table = page.getByRole('table', { name: /when each was last used/ });
  await expect(table.getByRole('row', { name: /Identity and Access/ })).toContainText('us-east-1');
  await expect(table.getByRole('row', { name: /Amazon S3/ })).toContainText('never');
});
