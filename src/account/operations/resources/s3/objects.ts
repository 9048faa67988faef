import type { JsonObject } from '#iam';
import { text, textIn } from '../../../calls/input.ts';
import type { Call, Operation } from '../../../calls/operation.ts';
import { refuse } from '../../../calls/refusal.ts';
import type { Tag } from '../../../state/entities.ts';
import type { StoredObject } from '../../../state/resources.ts';
import { remove } from '../../../state/state.ts';
import { byteLength } from '../bytes.ts';
import { bucketAsk, inBucket } from './bucket.ts';
import { encryptionIn, keyOf, keyStops, throughS3 } from './encryption.ts';
import { etag, existingTags, inObject, objectAt, putObject } from './object.ts';
import { badObjectTags, requestObjectTags } from './tagging.ts';

/** Tags as the header has them: `team=home&stage=dev`. */
function headerTags({ input }: Call): readonly Tag[] {
  return [...new URLSearchParams(text(input, 'Tagging'))].map(([Key, Value]) => ({ Key, Value }));
}

function sse({ kmsKey }: StoredObject): JsonObject {
  return kmsKey === undefined ? { ServerSideEncryption: 'AES256' } : { ServerSideEncryption: 'aws:kms' };
}

function headers(object: StoredObject): JsonObject {
  return {
    LastModified: object.modified,
    ContentLength: byteLength(object.body),
    ETag: etag(object),
    ContentType: object.contentType,
    ...sse(object),
  };
}

const putRow = inBucket(
  'PutObject',
  (call, found) => {
    const { input, now } = call;
    const tags = headerTags(call);
    const bad = badObjectTags(tags);
    if (bad) return bad;
    if (text(input, 'Key') === '' || byteLength(text(input, 'Key')) > 1024)
      return refuse('KeyTooLongError', 'Your key is too long');
    const encryption = encryptionIn(call, found);
    if ('refused' in encryption) return encryption;
    const stopped = keyStops(encryption.found);
    if (stopped) return stopped;
    const object: StoredObject = {
      bucket: found.bucket.name,
      key: text(input, 'Key'),
      body: text(input, 'Body'),
      contentType: textIn(input, 'ContentType') ?? 'binary/octet-stream',
      modified: now,
      tags,
      ...(encryption.kmsKey !== undefined && { kmsKey: encryption.kmsKey }),
    };
    return {
      output: {
        ETag: etag(object),
        ...sse(object),
        ...(object.kmsKey !== undefined && { SSEKMSKeyId: object.kmsKey }),
      },
      changes: [putObject(found, object)],
    };
  },
  {
    asks: (call, found) => {
      const encryption = encryptionIn(call, found);
      if ('refused' in encryption) return encryption;
      const key = text(call.input, 'Key');
      const tags = headerTags(call);
      const kind = textIn(call.input, 'ServerSideEncryption');
      const context = {
        ...requestObjectTags(tags),
        ...(kind !== undefined && { 's3:x-amz-server-side-encryption': kind }),
        ...(encryption.found && {
          's3:x-amz-server-side-encryption-aws-kms-key-id': encryption.found.key.arn,
        }),
      };
      return [
        bucketAsk('PutObject', found, { key, context }),
        ...(tags.length === 0
          ? []
          : [bucketAsk('PutObjectTagging', found, { key, context: requestObjectTags(tags) })]),
        ...(encryption.found ? [throughS3('kms:GenerateDataKey', call, encryption.found, found, key)] : []),
      ];
    },
  },
);

/** Reads an object: GetObject with its body, HeadObject without. Both ask for `s3:GetObject`. */
function readRow(name: string, whole: boolean): Operation {
  return inObject(
    name,
    'GetObject',
    (call, object, found) => {
      const key = keyOf(call, object, found);
      if (key !== undefined && 'refused' in key) return key;
      const stopped = keyStops(key);
      if (stopped) return stopped;
      if (!whole) return { output: headers(object) };
      return {
        output: {
          Body: object.body,
          ...headers(object),
          ...(object.tags.length > 0 && { TagCount: object.tags.length }),
        },
      };
    },
    {
      reads: true,
      besides: (call, object, found) => {
        const key = keyOf(call, object, found);
        return key === undefined || 'refused' in key
          ? []
          : [throughS3('kms:Decrypt', call, key, found, object.key)];
      },
    },
  );
}

/** It is no error to delete what is not there. */
const deleteRow = inBucket(
  'DeleteObject',
  ({ state, input }, found) => {
    const object = objectAt(state, found, text(input, 'Key'));
    if (object === undefined) return {};
    return { changes: [remove(found.owner, 'objects', `${object.bucket}/${object.key}`)] };
  },
  {
    asks: ({ input, state }, found) => [
      bucketAsk('DeleteObject', found, {
        key: text(input, 'Key'),
        context: existingTags(objectAt(state, found, text(input, 'Key'))),
      }),
    ],
  },
);

export const objectRows: readonly Operation[] = [
  putRow,
  readRow('GetObject', true),
  readRow('HeadObject', false),
  deleteRow,
];
