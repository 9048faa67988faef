import { describe, expect, it } from 'vitest';
import { accountOf, newWorld, perform, worldOf, type World } from '#account';
import { codeOf, stepAt } from '../../src/account/tokens/totp.ts';
import { put } from '../../src/account/state/state.ts';
import { account, call, catalogue, freshWorld, root, start } from './fresh-world.ts';

const key = `arn:aws:iam::${account}:u2f/user/ana/key-1`;

function withAna(): World {
  return call(freshWorld(), 'iam:CreateUser', { UserName: 'ana' }).world;
}

function register(world: World, serial: string): ReturnType<typeof perform> {
  const input = {
    UserName: 'ana',
    SerialNumber: serial,
    AuthenticationCode1: '000000',
    AuthenticationCode2: '000000',
  };
  return perform(
    world,
    {
      service: 'iam',
      operation: 'EnableMFADevice',
      input,
      signature: { by: 'scenario', principal: root },
      region: 'us-east-1',
      face: 'console',
    },
    { now: start + 60_000 },
  );
}

describe('a security key', () => {
  it('is registered in the console, is in no list of virtual devices, and is gone when deactivated', () => {
    const { world } = register(withAna(), key);
    expect(accountOf(world.state, account).mfaDevices.get(key)).toMatchObject({ kind: 'fido', user: 'ana' });
    expect(call(world, 'iam:ListMFADevices', { UserName: 'ana' }).output).toMatchObject({
      MFADevices: [{ SerialNumber: key }],
    });
    expect(call(world, 'iam:ListVirtualMFADevices', {}).output).toMatchObject({ VirtualMFADevices: [] });
    expect(call(world, 'iam:DeleteVirtualMFADevice', { SerialNumber: key }).error?.code).toBe('NoSuchEntity');
    const gone = call(world, 'iam:DeactivateMFADevice', { UserName: 'ana', SerialNumber: key }).world;
    expect(accountOf(gone.state, account).mfaDevices.size).toBe(0);
  });

  it('has the account in its serial number', () => {
    const { error } = register(withAna(), 'arn:aws:iam::999988887777:u2f/user/ana/key-1');
    expect(error?.code).toBe('NoSuchEntity');
  });

  it('never drifts, so no codes put it in step', () => {
    const { error } = call(register(withAna(), key).world, 'iam:ResyncMFADevice', {
      UserName: 'ana',
      SerialNumber: key,
      AuthenticationCode1: '000000',
      AuthenticationCode2: '111111',
    });
    expect(error?.code).toBe('InvalidAuthenticationCode');
  });
});

describe('a virtual device', () => {
  it('keeps its seed out of the trail', () => {
    const { output, record } = call(withAna(), 'iam:CreateVirtualMFADevice', {
      VirtualMFADeviceName: 'phone',
    });
    const { Base32StringSeed: seed } = output?.['VirtualMFADevice'] as { Base32StringSeed: string };
    expect(JSON.stringify([record.input, record.output])).not.toContain(seed);
  });

  it('whose codes came late is out of step until it is resynchronized', () => {
    const made = call(withAna(), 'iam:CreateVirtualMFADevice', { VirtualMFADeviceName: 'phone' });
    const { SerialNumber, Base32StringSeed: seed } = made.output?.['VirtualMFADevice'] as Record<
      string,
      string
    >;
    const step = stepAt(made.record.at);
    function codes(off: number): Record<string, string> {
      return {
        UserName: 'ana',
        SerialNumber: SerialNumber!,
        AuthenticationCode1: codeOf(seed!, step + off - 1),
        AuthenticationCode2: codeOf(seed!, step + off),
      };
    }
    const late = call(made.world, 'iam:EnableMFADevice', codes(-8)).world;
    expect(accountOf(late.state, account).mfaDevices.get(SerialNumber!)?.drift).toBe(-8);
    const again = call(late, 'iam:ResyncMFADevice', codes(0)).world;
    expect(accountOf(again.state, account).mfaDevices.get(SerialNumber!)?.drift).toBe(0);
  });

  it('is one of at most 5,000 in the account', () => {
    const devices = Array.from({ length: 5000 }, (_, index) => {
      const serial = `arn:aws:iam::${account}:mfa/phone-${index}`;
      return put(account, 'mfaDevices', serial, {
        serial,
        kind: 'virtual',
        created: start,
        drift: 0,
        tags: [],
      });
    });
    const world = newWorld([...freshWorld().log[0]!.changes, ...devices], start, catalogue);
    const { error } = call(worldOf(world, catalogue), 'iam:CreateVirtualMFADevice', {
      VirtualMFADeviceName: 'phone',
    });
    expect(error?.code).toBe('LimitExceeded');
  });
});
