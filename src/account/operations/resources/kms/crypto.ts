import { isJsonObject, type JsonObject } from '#iam';
import { text, textIn } from '../../../calls/input.ts';
import type { Call, Operation } from '../../../calls/operation.ts';
import { refuse, type Refusal } from '../../../calls/refusal.ts';
import { randomBytes } from '../../../state/ids.ts';
import { fromBase64, toBase64 } from '../bytes.ts';
import { isSameContext, seal, unseal, type Sealed } from './ciphertext.ts';
import { encryptionContext, findKey, keyAsk, unusable, type OwnedKey } from './key.ts';
import { aboutKey } from './keys.ts';

function contextOf(input: JsonObject): Readonly<Record<string, string>> {
  const given = input['EncryptionContext'];
  if (!isJsonObject(given)) return {};
  return Object.fromEntries(Object.keys(given).map((key) => [key, text(given, key)]));
}

const keysOf = (call: Call): ReturnType<typeof encryptionContext> => ({
  'kms:EncryptionAlgorithm': 'SYMMETRIC_DEFAULT',
  ...encryptionContext(contextOf(call.input)),
});

const encrypt = aboutKey(
  'Encrypt',
  ({ input, random }, { key }) => {
    const stopped = unusable(key);
    if (stopped) return stopped;
    const plaintext = text(input, 'Plaintext');
    const bytes = fromBase64(plaintext);
    if (bytes === undefined || bytes.length === 0 || bytes.length > 4096)
      return refuse('ValidationException', 'Plaintext must be base64 of 1 to 4096 bytes.');
    return {
      output: {
        CiphertextBlob: seal({ key: key.arn, context: contextOf(input), plaintext }, random),
        KeyId: key.arn,
      },
    };
  },
  { anyAccount: true, context: keysOf },
);

const generateDataKey = aboutKey(
  'GenerateDataKey',
  ({ input, random }, { key }) => {
    const stopped = unusable(key);
    if (stopped) return stopped;
    const length = textIn(input, 'KeySpec') === 'AES_128' ? 16 : 32;
    const plaintext = toBase64(randomBytes(length, random));
    return {
      output: {
        CiphertextBlob: seal({ key: key.arn, context: contextOf(input), plaintext }, random),
        Plaintext: plaintext,
        KeyId: key.arn,
      },
    };
  },
  { anyAccount: true, context: keysOf },
);

/** What a ciphertext holds, and the key it names. */
function opened(call: Call): { readonly sealed: Sealed; readonly found: OwnedKey } | Refusal {
  const sealed = unseal(text(call.input, 'CiphertextBlob'));
  if (sealed === undefined) return refuse('InvalidCiphertextException', '');
  const found = findKey(call, sealed.key, 'kms:Decrypt');
  return 'refused' in found ? found : { sealed, found };
}

const decrypt: Operation = {
  service: 'kms',
  name: 'Decrypt',
  asks: (call) => {
    const open = opened(call);
    if ('refused' in open) return open;
    const alias = textIn(call.input, 'KeyId');
    const found = alias?.startsWith('alias/') === true ? { ...open.found, alias } : open.found;
    return [keyAsk('kms:Decrypt', call, found, keysOf(call))];
  },
  run: (call) => {
    const open = opened(call);
    if ('refused' in open) return open;
    const { sealed, found } = open;
    const named = textIn(call.input, 'KeyId');
    const meant = named === undefined ? found : findKey(call, named, 'kms:Decrypt');
    if ('refused' in meant) return meant;
    if (meant.key.arn !== found.key.arn)
      return refuse(
        'IncorrectKeyException',
        'The key ID in the request does not identify a CMK that can perform this operation.',
      );
    const stopped = unusable(found.key);
    if (stopped) return stopped;
    if (!isSameContext(sealed.context, contextOf(call.input)))
      return refuse('InvalidCiphertextException', '');
    return { output: { KeyId: found.key.arn, Plaintext: sealed.plaintext } };
  },
};

export const cryptoRows: readonly Operation[] = [encrypt, generateDataKey, decrypt];
