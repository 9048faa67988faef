import { describe, expect, it } from 'vitest';
import {
  codeAt,
  codeOf,
  newSeed,
  provisioningUrl,
  stepAt,
  verifyCode,
  verifyPair,
} from '../../src/account/tokens/totp.ts';
import type { MfaDevice } from '../../src/account/state/entities.ts';
import { seeded, start } from './fresh-world.ts';

/** `12345678901234567890`, the secret of RFC 6238. */
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const device: MfaDevice = {
  serial: 'arn:aws:iam::111122223333:mfa/ana',
  kind: 'virtual',
  seed: secret,
  user: 'ana',
  created: start,
  enabled: start,
  drift: 0,
  tags: [],
};
const here = stepAt(start);

describe('a time-based one-time password', () => {
  it.each([
    [59, '94287082'],
    [1111111109, '07081804'],
    [1111111111, '14050471'],
    [1234567890, '89005924'],
    [2000000000, '69279037'],
    [20000000000, '65353130'],
  ])('is that of RFC 6238, appendix B, at %i seconds', (seconds, eight) => {
    expect(codeAt(secret, seconds * 1000)).toBe(eight.slice(2));
  });

  it('has a seed of 64 Base32 letters and an address that authenticator apps read', () => {
    const seed = newSeed(seeded(1));
    expect(seed).toMatch(/^[A-Z2-7]{64}$/);
    expect(provisioningUrl(seed, 'ana phone', '111122223333')).toBe(
      `otpauth://totp/Amazon%20Web%20Services:ana%20phone@111122223333?secret=${seed}&issuer=Amazon%20Web%20Services`,
    );
  });
});

describe('a code', () => {
  it('is taken once, and refused the second time', () => {
    const code = codeAt(secret, start);
    const first = verifyCode(device, code, start);
    expect(first?.device.lastStep).toBe(here);
    expect(verifyCode(first!.device, code, start + 1000)).toBeUndefined();
    expect(verifyCode(first!.device, codeOf(secret, here - 1), start)).toBeUndefined();
    expect(verifyCode(first!.device, codeOf(secret, here + 1), start + 30_000)).toBeDefined();
  });

  it('may be one step off, and no more', () => {
    const taken = [-2, -1, 0, 1, 2].map(
      (off) => verifyCode(device, codeOf(secret, here + off), start) !== undefined,
    );
    expect(taken).toEqual([false, true, true, true, false]);
  });

  it('is looked for where the clock of the device is known to be', () => {
    const slow = { ...device, drift: -10 };
    expect(verifyCode(slow, codeOf(secret, here - 10), start)).toBeDefined();
    expect(verifyCode(slow, codeOf(secret, here), start)).toBeUndefined();
  });

  it('has six digits, and a security key has none', () => {
    const key: MfaDevice = { serial: device.serial, kind: 'fido', created: start, drift: 0, tags: [] };
    expect(verifyCode(device, '12345', start)).toBeUndefined();
    expect(verifyCode(device, 'abcdef', start)).toBeUndefined();
    expect(verifyCode(key, codeAt(secret, start), start)).toBeUndefined();
    expect(verifyPair(key, [codeOf(secret, here - 1), codeAt(secret, start)], start, 10)).toBeUndefined();
  });
});

describe('two codes', () => {
  it('put a device in step when they are consecutive, and use both up', () => {
    const pair = verifyPair(device, [codeOf(secret, here - 1), codeOf(secret, here)], start, 10);
    expect(pair?.device).toMatchObject({ drift: 0, lastStep: here });
    expect(verifyCode(pair!.device, codeOf(secret, here), start)).toBeUndefined();
  });

  it('are refused the wrong way round, twice the same, or with a gap', () => {
    const [a, b, c] = [-2, -1, 0].map((off) => codeOf(secret, here + off)) as [string, string, string];
    for (const [first, second] of [
      [c, b],
      [c, c],
      [a, c],
      ['', c],
    ] as const)
      expect(verifyPair(device, [first, second], start, 10)).toBeUndefined();
  });

  it('that come late leave the device out of step until it is put in step again', () => {
    const late = verifyPair(device, [codeOf(secret, here - 6), codeOf(secret, here - 5)], start, 10)!.device;
    expect(late.drift).toBe(-5);
    expect(verifyCode(late, codeAt(secret, start), start)).toBeUndefined();
    const again = verifyPair(late, [codeOf(secret, here - 1), codeOf(secret, here)], start, 120)!.device;
    expect(again.drift).toBe(0);
    expect(verifyCode(again, codeAt(secret, start + 30_000), start + 30_000)).toBeDefined();
  });

  it('are not looked for further away than told', () => {
    const far: [string, string] = [codeOf(secret, here - 12), codeOf(secret, here - 11)];
    expect(verifyPair(device, far, start, 10)).toBeUndefined();
    expect(verifyPair(device, far, start, 120)).toBeDefined();
  });
});
