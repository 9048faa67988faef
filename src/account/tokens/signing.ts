import { p256 } from '@noble/curves/nist.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { bytesFromBase64, toBase64Url } from './base64.ts';

/**
 * Signatures of the identity providers that stand in for real ones: ES256. A provider's key follows from its name, so
 * nothing has to be kept; who knows that can forge, which is what the tampering is for.
 * @see https://www.rfc-editor.org/rfc/rfc7518#section-3.4
 */
function secretOf(signer: string): Uint8Array {
  return sha256(utf8ToBytes(`deny-by-default signing key of ${signer}`));
}

/** The public key of a provider, base64url of its compressed point. */
export function publicKeyOf(signer: string): string {
  return toBase64Url(p256.getPublicKey(secretOf(signer)));
}

/** By what name a provider's key goes. */
export function keyIdOf(signer: string): string {
  return toBase64Url(sha256(utf8ToBytes(publicKeyOf(signer)))).slice(0, 16);
}

export function signatureOf(text: string, signer: string): string {
  return toBase64Url(p256.sign(utf8ToBytes(text), secretOf(signer)));
}

/** Whether the holder of a public key signed the text. Total: what is no signature or no key is not valid. */
export function isSignedBy(text: string, signature: string, publicKey: string): boolean {
  const [mark, key] = [bytesFromBase64(signature), bytesFromBase64(publicKey)];
  if (mark?.length !== 64 || key?.length !== 33) return false;
  try {
    return p256.verify(mark, utf8ToBytes(text), key);
  } catch {
    return false;
  }
}
