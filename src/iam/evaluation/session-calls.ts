import type { PreparedRequest } from './prepare.ts';

const notForSessions: readonly string[] = ['sts:getsessiontoken', 'sts:getfederationtoken'];

/** Whether the call succeeds for this caller whatever the policies say, even under an explicit Deny. */
export function needsNoPermission({ action, principal }: PreparedRequest): boolean {
  if (action === 'sts:getcalleridentity') return 'account' in principal;
  return action === 'sts:getsessiontoken' && (principal.kind === 'user' || principal.kind === 'root');
}

/**
 * Whether the call takes long-term credentials only, and this caller's are temporary: no policy helps.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_sts-comparison.html
 */
export function refusesSession({ action, principal }: PreparedRequest): boolean {
  return notForSessions.includes(action) && ['role', 'roleSession', 'federatedUser'].includes(principal.kind);
}
