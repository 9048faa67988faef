import type { Operation } from '../../calls/operation.ts';
import { userOperations } from './users.ts';

/** Users, groups, roles and instance profiles, and what is attached to them. */
export const identityOperations: readonly Operation[] = [...userOperations];
