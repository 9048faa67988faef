import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { randomBytes } from '../../../state/ids.ts';
import { fromBase64, toBase64 } from '../bytes.ts';

/** What a ciphertext of the simulated KMS holds: with which key, in which encryption context, what (base64). */
export interface Sealed {
  /** ARN. */
  readonly key: string;
  readonly context: Readonly<Record<string, string>>;
  readonly plaintext: string;
}

const nonceLength = 16;
const tagLength = 32;

/**
 * A ciphertext: a learner cannot read it and AWS's rules decide who may open it. It protects nothing: who has the
 * source of this page can open it.
 */
export function seal({ key, context, plaintext }: Sealed, random: () => number): string {
  const nonce = randomBytes(nonceLength, random);
  const said = utf8ToBytes(JSON.stringify([key, plaintext, ...ordered(context)]));
  return toBase64(concatBytes(nonce, sha256(concatBytes(nonce, said)), veiled(said, nonce)));
}

/** What a ciphertext holds; undefined where it is none of the simulated KMS, or was tampered with. */
export function unseal(text: string): Sealed | undefined {
  const bytes = fromBase64(text);
  if (bytes === undefined || bytes.length <= nonceLength + tagLength) return undefined;
  const nonce = bytes.slice(0, nonceLength);
  const said = veiled(bytes.slice(nonceLength + tagLength), nonce);
  const tag = sha256(concatBytes(nonce, said));
  if (!tag.every((byte, index) => byte === bytes[nonceLength + index])) return undefined;
  // Invariant: the tag is right, so `seal` wrote it.
  const [key = '', plaintext = '', ...pairs] = JSON.parse(
    new TextDecoder().decode(said),
  ) as readonly string[];
  const context: Record<string, string> = {};
  for (let at = 0; at < pairs.length; at += 2) context[pairs[at] ?? ''] = pairs[at + 1] ?? '';
  return { key, plaintext, context };
}

function ordered(context: Readonly<Record<string, string>>): readonly string[] {
  return Object.keys(context)
    .sort()
    .flatMap((key) => [key, context[key] ?? '']);
}

/** Whether two encryption contexts are the same, whatever their order. */
export function isSameContext(
  left: Readonly<Record<string, string>>,
  right: Readonly<Record<string, string>>,
): boolean {
  return JSON.stringify(ordered(left)) === JSON.stringify(ordered(right));
}

function veiled(bytes: Uint8Array, nonce: Uint8Array): Uint8Array {
  const stream = Array.from({ length: Math.ceil(bytes.length / tagLength) }, (_, block) =>
    sha256(concatBytes(nonce, utf8ToBytes(String(block)))),
  );
  return bytes.map((byte, at) => byte ^ (stream[Math.floor(at / tagLength)]?.[at % tagLength] ?? 0));
}
