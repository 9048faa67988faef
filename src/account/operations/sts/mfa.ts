import { textIn } from '../../calls/input.ts';
import { nameKey } from '../../calls/names.ts';
import type { Call } from '../../calls/operation.ts';
import { refuse, type Refusal } from '../../calls/refusal.ts';
import { verifyCode } from '../../tokens/totp.ts';
import { put, type Change } from '../../state/state.ts';

/** What `SerialNumber` and `TokenCode` of a call prove. */
export interface Proof {
  /** Whether the caller proved possession of an MFA device in this call. */
  readonly mfa: boolean;
  /** The code is used up. */
  readonly changes: readonly Change[];
}

const none: Proof = { mfa: false, changes: [] };

function failed(why: string): Refusal {
  return refuse('AccessDenied', `MultiFactorAuthentication failed${why}`);
}

/**
 * The MFA device of a call, if it brings one: a device of the very user who calls, with its code of the moment.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html
 */
export function mfaOf({ input, caller, account, accountId, now }: Call): Proof | Refusal {
  const serial = textIn(input, 'SerialNumber');
  const code = textIn(input, 'TokenCode');
  if (serial === undefined && code === undefined) return none;
  if (serial === undefined || code === undefined)
    return failed(', must provide both MFA serial number and one time pass code.');
  const direct = (caller.kind === 'user' || caller.kind === 'root') && caller.session === undefined;
  const found = [...account.mfaDevices].find(
    ([, device]) =>
      direct &&
      device.serial === serial &&
      device.kind !== 'fido' &&
      device.user !== undefined &&
      nameKey(device.user) === nameKey(caller.user),
  );
  if (found === undefined)
    return failed(
      ', unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.',
    );
  const [key, device] = found;
  const verified = verifyCode(device, code, now);
  if (verified === undefined) return failed(' with invalid MFA one time pass code.');
  return { mfa: true, changes: [put(accountId, 'mfaDevices', key, verified.device)] };
}
