import type { Operation } from '../../calls/operation.ts';
import { policyOperations } from './policies.ts';
import { policyVersionOperations } from './policy-versions.ts';

/** Managed policies, the policy simulator and identity providers. */
export const permissionOperations: readonly Operation[] = [...policyOperations, ...policyVersionOperations];
