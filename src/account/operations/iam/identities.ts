import type { Operation } from '../../calls/operation.ts';
import { attachmentOperations } from './attachments.ts';
import { boundaryOperations } from './boundaries.ts';
import { groupOperations } from './groups.ts';
import { inlinePolicyOperations } from './inline-policies.ts';
import { membershipOperations } from './memberships.ts';
import { renamingOperations } from './renaming.ts';
import { userOperations } from './users.ts';

/** Users, groups, roles and instance profiles, and what is attached to them. */
export const identityOperations: readonly Operation[] = [
  ...userOperations,
  ...groupOperations,
  ...membershipOperations,
  ...renamingOperations,
  ...attachmentOperations,
  ...inlinePolicyOperations,
  ...boundaryOperations,
];
