import type { Operation } from '../../calls/operation.ts';
import { ec2Rows } from './ec2/index.ts';
import { kmsRows } from './kms/index.ts';
import { lambdaRows } from './lambda/index.ts';
import { s3Rows } from './s3/index.ts';
import { snsRows } from './sns/index.ts';
import { sqsRows } from './sqs/index.ts';

/** Enough of S3, EC2, Lambda, KMS, SQS and SNS to try access. */
export const resourceOperations: readonly Operation[] = [
  ...s3Rows,
  ...ec2Rows,
  ...lambdaRows,
  ...kmsRows,
  ...sqsRows,
  ...snsRows,
];
