import { textIn } from '../../../calls/input.ts';
import type { Call } from '../../../calls/operation.ts';
import { refuse, type Refusal } from '../../../calls/refusal.ts';
import type { Ask } from '../../../state/record.ts';
import type { StoredObject } from '../../../state/resources.ts';
import { encryptionContext, findKey, keyAsk, unusable, type OwnedKey } from '../kms/key.ts';
import type { OwnedBucket } from './bucket.ts';

/** How an object is to be encrypted: with S3's own keys (undefined), or with the KMS key of the ARN. */
export interface Encryption {
  readonly kmsKey?: string;
  /** Absent with the AWS managed key `aws/s3`, which everybody in the account may use through S3. */
  readonly found?: OwnedKey;
}

/** S3 speaks of keys as KMS does, with KMS's name before the code. */
function asS3(refusal: Refusal): Refusal {
  return refusal.refused === 'AccessDeniedException'
    ? refuse('AccessDenied', refusal.message)
    : refuse(`KMS.${refusal.refused}`, refusal.message);
}

/** What a PutObject call says about encryption. */
export function encryptionIn(call: Call, { bucket, owner }: OwnedBucket): Encryption | Refusal {
  const kind = textIn(call.input, 'ServerSideEncryption');
  const name = textIn(call.input, 'SSEKMSKeyId');
  const kms = kind === 'aws:kms' || kind === 'aws:kms:dsse';
  if (!kms)
    return name === undefined
      ? {}
      : refuse(
          'InvalidArgument',
          'Server Side Encryption with AWS KMS managed key requires HTTP header x-amz-server-side-encryption : aws:kms',
        );
  if (name === undefined) return { kmsKey: `arn:aws:kms:${bucket.region}:${owner}:alias/aws/s3` };
  const found = findKey(call, name, 'kms:GenerateDataKey', bucket.region);
  return 'refused' in found ? asS3(found) : { kmsKey: found.key.arn, found };
}

/**
 * The question that KMS asks when S3 uses a key for the caller.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html
 */
export function throughS3(
  action: 'kms:GenerateDataKey' | 'kms:Decrypt',
  call: Call,
  key: OwnedKey,
  { bucket }: OwnedBucket,
  objectKey: string,
): Ask {
  return keyAsk(action, call, key, {
    'kms:ViaService': `s3.${bucket.region}.amazonaws.com`,
    'kms:EncryptionAlgorithm': 'SYMMETRIC_DEFAULT',
    ...encryptionContext({ 'aws:s3:arn': `arn:aws:s3:::${bucket.name}/${objectKey}` }),
  });
}

/** The key of an object that is encrypted with a customer managed one. */
export function keyOf(
  call: Call,
  { kmsKey }: StoredObject,
  { bucket }: OwnedBucket,
): OwnedKey | Refusal | undefined {
  if (kmsKey === undefined || kmsKey.endsWith(':alias/aws/s3')) return undefined;
  const found = findKey(call, kmsKey, 'kms:Decrypt', bucket.region);
  return 'refused' in found ? asS3(found) : found;
}

/** Why the key of an object cannot be used now. */
export function keyStops(key: OwnedKey | undefined): Refusal | undefined {
  const stopped = key === undefined ? undefined : unusable(key.key);
  return stopped && asS3(stopped);
}
