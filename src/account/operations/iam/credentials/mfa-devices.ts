import type { JsonObject } from '#iam';
import { tagsIn, text, textIn } from '../../../calls/input.ts';
import { nameKey } from '../../../calls/names.ts';
import type { Call, Operation, Outcome } from '../../../calls/operation.ts';
import { refuse, type Refusal } from '../../../calls/refusal.ts';
import { requestTagKeys, withTags } from '../../../calls/tag-set.ts';
import { newSeed, provisioningUrl } from '../../../tokens/totp.ts';
import type { MfaDevice, Tag } from '../../../state/entities.ts';
import { put, remove, type Account } from '../../../state/state.ts';
import { rootOutput, settingsOf } from '../credential-holders.ts';
import { about, overQuota, page, type Kind } from '../kinds.ts';
import { tagOperations } from '../tags.ts';
import { userOutput } from '../users-groups-roles/users.ts';

/** As many as users. */
const maxDevices = 5000;

/** The virtual MFA device that a call names by its serial number: no other kind is an entity of the account, or bears tags. */
const device: Kind<MfaDevice> = {
  find: ({ account, input }) => {
    const found = account.mfaDevices.get(text(input, 'SerialNumber'));
    return found?.kind === 'virtual' ? found : undefined;
  },
  arn: ({ accountId, input }) => {
    const serial = text(input, 'SerialNumber');
    return serial.startsWith('arn:') ? serial : `arn:aws:iam::${accountId}:mfa/${serial}`;
  },
  missing: ({ input }) => noDevice(text(input, 'SerialNumber')),
  tags: ({ tags }) => tags,
};

export function noDevice(serial: string): Refusal {
  return refuse('NoSuchEntity', `VirtualMFADevice with serial number ${serial} does not exist.`);
}

function virtualArn({ accountId, input }: Call): string {
  return `arn:aws:iam::${accountId}:mfa${textIn(input, 'Path') ?? '/'}${text(input, 'VirtualMFADeviceName')}`;
}

/** Whether a device has the name already: names are unique in an account, whatever the path. */
function isTaken(account: Account, name: string): boolean {
  return [...account.mfaDevices.keys()].some(
    (serial) => nameKey(serial.slice(serial.lastIndexOf('/') + 1)) === nameKey(name),
  );
}

function createVirtualDevice(call: Call): Outcome | Refusal {
  const { account, accountId, input, now, random } = call;
  const name = text(input, 'VirtualMFADeviceName');
  if (isTaken(account, name))
    return refuse('EntityAlreadyExists', 'MFADevice entity at the same path and name already exists.');
  if (account.mfaDevices.size >= maxDevices) return overQuota('VirtualMFADevicesPerAccount', maxDevices);
  const tags = withTags([], tagsIn(input), false);
  if ('refused' in tags) return tags;
  const serial = virtualArn(call);
  const seed = newSeed(random);
  return {
    output: {
      VirtualMFADevice: {
        SerialNumber: serial,
        Base32StringSeed: seed,
        QRCodePNG: provisioningUrl(seed, name, settingsOf(account).alias ?? accountId),
        ...tagList(tags),
      },
    },
    changes: [
      put(accountId, 'mfaDevices', serial, { serial, kind: 'virtual', seed, created: now, drift: 0, tags }),
    ],
  };
}

function tagList(tags: readonly Tag[]): JsonObject {
  return tags.length === 0 ? {} : { Tags: tags };
}

function listed(call: Call, { serial, user: name, enabled, tags }: MfaDevice): JsonObject {
  const one = call.account.users.get(nameKey(name ?? ''));
  return {
    SerialNumber: serial,
    ...(one && { User: userOutput(call.accountId, one, false) }),
    ...(name === '' && { User: rootOutput(call.account, call.accountId) }),
    ...(enabled !== undefined && { EnableDate: enabled }),
    ...tagList(tags),
  };
}

function isListed(status: string, owner: string | undefined): boolean {
  return status === 'Any' || (status === 'Assigned') === (owner !== undefined);
}

/**
 * Virtual MFA devices as entities of the account, whether assigned to somebody or not.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_enable_virtual.html
 */
export const mfaDeviceOperations: readonly Operation[] = [
  {
    service: 'iam',
    name: 'CreateVirtualMFADevice',
    asks: (call) => [
      {
        action: 'iam:CreateVirtualMFADevice',
        resource: virtualArn(call),
        context: requestTagKeys(tagsIn(call.input)),
      },
    ],
    run: createVirtualDevice,
  },
  {
    service: 'iam',
    name: 'ListVirtualMFADevices',
    reads: true,
    run: (call) => {
      const status = textIn(call.input, 'AssignmentStatus') ?? 'Any';
      const devices = [...call.account.mfaDevices.values()].filter(
        ({ kind, user: owner }) => kind === 'virtual' && isListed(status, owner),
      );
      return {
        output: page(
          call.input,
          'VirtualMFADevices',
          devices.map((one) => listed(call, one)),
        ),
      };
    },
  },
  about(device, 'DeleteVirtualMFADevice', ({ accountId }, { serial, user: owner }) => {
    if (owner !== undefined)
      return refuse('DeleteConflict', 'MFA VirtualDevice is in use. Must deactivate first.');
    return { changes: [remove(accountId, 'mfaDevices', serial)] };
  }),
  ...tagOperations(device, 'MFADevice', (account, one) => put(account, 'mfaDevices', one.serial, one)),
];
