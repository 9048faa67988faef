import type { Operation } from '../../calls/operation.ts';

/** Enough of S3, EC2, Lambda, KMS, SQS and SNS to try access. */
export const resourceOperations: readonly Operation[] = [];
