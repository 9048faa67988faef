import type { CallRecord } from '../../../state/record.ts';

/** IAM notes the use of a key once in such a time. */
const window = 900_000;
/** Services whose calls are all answered in us-east-1. */
const global: readonly string[] = ['iam', 'organizations'];

/** When, for which service and where credentials were used. */
export interface Use {
  readonly at: number;
  readonly service: string;
  readonly region: string;
}

/** Where a call was carried out, as AWS's reports name the region. */
export function regionOf({ service, region }: CallRecord): string {
  return global.includes(service) ? 'us-east-1' : region;
}

/**
 * When an access key was used last, as IAM knows it: of several uses within 15 minutes the first is noted. Denied calls
 * count too.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccessKeyLastUsed.html
 */
export function lastUse(log: readonly CallRecord[], accessKeyId: string): Use | undefined {
  let noted: Use | undefined;
  for (const record of log)
    if (record.caller?.accessKeyId === accessKeyId && (noted === undefined || record.at >= noted.at + window))
      noted = { at: record.at, service: record.service, region: regionOf(record) };
  return noted;
}
