import type { JsonObject } from '#iam';
import { flag, text, textIn } from '../../../calls/input.ts';
import { nameKey } from '../../../calls/names.ts';
import type { Call, Operation, Outcome } from '../../../calls/operation.ts';
import { refuse, type Refusal } from '../../../calls/refusal.ts';
import { passwordFault, withPassword } from './passwords.ts';
import type { LoginProfile } from '../../../state/entities.ts';
import { fingerprint } from '../../../state/ids.ts';
import { put, remove } from '../../../state/state.ts';
import { aboutHolder, settingsOf, shownName, type Holder } from '../credential-holders.ts';
import { about, askAbout, user } from '../kinds.ts';

function noProfile(name: string): Refusal {
  return refuse('NoSuchEntity', `Login Profile for User ${name} cannot be found.`);
}

function profileOutput(name: string, created: number, resetRequired: boolean): JsonObject {
  return { LoginProfile: { UserName: name, CreateDate: created, PasswordResetRequired: resetRequired } };
}

function createLoginProfile(call: Call, one: Holder): Outcome | Refusal {
  const { account, accountId, input, now } = call;
  const settings = settingsOf(account);
  const name = shownName(account, one);
  const exists = one.user
    ? account.loginProfiles.has(nameKey(one.name))
    : settings.rootPassword !== undefined;
  if (exists) return refuse('EntityAlreadyExists', `Login Profile for user ${name} already exists.`);
  const password = textIn(input, 'Password');
  if (password === undefined) return refuse('ValidationError', 'Password must be specified.');
  if (!one.user)
    return {
      output: profileOutput(name, now, false),
      changes: [put(accountId, 'settings', 'account', { ...settings, rootPassword: fingerprint(password) })],
    };
  const fault = passwordFault(password, settings);
  if (fault) return fault;
  const made: LoginProfile = {
    user: name,
    created: now,
    changed: now,
    password: fingerprint(password),
    earlier: [],
    resetRequired: flag(input, 'PasswordResetRequired'),
  };
  return {
    output: profileOutput(name, now, made.resetRequired),
    changes: [put(accountId, 'loginProfiles', nameKey(name), made)],
  };
}

function getLoginProfile({ account }: Call, one: Holder): Outcome | Refusal {
  const settings = settingsOf(account);
  if (!one.user && settings.rootPassword !== undefined)
    return { output: profileOutput(settings.name, settings.created, false) };
  const profile = account.loginProfiles.get(nameKey(one.name));
  if (profile === undefined) return noProfile(shownName(account, one));
  return { output: profileOutput(one.name, profile.created, profile.resetRequired) };
}

function deleteLoginProfile({ account, accountId }: Call, one: Holder): Outcome | Refusal {
  const { rootPassword, ...settings } = settingsOf(account);
  if (!one.user && rootPassword !== undefined)
    return { changes: [put(accountId, 'settings', 'account', settings)] };
  if (!account.loginProfiles.has(nameKey(one.name))) return noProfile(shownName(account, one));
  return { changes: [remove(accountId, 'loginProfiles', nameKey(one.name))] };
}

const changePassword: Operation = {
  service: 'iam',
  name: 'ChangePassword',
  asks: (call) =>
    call.caller.kind === 'user'
      ? [askAbout('ChangePassword', user, call)]
      : refuse('InvalidUserType', 'Only IAM Users can change their own password.'),
  run: ({ account, accountId, caller, input, now }) => {
    const key = nameKey(caller.user);
    const profile = account.loginProfiles.get(key);
    if (profile === undefined) return noProfile(caller.user);
    if (fingerprint(text(input, 'OldPassword')) !== profile.password)
      return refuse('AccessDenied', 'The old password was incorrect.');
    const password = text(input, 'NewPassword');
    const fault = passwordFault(password, settingsOf(account), profile);
    return fault ?? { changes: [put(accountId, 'loginProfiles', key, withPassword(profile, password, now))] };
  },
};

/**
 * Passwords for the console.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_admin-change-user.html
 */
export const loginProfileOperations: readonly Operation[] = [
  aboutHolder('CreateLoginProfile', createLoginProfile),
  aboutHolder('GetLoginProfile', getLoginProfile, { reads: true }),
  about(user, 'UpdateLoginProfile', ({ account, accountId, input, now }, { name }) => {
    const profile = account.loginProfiles.get(nameKey(name));
    if (profile === undefined) return noProfile(name);
    const password = textIn(input, 'Password');
    const fault = password === undefined ? undefined : passwordFault(password, settingsOf(account), profile);
    if (fault) return fault;
    const changed = password === undefined ? profile : withPassword(profile, password, now);
    const reset = input['PasswordResetRequired'];
    const resetRequired = typeof reset === 'boolean' ? reset : profile.resetRequired;
    return { changes: [put(accountId, 'loginProfiles', nameKey(name), { ...changed, resetRequired })] };
  }),
  aboutHolder('DeleteLoginProfile', deleteLoginProfile),
  changePassword,
];
