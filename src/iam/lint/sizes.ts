import type { PolicyType } from '../policy/document.ts';
import { valueOf } from '../json/node.ts';
import { policyQuota } from '../policy/quota.ts';
import type { Check, Severity } from './finding.ts';
import { hitIf } from './scope.ts';

/**
 * A policy longer than its type may be. White space is not counted: IAM leaves it out, and elsewhere it can be left out.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
function sizeCheck(check: string, severity: Severity, types: readonly PolicyType[]): Check {
  return {
    check,
    severity,
    types,
    find: ({ node, type }) => {
      const size = JSON.stringify(valueOf(node)).length;
      const quota = policyQuota(type);
      return hitIf(size > quota, { node, values: { size, quota } });
    },
  };
}

/** The quotas of each type of policy. */
export const sizeChecks: readonly Check[] = [
  sizeCheck('POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA', 'warning', ['identity', 'boundary', 'session']),
  sizeCheck('POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA', 'warning', ['resource', 'vpcEndpoint']),
  sizeCheck('POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA', 'warning', ['trust']),
  sizeCheck('POLICY_SIZE_EXCEEDS_SCP_QUOTA', 'error', ['scp']),
  sizeCheck('POLICY_SIZE_EXCEEDS_RCP_QUOTA', 'error', ['rcp']),
];
