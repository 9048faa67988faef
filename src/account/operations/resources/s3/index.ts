import type { Operation } from '../../../calls/operation.ts';
import { bucketRows } from './buckets.ts';
import { objectRows } from './objects.ts';
import { bucketPolicyRows } from './policies.ts';
import { taggingRows } from './tagging.ts';

/** Amazon S3: buckets, objects, their tags, bucket policies. */
export const s3Rows: readonly Operation[] = [
  ...bucketRows,
  ...objectRows,
  ...bucketPolicyRows,
  ...taggingRows,
];
