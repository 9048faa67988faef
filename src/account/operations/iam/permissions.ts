import type { Operation } from '../../calls/operation.ts';

/** Managed policies, the policy simulator and identity providers. */
export const permissionOperations: readonly Operation[] = [];
