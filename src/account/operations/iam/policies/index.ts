import type { Operation } from '../../../calls/operation.ts';
import { attachmentOperations } from './attachments.ts';
import { boundaryOperations } from './boundaries.ts';
import { inlinePolicyOperations } from './inline-policies.ts';
import { policyOperations } from './policies.ts';
import { policyVersionOperations } from './policy-versions.ts';

/** Managed and inline policies, and what they are attached to. */
export const managedAndInlinePolicyOperations: readonly Operation[] = [
  ...policyOperations,
  ...policyVersionOperations,
  ...attachmentOperations,
  ...inlinePolicyOperations,
  ...boundaryOperations,
];
