import * as v from 'valibot';
import { list, number, recordOf, row, tags, text, texts } from './row.ts';

/** The few resources of other services that a learner tries access on; some carry policies. */

export const bucketRow = row({
  name: text,
  region: text,
  created: number,
  /** Text of the bucket policy. */
  policy: v.exactOptional(text),
  tags,
});
export type Bucket = v.InferOutput<typeof bucketRow>;

export const objectRow = row({
  bucket: text,
  key: text,
  body: text,
  contentType: text,
  modified: number,
  tags,
  /** ARN of the KMS key it is encrypted with; absent: SSE-S3. */
  kmsKey: v.exactOptional(text),
});
/** Its key in the table is `bucket/key`. */
export type StoredObject = v.InferOutput<typeof objectRow>;

export const kmsKeyRow = row({
  id: text,
  arn: text,
  region: text,
  created: number,
  description: text,
  policy: text,
  state: v.picklist(['Enabled', 'Disabled', 'PendingDeletion']),
  deletion: v.exactOptional(number),
  aliases: texts,
  tags,
});
export type KmsKey = v.InferOutput<typeof kmsKeyRow>;

export const queueRow = row({
  name: text,
  arn: text,
  url: text,
  created: number,
  policy: v.exactOptional(text),
  /** Attributes that were set, beside the policy: `VisibilityTimeout`. */
  attributes: recordOf(text),
  messages: list(row({ id: text, body: text })),
  tags,
});
/** Its key in the table is its ARN. */
export type Queue = v.InferOutput<typeof queueRow>;

export const topicRow = row({
  name: text,
  arn: text,
  created: number,
  policy: text,
  displayName: text,
  tags,
});
export type Topic = v.InferOutput<typeof topicRow>;

export const functionRow = row({
  name: text,
  arn: text,
  role: text,
  runtime: text,
  handler: text,
  description: text,
  timeout: number,
  modified: number,
  /** Statements of its resource-based policy, by statement id, as JSON texts. */
  statements: recordOf(text),
  tags,
});
export type LambdaFunction = v.InferOutput<typeof functionRow>;

export const thingRow = row({
  arn: text,
  /** Text of its resource-based policy. */
  policy: v.exactOptional(text),
  tags,
});
/** A resource of a service that the account does not operate: it can be asked for all the same. Its key is its ARN. */
export type Thing = v.InferOutput<typeof thingRow>;

export const instanceRow = row({
  id: text,
  /** Id of the reservation it was launched in. */
  reservation: text,
  arn: text,
  region: text,
  image: text,
  type: text,
  launched: number,
  state: v.picklist(['running', 'stopped', 'terminated']),
  /** Name of the instance profile, and the id of its association. */
  profile: v.exactOptional(text),
  association: v.exactOptional(text),
  tags,
});
export type Instance = v.InferOutput<typeof instanceRow>;
