import type { Operation } from '../../../calls/operation.ts';
import { contextKeyOperations } from '../reports/context-keys.ts';
import { listPoliciesGrantingServiceAccess } from '../reports/granting.ts';
import { oidcProviderOperations } from '../providers/oidc-providers.ts';
import { policyOperations } from './policies.ts';
import { policyVersionOperations } from './policy-versions.ts';
import { samlProviderOperations } from '../providers/saml-providers.ts';
import { simulateOperations } from '../reports/simulate.ts';

/** Managed policies, the policy simulator and identity providers. */
export const permissionOperations: readonly Operation[] = [
  ...policyOperations,
  ...policyVersionOperations,
  listPoliciesGrantingServiceAccess,
  ...contextKeyOperations,
  ...simulateOperations,
  ...samlProviderOperations,
  ...oidcProviderOperations,
];
