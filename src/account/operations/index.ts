import type { Operation } from '../calls/operation.ts';
import type { ServiceName } from '../models/model.ts';
import { credentialOperations } from './iam/credentials/index.ts';
import { managedAndInlinePolicyOperations } from './iam/policies/index.ts';
import { providerOperations } from './iam/providers/index.ts';
import { reportOperations } from './iam/reports/index.ts';
import { identityOperations } from './iam/users-groups-roles/index.ts';
import { organizationOperations } from './organizations/index.ts';
import { ec2Rows } from './resources/ec2/index.ts';
import { kmsRows } from './resources/kms/index.ts';
import { lambdaRows } from './resources/lambda/index.ts';
import { s3Rows } from './resources/s3/index.ts';
import { snsRows } from './resources/sns/index.ts';
import { sqsRows } from './resources/sqs/index.ts';
import { stsOperations } from './sts/index.ts';

/** Every operation of the simulated account: one row each. Of S3, EC2, Lambda, KMS, SQS and SNS enough to try access. */
export const operations: readonly Operation[] = [
  ...identityOperations,
  ...managedAndInlinePolicyOperations,
  ...credentialOperations,
  ...reportOperations,
  ...providerOperations,
  ...stsOperations,
  ...organizationOperations,
  ...s3Rows,
  ...ec2Rows,
  ...lambdaRows,
  ...kmsRows,
  ...sqsRows,
  ...snsRows,
];

const rows = new Map(operations.map((row) => [`${row.service} ${row.name}`, row]));

/** The row of an operation; undefined where the simulated account does not have it. */
export function rowOf(service: ServiceName, name: string): Operation | undefined {
  return rows.get(`${service} ${name}`);
}
