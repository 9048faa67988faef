import type { PreparedRequest } from './prepare.ts';
import { rcpServices } from './rcp-services.ts';
import type { Layer } from './trace.ts';

/**
 * Why a layer has no say over this caller or resource; undefined where it has one.
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html
 */
export function exemption(
  layer: Layer,
  request: PreparedRequest,
  managementAccount: string | undefined,
): string | undefined {
  const { caller, owner, action } = request;
  const { kind, account, serviceLinked } = caller;
  const withPolicies = account !== undefined && kind !== 'root';
  switch (layer) {
    case 'scp':
      if (account === undefined) return 'notAnAccountPrincipal';
      if (serviceLinked) return 'serviceLinkedRole';
      return account === managementAccount ? 'managementAccount' : undefined;
    case 'rcp':
      if (serviceLinked) return 'serviceLinkedRole';
      if (owner !== undefined && owner === managementAccount) return 'managementAccount';
      return rcpServices.has(action.service) && action.lower !== 'kms:retiregrant'
        ? undefined
        : 'serviceNotCovered';
    case 'identity':
      return withPolicies ? undefined : 'noIdentityPolicies';
    case 'boundary':
      if (serviceLinked) return 'serviceLinkedRole';
      return withPolicies ? undefined : 'noBoundaryPossible';
    case 'session':
      // A session of AssumeRoot is the root user's, within a task policy.
      if (kind === 'root' && request.get('aws:assumedroot') === 'true') return undefined;
      return withPolicies && kind !== 'user' ? undefined : 'notASession';
    case 'vpcEndpoint':
    case 'resource':
      return undefined;
  }
}
