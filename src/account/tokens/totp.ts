import { HOTP, Secret } from 'otpauth/slim';
import type { MfaDevice } from '../state/entities.ts';
import { randomBytes } from '../state/ids.ts';

/** Time-based one-time passwords, as AWS's virtual and hardware MFA devices make them: SHA-1, 6 digits, 30 seconds. */

const stepLength = 30_000;
/** Steps that a code may be off, before or after, so that a slow person or a clock a little wrong still gets in. */
const maxStepsOff = 1;
const digits = /^\d{6}$/;

/** How many steps of 30 seconds have passed since 1970: what a code is made of. */
export function stepAt(now: number): number {
  return Math.floor(now / stepLength);
}

/**
 * The code of a device with this seed (Base32) in one time step.
 * @see https://datatracker.ietf.org/doc/html/rfc6238
 */
export function codeOf(seed: string, step: number): string {
  return HOTP.generate({ secret: Secret.fromBase32(seed), digits: 6, counter: step });
}

/** The code that a device with this seed shows now. */
export function codeAt(seed: string, now: number): string {
  return codeOf(seed, stepAt(now));
}

/** A new seed of 64 Base32 letters. */
export function newSeed(random: () => number): string {
  const bytes = new Uint8Array(randomBytes(40, random));
  return new Secret({ buffer: bytes.buffer }).base32;
}

/** What the QR code says, so that an authenticator app knows the device: `otpauth://totp/…`. */
export function provisioningUrl(seed: string, name: string, account: string): string {
  const issuer = encodeURIComponent('Amazon Web Services');
  return `otpauth://totp/${issuer}:${encodeURIComponent(name)}@${account}?secret=${seed}&issuer=${issuer}`;
}

/**
 * Whether the device shows the code now, give or take a step and what AWS knows of its clock. A code is good once: the
 * device comes back with the step noted, and no code of that step or an earlier one is taken again. The caller has to
 * write the device, in the same changes as what the code was good for. Undefined: the code is not valid.
 */
export function verifyCode(
  device: MfaDevice,
  code: string,
  now: number,
): { readonly device: MfaDevice } | undefined {
  const { seed } = device;
  if (seed === undefined || !digits.test(code)) return undefined;
  const middle = stepAt(now) + device.drift;
  for (let step = middle - maxStepsOff; step <= middle + maxStepsOff; step += 1)
    if (step > (device.lastStep ?? -1) && codeOf(seed, step) === code)
      return { device: { ...device, lastStep: step } };
  return undefined;
}

/**
 * The device after two consecutive codes, its clock noted; the pair is looked for so many steps around now. A pair that
 * comes late is taken, and the device is out of step from then on, as AWS says.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_EnableMFADevice.html
 */
export function verifyPair(
  device: MfaDevice,
  [first, second]: readonly [string, string],
  now: number,
  window: number,
): { readonly device: MfaDevice } | undefined {
  const { seed } = device;
  if (seed === undefined || !digits.test(first) || !digits.test(second)) return undefined;
  const here = stepAt(now);
  for (const step of nearestFirst(here, window))
    if (step > (device.lastStep ?? -1) && codeOf(seed, step) === second && codeOf(seed, step - 1) === first)
      return { device: { ...device, drift: step - here, lastStep: step } };
  return undefined;
}

function nearestFirst(here: number, window: number): readonly number[] {
  return Array.from({ length: 2 * window + 1 }, (_, index) =>
    index % 2 === 0 ? here + index / 2 : here - (index + 1) / 2,
  );
}
