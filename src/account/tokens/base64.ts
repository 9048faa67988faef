import { utf8ToBytes } from '@noble/hashes/utils.js';

/** Bytes, or the UTF-8 bytes of a text, in base64. */
export function toBase64(value: string | Uint8Array): string {
  const bytes = typeof value === 'string' ? utf8ToBytes(value) : value;
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/** The same in the alphabet of URLs and without padding, as tokens have it. */
export function toBase64Url(value: string | Uint8Array): string {
  return toBase64(value).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The bytes of base64 in either alphabet; undefined where the text is none. */
export function bytesFromBase64(text: string): Uint8Array | undefined {
  const plain = text.replaceAll(/\s/g, '').replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '');
  if (!/^[A-Za-z0-9+/]*$/.test(plain) || plain.length % 4 === 1) return undefined;
  return Uint8Array.from(atob(plain), (character) => character.charCodeAt(0));
}

/** The text whose UTF-8 bytes are in base64; undefined where it is none. */
export function textFromBase64(text: string): string | undefined {
  const bytes = bytesFromBase64(text);
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
}
