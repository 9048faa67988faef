import type { Operation } from '../../calls/operation.ts';
import { contextKeyOperations } from './context-keys.ts';
import { listPoliciesGrantingServiceAccess } from './granting.ts';
import { oidcProviderOperations } from './oidc-providers.ts';
import { policyOperations } from './policies.ts';
import { policyVersionOperations } from './policy-versions.ts';
import { samlProviderOperations } from './saml-providers.ts';
import { simulateOperations } from './simulate.ts';

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
