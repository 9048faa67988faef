import { isJsonObject, type JsonObject, type RequestContext } from '#iam';
import { tagsIn } from '../../../calls/input.ts';
import type { Operation } from '../../../calls/operation.ts';
import { refuse, type Refusal } from '../../../calls/refusal.ts';
import { repeats, tagContext } from '../../../calls/tag-set.ts';
import type { Tag } from '../../../state/entities.ts';
import { inBucket, bucketAsk, putBucket } from './bucket.ts';
import { inObject, putObject } from './object.ts';

const maxObjectTags = 10;
const maxBucketTags = 50;
const twice = refuse('InvalidTag', 'Cannot provide multiple Tags with the same key');

/** The refusal of tags that no object can have together. */
export function badObjectTags(tags: readonly Tag[]): Refusal | undefined {
  if (repeats(tags)) return twice;
  return tags.length > maxObjectTags
    ? refuse('BadRequest', `Object tags cannot be greater than ${maxObjectTags}`)
    : undefined;
}

/** Tags that a call puts on an object: `s3:RequestObjectTag/team`, `s3:RequestObjectTagKeys`. */
export function requestObjectTags(tags: readonly Tag[]): RequestContext {
  if (tags.length === 0) return {};
  return {
    ...tagContext(tags, ['s3:RequestObjectTag']),
    's3:RequestObjectTagKeys': tags.map(({ Key }) => Key),
  };
}

function setIn(input: JsonObject): readonly Tag[] {
  const tagging = input['Tagging'];
  return isJsonObject(tagging) ? tagsIn(tagging, 'TagSet') : [];
}

export const taggingRows: readonly Operation[] = [
  inBucket(
    'GetBucketTagging',
    (_, { bucket }) =>
      bucket.tags.length === 0
        ? refuse('NoSuchTagSet', 'The TagSet does not exist')
        : { output: { TagSet: bucket.tags } },
    { reads: true },
  ),
  inBucket(
    'PutBucketTagging',
    ({ input }, found) => {
      const tags = setIn(input);
      if (repeats(tags)) return twice;
      if (tags.length > maxBucketTags)
        return refuse('BadRequest', `Bucket tag count cannot be greater than ${maxBucketTags}`);
      return { changes: [putBucket(found, { ...found.bucket, tags })] };
    },
    {
      asks: (_, found) => [bucketAsk('PutBucketTagging', found)],
    },
  ),
  inObject('GetObjectTagging', 'GetObjectTagging', (_, { tags }) => ({ output: { TagSet: tags } }), {
    reads: true,
  }),
  inObject(
    'PutObjectTagging',
    'PutObjectTagging',
    ({ input }, object, found) => {
      const tags = setIn(input);
      return badObjectTags(tags) ?? { changes: [putObject(found, { ...object, tags })] };
    },
    { context: ({ input }) => requestObjectTags(setIn(input)) },
  ),
];
