import type { Operation } from '../../calls/operation.ts';

/** AWS STS. */
export const stsOperations: readonly Operation[] = [];
