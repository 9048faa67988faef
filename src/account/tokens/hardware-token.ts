import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { Secret } from 'otpauth/slim';
import type { MfaDevice } from '../state/entities.ts';

const seedLength = 20;
const serialNumber = /^GAHT\d{8}$/;
const firstSold = 10_000_001;

/**
 * The hardware TOTP token with this serial number, as nobody's yet. Its vendor has told AWS the seed of each token, so a token
 * needs no call to be made: here the seed follows from the serial number. Undefined: no token has such a number.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_enable_physical.html
 */
export function hardwareToken(serial: string, now: number): MfaDevice | undefined {
  return serialNumber.test(serial) ? tokenOf(serial, now) : undefined;
}

/** The token that the vendor sells next: the first one that the account has never had. */
export function nextToken(has: (serial: string) => boolean, now: number): MfaDevice {
  let number = firstSold;
  while (has(`GAHT${number}`)) number += 1;
  return tokenOf(`GAHT${number}`, now);
}

function tokenOf(serial: string, now: number): MfaDevice {
  const bytes = sha256(utf8ToBytes(`hardware TOTP token ${serial}`)).slice(0, seedLength);
  const seed = new Secret({ buffer: bytes.buffer }).base32;
  return { serial, kind: 'hardware', seed, created: now, drift: 0, tags: [] };
}
