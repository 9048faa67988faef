import type { Operation } from '../../calls/operation.ts';

/** AWS Organizations. */
export const organizationOperations: readonly Operation[] = [];
