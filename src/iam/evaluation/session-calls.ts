import type { PreparedRequest } from './prepare.ts';

/** Whether the call succeeds for this caller whatever the policies say, even under an explicit Deny. */
export function needsNoPermission({ action, caller }: PreparedRequest): boolean {
  if (action.service !== 'sts') return false;
  if (action.lower === 'sts:getcalleridentity') return caller.account !== undefined;
  return action.lower === 'sts:getsessiontoken' && (caller.kind === 'user' || caller.kind === 'root');
}

/**
 * Whether the call takes long-term credentials only, and this caller's are temporary: no policy helps.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_sts-comparison.html
 */
export function refusesSession({ action, caller }: PreparedRequest): boolean {
  if (action.service !== 'sts') return false;
  if (action.lower !== 'sts:getsessiontoken' && action.lower !== 'sts:getfederationtoken') return false;
  return caller.kind === 'role' || caller.kind === 'roleSession' || caller.kind === 'federatedUser';
}
