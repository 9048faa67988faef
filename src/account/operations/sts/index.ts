import type { Operation } from '../../calls/operation.ts';
import { assumeRole } from './assume-role.ts';
import { getFederationToken, getSessionToken } from './session-token.ts';
import { decodeMessage, getAccessKeyInfo, getCallerIdentity } from './told.ts';

/** AWS STS. */
export const stsOperations: readonly Operation[] = [
  getCallerIdentity,
  getAccessKeyInfo,
  decodeMessage,
  getSessionToken,
  getFederationToken,
  assumeRole,
];
