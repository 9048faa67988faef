import type { AwsPolicy } from '#account';
import { managedPolicyNames } from './managed-policy-names.ts';
import { packPolicy } from './reference-data.ts';

/** The AWS managed policies that the app carries, by ARN. */
export function awsPolicies(): ReadonlyMap<string, AwsPolicy> {
  return new Map(managedPolicyNames.map(packPolicy).map((policy) => [policy.arn, policy]));
}
