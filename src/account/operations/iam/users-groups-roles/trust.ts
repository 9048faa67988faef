import { isJsonObject, parsePolicy, policyQuota, policySize, type JsonObject, type JsonValue } from '#iam';
import { malformedPolicy } from '../../../calls/malformed-policy.ts';
import { refuse, type Refusal } from '../../../calls/refusal.ts';
import type { State } from '../../../state/state.ts';
import { overQuota } from '../kinds.ts';
import { unpinnedProvider } from '../providers/shared-providers.ts';
import { arnOfId, principalExists, principalsOf, withPrincipals } from './trust-principals.ts';

function invalidPrincipal(kind: string, text: string): Refusal {
  return refuse(
    'MalformedPolicyDocument',
    `Invalid principal in policy: "${kind === 'Service' ? 'SERVICE' : kind}":"${text}"`,
  );
}

/** Names of services all end so; which services there are, nobody but AWS knows. */
const serviceName = /\.(?:amazonaws\.com(?:\.cn)?|aws\.internal|amazon\.com)$/;

function unknownPrincipal(text: string, state: State): Refusal | undefined {
  for (const { kind, text: principal } of principalsOf(text)) {
    const known =
      kind === 'AWS'
        ? principalExists(state, principal)
        : kind === 'Service'
          ? serviceName.test(principal)
          : kind === 'Federated';
    if (!known) return invalidPrincipal(kind, principal);
  }
  return undefined;
}

/**
 * A text as IAM keeps it as a role's trust policy, or IAM's refusal of it: by its grammar, by principals that are not
 * there, by shared identity providers that it leaves open to anybody, by its size.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-trust-policy.html
 */
export function trustPolicy(text: string, state: State): { readonly trust: string } | Refusal {
  const malformed = malformedPolicy(text, 'trust') ?? unknownPrincipal(text, state);
  if (malformed !== undefined) return malformed;
  const open = statementsOf(text)
    .map(unpinnedProvider)
    .find((found) => found !== undefined);
  if (open !== undefined)
    return refuse(
      'MalformedPolicyDocument',
      `The trust policy has to limit the shared identity provider ${open.provider} by the condition key ${open.keys.join(' or ')}.`,
    );
  const maxSize = policyQuota('trust');
  if (policySize(text, 'trust') > maxSize) return overQuota('ACLSizePerRole', maxSize);
  return { trust: withPrincipals(text, (principal) => arnOfId(state, principal)) };
}

function statementsOf(text: string): readonly JsonObject[] {
  const statement = parsePolicy(text, 'trust').document?.['Statement'];
  return (Array.isArray(statement) ? (statement as readonly JsonValue[]) : [statement]).filter(isJsonObject);
}
