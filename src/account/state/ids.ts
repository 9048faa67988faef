import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const hex = '0123456789abcdef';
const wide = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/+';

function pick(alphabet: string, length: number, random: () => number): string {
  return Array.from({ length }, () => alphabet.charAt(Math.floor(random() * alphabet.length))).join('');
}

/**
 * A new unique id of IAM with the prefix of its kind: 21 characters.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
 */
export function uniqueId(prefix: string, random: () => number): string {
  return prefix + pick(letters, 21 - prefix.length, random);
}

/** The unique id of something that AWS itself owns: always the same for the same ARN. */
export function stableId(prefix: string, arn: string): string {
  const bytes = sha256(utf8ToBytes(arn));
  let at = 0;
  return uniqueId(prefix, () => {
    at += 1;
    return (bytes[at % bytes.length] ?? 0) / 256;
  });
}

/** A new access key id, 20 characters. It ends as AWS's example keys do, so nobody takes it for a real one. */
export function accessKeyId(prefix: 'AKIA' | 'ASIA', random: () => number): string {
  return `${prefix}${pick(letters, 9, random)}EXAMPLE`;
}

/** A new secret access key, 40 characters, marked as an example. */
export function secretAccessKey(random: () => number): string {
  return `${pick(wide, 30, random)}EXAMPLEKEY`;
}

/** A new session token. It only names a session: what it grants stands in the account. */
export function sessionToken(random: () => number): string {
  return `IQoJb3JpZ2luX2VjEXAMPLE${pick(wide, 97, random)}EXAMPLETOKEN==`;
}

/** `length` digits of a hexadecimal id, as organizations, queues and keys have. */
export function hexId(length: number, random: () => number): string {
  return pick(hex, length, random);
}

/** A version 4 UUID. */
export function uuid(random: () => number): string {
  const digits = pick(hex, 32, random);
  const variant = '89ab'.charAt(Math.floor(random() * 4));
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-${variant}${digits.slice(17, 20)}-${digits.slice(20)}`;
}

/** `length` bytes, for seeds. */
export function randomBytes(length: number, random: () => number): Uint8Array {
  return Uint8Array.from({ length }, () => Math.floor(random() * 256));
}

/** What is kept of a secret: enough to know it again. */
export function fingerprint(secret: string): string {
  return bytesToHex(sha256(utf8ToBytes(secret)));
}
