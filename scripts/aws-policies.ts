import type { AwsPolicy } from '#account';
import { managedPolicyNames } from './managed-policy-names.ts';
import { packPolicy } from './reference-data.ts';

/** The AWS managed policies that the app carries, by ARN. */
export function awsPolicies(): ReadonlyMap<string, AwsPolicy> {
  return new Map(managedPolicyNames.map(packPolicy).map((policy) => [policy.arn, policy]));
}

/** The same numbers in [0, 1) each time, so that a transcript prints the same everywhere. */
export function seeded(): () => number {
  let state = 20_260_101;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}
