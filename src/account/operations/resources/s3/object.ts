import type { JsonObject, RequestContext } from '#iam';
import { text } from '../../../calls/input.ts';
import type { Call, Operation, Outcome } from '../../../calls/operation.ts';
import { refuse, type Refusal } from '../../../calls/refusal.ts';
import { tagContext } from '../../../calls/tag-set.ts';
import type { Ask } from '../../../state/record.ts';
import type { StoredObject } from '../../../state/resources.ts';
import { accountOf, put, type Change, type State } from '../../../state/state.ts';
import { byteLength, md5Hex } from '../bytes.ts';
import { bucketAsk, inBucket, type OwnedBucket } from './bucket.ts';

/** An object of a bucket, whose owner owns it too. */
export function objectAt(
  state: State,
  { bucket, owner }: OwnedBucket,
  key: string,
): StoredObject | undefined {
  return accountOf(state, owner).objects.get(`${bucket.name}/${key}`);
}

/** The objects of a bucket in the order of their keys. */
export function objectsIn(state: State, { bucket, owner }: OwnedBucket): readonly StoredObject[] {
  return [...accountOf(state, owner).objects.values()]
    .filter((object) => object.bucket === bucket.name)
    .sort((left, right) => (left.key < right.key ? -1 : 1));
}

export function putObject({ owner }: OwnedBucket, object: StoredObject): Change {
  return put(owner, 'objects', `${object.bucket}/${object.key}`, object);
}

export function etag({ body }: StoredObject): string {
  return `"${md5Hex(body)}"`;
}

/** An object as lists give it. */
export function objectOutput(object: StoredObject): JsonObject {
  return {
    Key: object.key,
    LastModified: object.modified,
    ETag: etag(object),
    Size: byteLength(object.body),
    StorageClass: 'STANDARD',
  };
}

/** Tags of an object as condition keys: `s3:ExistingObjectTag/team`. */
export function existingTags(object: StoredObject | undefined): RequestContext {
  return tagContext(object?.tags ?? [], ['s3:ExistingObjectTag']);
}

/**
 * A row about one object that must be there. That it is not, S3 says only to who may list the bucket.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
 */
export function inObject(
  name: string,
  action: string,
  run: (call: Call, object: StoredObject, found: OwnedBucket) => Outcome | Refusal,
  more: {
    readonly reads?: true;
    readonly context?: (call: Call) => RequestContext;
    readonly besides?: (call: Call, object: StoredObject, found: OwnedBucket) => readonly Ask[];
  } = {},
): Operation {
  return inBucket(
    name,
    (call, found) => {
      const object = objectAt(call.state, found, text(call.input, 'Key'));
      return object === undefined
        ? refuse('NoSuchKey', 'The specified key does not exist.')
        : run(call, object, found);
    },
    {
      ...(more.reads && { reads: true }),
      asks: (call, found) => {
        const key = text(call.input, 'Key');
        const object = objectAt(call.state, found, key);
        const context = { ...existingTags(object), ...more.context?.(call) };
        return [
          bucketAsk(action, found, { key, context }),
          ...(object === undefined
            ? [bucketAsk('ListBucket', found)]
            : (more.besides?.(call, object, found) ?? [])),
        ];
      },
    },
  );
}
