import { hmac } from '@noble/hashes/hmac.js';
import { sha1 } from '@noble/hashes/legacy.js';
import type { MfaDevice } from '../state/entities.ts';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const period = 30_000;

function seedBytes(seed: string): Uint8Array {
  const bits = Array.from(seed.replaceAll('=', ''), (letter) =>
    letters.indexOf(letter).toString(2).padStart(5, '0'),
  ).join('');
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
}

/** The code of a time step. @see https://www.rfc-editor.org/rfc/rfc6238 */
export function codeOf(seed: string, step: number): string {
  const counter = new Uint8Array(8);
  new DataView(counter.buffer).setBigUint64(0, BigInt(step));
  const mac = hmac(sha1, seedBytes(seed), counter);
  const offset = (mac.at(-1) ?? 0) & 15;
  const value = new DataView(mac.buffer, mac.byteOffset).getUint32(offset) & 0x7f_ff_ff_ff;
  return String(value % 1_000_000).padStart(6, '0');
}

/** The device after a code of it was used, once; undefined where the code is none of the current time steps'. */
export function verifyCode(
  device: MfaDevice,
  code: string,
  now: number,
): { readonly device: MfaDevice } | undefined {
  const { seed } = device;
  if (seed === undefined) return undefined;
  const expected = Math.floor(now / period) + device.drift;
  const step = [expected, expected - 1, expected + 1].find(
    (candidate) => candidate > (device.lastStep ?? -1) && codeOf(seed, candidate) === code,
  );
  if (step === undefined) return undefined;
  return { device: { ...device, drift: device.drift + step - expected, lastStep: step } };
}
