import type { Operation } from '../../calls/operation.ts';
import { kmsRows } from './kms/index.ts';
import { s3Rows } from './s3/index.ts';

/** Enough of S3, EC2, Lambda, KMS, SQS and SNS to try access. */
export const resourceOperations: readonly Operation[] = [...s3Rows, ...kmsRows];
