import { iamArn, nameKey } from '../calls/names.ts';
import { settingsOf } from '../operations/iam/credential-holders.ts';
import { devicesOf } from '../operations/iam/credentials/mfa-assignments.ts';
import type { LoginProfile, MfaDevice, User } from '../state/entities.ts';
import { fingerprint } from '../state/ids.ts';
import { accountOf, put, type Account, type Change, type State } from '../state/state.ts';

/** Whom a console sign-in names: the root user by the account's email address, a user by account id or alias and name. */
export type SignInName =
  | { readonly kind: 'root'; readonly email: string }
  | { readonly kind: 'user'; readonly account: string; readonly name: string };

/** Uses of a password within five minutes count once. */
const usedOnce = 300_000;

/** The one who is named: the root user of an account, or a user whether it has a password or not. */
export interface Subject {
  readonly accountId: string;
  readonly account: Account;
  /** Absent: the root user. */
  readonly user?: User;
  readonly profile?: LoginProfile;
  readonly devices: readonly MfaDevice[];
  readonly arn: string;
}

/** The account that a sign-in is for; undefined where there is none by the id, alias or email address. */
export function signInAccount(state: State, name: SignInName): string | undefined {
  if (name.kind === 'user' && state.has(name.account)) return name.account;
  for (const [id, account] of state) {
    const { alias, email } = settingsOf(account);
    const isIt =
      name.kind === 'root' ? email.toLowerCase() === name.email.toLowerCase() : alias === name.account;
    if (isIt) return id;
  }
  return undefined;
}

/** Who is named. Names are not told apart by case here, though policies do. */
export function subjectOf(state: State, name: SignInName): Subject | undefined {
  const accountId = signInAccount(state, name);
  if (accountId === undefined) return undefined;
  const account = accountOf(state, accountId);
  if (name.kind === 'root')
    return { accountId, account, devices: devicesOf(account, ''), arn: `arn:aws:iam::${accountId}:root` };
  const user = account.users.get(nameKey(name.name));
  if (user === undefined) return undefined;
  const profile = account.loginProfiles.get(nameKey(user.name));
  return {
    accountId,
    account,
    user,
    ...(profile && { profile }),
    devices: devicesOf(account, user.name),
    arn: iamArn(accountId, 'user', user),
  };
}

export function hasPassword({ account, user, profile }: Subject, password: string): boolean {
  const known = user === undefined ? settingsOf(account).rootPassword : profile?.password;
  return known !== undefined && known === fingerprint(password);
}

/** The note of when the password was used last. */
export function passwordUsed({ account, accountId, user }: Subject, now: number): readonly Change[] {
  const settings = settingsOf(account);
  const before = user === undefined ? settings.rootPasswordLastUsed : user.passwordLastUsed;
  if (before !== undefined && now < before + usedOnce) return [];
  return user === undefined
    ? [put(accountId, 'settings', 'account', { ...settings, rootPasswordLastUsed: now })]
    : [put(accountId, 'users', nameKey(user.name), { ...user, passwordLastUsed: now })];
}
