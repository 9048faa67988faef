import { refuse, type Refusal } from '../../../calls/refusal.ts';
import type { AccountSettings, LoginProfile, PasswordPolicy } from '../../../state/entities.ts';
import { fingerprint } from '../../../state/ids.ts';

const day = 86_400_000;
const upper = /[A-Z]/;
const lower = /[a-z]/;
const digit = /\d/;
const symbol = /[!@#$%^&*()_+\-=[\]{}|']/;
/** Characters, by AWS's quota. */
const maxPasswordLength = 128;
/** Hashes kept of earlier passwords: the most that a policy can forbid. */
const remembered = 24;

/** Whether a password keeps the account's password policy, or IAM's default one where the account has none. */
function conforms(password: string, { passwordPolicy: policy, name, email }: AccountSettings): boolean {
  const length = Array.from(password).length;
  if (length > maxPasswordLength) return false;
  if (policy === undefined) {
    const kinds = [upper, lower, digit, symbol].filter((kind) => kind.test(password)).length;
    const own = [name.toLowerCase(), email.toLowerCase()].includes(password.toLowerCase());
    return length >= 8 && kinds >= 3 && !own;
  }
  return (
    length >= policy.MinimumPasswordLength &&
    (!policy.RequireUppercaseCharacters || upper.test(password)) &&
    (!policy.RequireLowercaseCharacters || lower.test(password)) &&
    (!policy.RequireNumbers || digit.test(password)) &&
    (!policy.RequireSymbols || symbol.test(password))
  );
}

/**
 * IAM's refusal of a new password that the account's policy forbids, by its form or because the user had it before.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html
 */
export function passwordFault(
  password: string,
  settings: AccountSettings,
  profile?: LoginProfile,
): Refusal | undefined {
  const forbidden = settings.passwordPolicy?.PasswordReusePrevention ?? 0;
  const before = profile === undefined ? [] : [profile.password, ...profile.earlier].slice(0, forbidden);
  if (conforms(password, settings) && !before.includes(fingerprint(password))) return undefined;
  return refuse('PasswordPolicyViolation', 'Password does not conform to the account password policy.');
}

/** The login profile with another password: of each only the hash is kept. */
export function withPassword(
  profile: LoginProfile,
  password: string,
  now: number,
  resetRequired = false,
): LoginProfile {
  return {
    ...profile,
    password: fingerprint(password),
    earlier: [profile.password, ...profile.earlier].slice(0, remembered),
    changed: now,
    resetRequired,
  };
}

/** When a password expires; undefined: never. The age that counts is the one the policy sets today. */
export function passwordExpiry(
  { changed }: LoginProfile,
  policy: PasswordPolicy | undefined,
): number | undefined {
  return policy === undefined || policy.MaxPasswordAge === 0
    ? undefined
    : changed + policy.MaxPasswordAge * day;
}
