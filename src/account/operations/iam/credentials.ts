import type { Operation } from '../../calls/operation.ts';

/** Passwords, access keys, MFA devices, account settings and the account's reports. */
export const credentialOperations: readonly Operation[] = [];
