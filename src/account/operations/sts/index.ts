import type { Operation } from '../../calls/operation.ts';
import { assumeRole } from './assume-role.ts';
import { assumeRoleWithSaml } from './assume-role-with-saml.ts';
import { assumeRoleWithWebIdentity } from './assume-role-with-web-identity.ts';
import { assumeRoot } from './assume-root.ts';
import { getFederationToken, getSessionToken } from './session-token.ts';
import { decodeMessage, getAccessKeyInfo, getCallerIdentity } from './caller-identity.ts';

/** AWS STS. */
export const stsOperations: readonly Operation[] = [
  getCallerIdentity,
  getAccessKeyInfo,
  decodeMessage,
  getSessionToken,
  getFederationToken,
  assumeRole,
  assumeRoleWithSaml,
  assumeRoleWithWebIdentity,
  assumeRoot,
];
