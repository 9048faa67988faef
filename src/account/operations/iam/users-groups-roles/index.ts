import type { Operation } from '../../../calls/operation.ts';
import { groupOperations } from './groups.ts';
import { instanceProfileOperations } from './instance-profiles.ts';
import { membershipOperations } from './memberships.ts';
import { renamingOperations } from './renaming.ts';
import { roleUpdateOperations } from './role-updates.ts';
import { roleOperations } from './roles.ts';
import { serviceLinkedRoleOperations } from './service-linked-roles.ts';
import { userOperations } from './users.ts';

/** Users, groups, roles and instance profiles. */
export const identityOperations: readonly Operation[] = [
  ...userOperations,
  ...groupOperations,
  ...membershipOperations,
  ...renamingOperations,
  ...roleOperations,
  ...roleUpdateOperations,
  ...instanceProfileOperations,
  ...serviceLinkedRoleOperations,
];
