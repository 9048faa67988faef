import type { PreparedRequest } from './prepare.ts';
import type { Decision, Layer, StatementResult } from './trace.ts';

const silent: Readonly<Record<Layer, string>> = {
  identity: 'no identity-based policy',
  boundary: 'no permissions boundary',
  session: 'no session policy',
  scp: 'no service control policy',
  rcp: 'no resource control policy',
  resource: 'no resource-based policy',
  vpcEndpoint: 'no VPC endpoint policy',
};

const denying: Readonly<Record<Layer, string>> = {
  identity: 'an identity-based policy',
  boundary: 'a permissions boundary',
  session: 'a session policy',
  scp: 'a service control policy',
  rcp: 'a resource control policy',
  resource: 'a resource-based policy',
  vpcEndpoint: 'a VPC endpoint policy',
};

/**
 * AWS's access-denied sentence for a decision; undefined for an allowed request and for one that cannot be evaluated.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export function accessDeniedMessage(
  prepared: Pick<PreparedRequest, 'request' | 'needsResourcePolicy'>,
  decision: Decision,
  layer: Layer | undefined,
  matched: readonly StatementResult[],
): string | undefined {
  if (layer === undefined || (decision !== 'explicitDeny' && decision !== 'implicitDeny')) return undefined;
  const { principal, action, resource } = prepared.request;
  const trust = layer === 'resource' && prepared.needsResourcePolicy === 'trust';
  const arn = matched[0]?.source.policyArn;
  const why =
    decision === 'explicitDeny'
      ? `with an explicit deny in ${trust ? 'the role trust policy' : denying[layer]}${arn === undefined ? '' : `: ${arn}`}`
      : `because ${trust ? 'no role trust policy' : silent[layer]} allows the ${action} action`;
  return `User: ${principal} is not authorized to perform: ${action} on resource: ${resource} ${why}`;
}
