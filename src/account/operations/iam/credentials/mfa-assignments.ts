import type { JsonObject } from '#iam';
import { text, textIn } from '../../../calls/input.ts';
import type { Call, Operation, Outcome } from '../../../calls/operation.ts';
import { refuse, type Refusal } from '../../../calls/refusal.ts';
import { hardwareToken } from '../../../tokens/hardware-token.ts';
import { verifyPair } from '../../../tokens/totp.ts';
import type { MfaDevice } from '../../../state/entities.ts';
import { put, remove, type Account } from '../../../state/state.ts';
import { aboutHolder, holder, shownName, type Holder } from '../credential-holders.ts';
import { askAbout, overQuota, page, user } from '../kinds.ts';
import { noDevice } from './mfa-devices.ts';

const maxDevices = 8;
/** Steps around now in which two codes are looked for: five minutes to enable a device, two hours to resynchronize it. */
const enableWindow = 10;
const resyncWindow = 240;

const wrongCodes = refuse('InvalidAuthenticationCode', 'Authentication code for device is not valid.');

/** The MFA devices that are assigned to a user, or with `''` to the root user. */
export function devicesOf(account: Account, name: string): readonly MfaDevice[] {
  return [...account.mfaDevices.values()].filter((device) => device.user === name);
}

function codesIn({ input }: Call): readonly [string, string] {
  return [text(input, 'AuthenticationCode1'), text(input, 'AuthenticationCode2')];
}

/** A security key as the console registers one: `arn:aws:iam::111122223333:u2f/user/ana/key-1`. */
const securityKey = /^arn:aws:iam::(\d{12}):u2f\/(?:user\/[\w+=,.@-]+|root)\/[\w+=,.@-]+$/;

/** Whether a device is somebody's: a hardware token may be so in another account. */
function isInUse({ state }: Call, serial: string): boolean {
  return [...state.values()].some(({ mfaDevices }) => mfaDevices.get(serial)?.user !== undefined);
}

/**
 * Assigns a device. A hardware token is known by its serial number alone. A security key is registered in the console only:
 * its serial number is new, and it has no codes.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_enable_fido.html
 */
function enable(call: Call, one: Holder): Outcome | Refusal {
  const { account, accountId, face, input, now } = call;
  const serial = text(input, 'SerialNumber');
  const known = account.mfaDevices.get(serial) ?? hardwareToken(serial, now);
  const isKey = face === 'console' && securityKey.exec(serial)?.[1] === accountId;
  if (known === undefined && !isKey) return noDevice(serial);
  if (isInUse(call, serial)) return refuse('EntityAlreadyExists', 'MFA Device is already in use.');
  if (devicesOf(account, one.name).length >= maxDevices) return overQuota('MFADevicesPerUser', maxDevices);
  const device = known
    ? verifyPair(known, codesIn(call), now, enableWindow)?.device
    : ({ serial, kind: 'fido', created: now, drift: 0, tags: [] } as const);
  if (device === undefined) return wrongCodes;
  return {
    changes: [put(accountId, 'mfaDevices', serial, { ...device, user: one.name, enabled: now })],
  };
}

/** The device that a call names, where it is assigned to the holder. */
function assigned(
  { account, input }: Call,
  one: Holder,
  run: (device: MfaDevice) => Outcome | Refusal,
): Outcome | Refusal {
  const serial = text(input, 'SerialNumber');
  const found = account.mfaDevices.get(serial);
  if (found === undefined) return noDevice(serial);
  return found.user === one.name ? run(found) : refuse('NoSuchEntity', 'MFA Device invalid for user.');
}

/** A device whose assignment ended: its used codes stay used, what was known of its clock goes. A security key is gone. */
function unassigned({ serial, kind, seed, created, tags, lastStep }: MfaDevice): MfaDevice | undefined {
  return kind === 'fido' || seed === undefined
    ? undefined
    : { serial, kind, seed, created, tags, drift: 0, ...(lastStep !== undefined && { lastStep }) };
}

function deviceOutput(account: Account, device: MfaDevice): JsonObject {
  return {
    UserName: shownName(account, { name: device.user ?? '' }),
    SerialNumber: device.serial,
    EnableDate: device.enabled ?? device.created,
  };
}

/** GetMFADevice asks about the device's user where the call names none. */
function ownerNamed(call: Call): Call {
  const owner = call.account.mfaDevices.get(text(call.input, 'SerialNumber'))?.user;
  return textIn(call.input, 'UserName') !== undefined || owner === undefined || owner === ''
    ? call
    : { ...call, input: { ...call.input, UserName: owner } };
}

const getDevice: Operation = {
  service: 'iam',
  name: 'GetMFADevice',
  reads: true,
  asks: (call) => [askAbout('GetMFADevice', holder, ownerNamed(call))],
  run: (call) => {
    const named = ownerNamed(call);
    const one = holder.find(named);
    if (one === undefined) return user.missing(named);
    return assigned(named, one, ({ user: owner, serial, enabled }) => ({
      output: {
        ...(owner !== '' && { UserName: one.name }),
        SerialNumber: serial,
        ...(enabled !== undefined && { EnableDate: enabled }),
      },
    }));
  },
};

/**
 * MFA devices as somebody's: assigned, put in step, taken away.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa.html
 */
export const mfaAssignmentOperations: readonly Operation[] = [
  aboutHolder('EnableMFADevice', enable, {
    context: ({ input }) =>
      securityKey.test(text(input, 'SerialNumber')) ? { 'iam:RegisterSecurityKey': 'Activate' } : {},
  }),
  aboutHolder('ResyncMFADevice', (call, one) =>
    assigned(call, one, (device) => {
      const found = verifyPair(device, codesIn(call), call.now, resyncWindow);
      return found
        ? { changes: [put(call.accountId, 'mfaDevices', device.serial, found.device)] }
        : wrongCodes;
    }),
  ),
  aboutHolder('DeactivateMFADevice', (call, one) =>
    assigned(call, one, (device) => {
      const left = unassigned(device);
      const { accountId } = call;
      return {
        changes: [
          left
            ? put(accountId, 'mfaDevices', device.serial, left)
            : remove(accountId, 'mfaDevices', device.serial),
        ],
      };
    }),
  ),
  aboutHolder(
    'ListMFADevices',
    ({ account, input }, { name }) => ({
      output: page(
        input,
        'MFADevices',
        devicesOf(account, name).map((device) => deviceOutput(account, device)),
      ),
    }),
    { reads: true },
  ),
  getDevice,
];
