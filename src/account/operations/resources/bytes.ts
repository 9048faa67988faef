import { utf8ToBytes } from '@noble/hashes/utils.js';
import { md5 } from '@noble/hashes/legacy.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** Bytes as services write them. Bodies of S3 and Lambda are texts, binary members of KMS base64, as on the wire. */

export function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/** The bytes of a base64 text; undefined where it is none. */
export function fromBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return undefined;
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

export function byteLength(text: string): number {
  return utf8ToBytes(text).length;
}

/** MD5 of a text, in hexadecimal: an object's ETag, a message's checksum. */
export function md5Hex(text: string): string {
  return bytesToHex(md5(utf8ToBytes(text)));
}
