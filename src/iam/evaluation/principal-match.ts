import { isJsonObject, type JsonObject, type JsonValue } from '../policy/json.ts';
import { accountOf } from '../request/principal.ts';
import type { PreparedRequest } from './prepare.ts';

/** A Principal or NotPrincipal element, prepared. */
export interface PrincipalPattern {
  readonly element: 'Principal' | 'NotPrincipal';
  readonly entries: readonly { readonly kind: string; readonly text: string }[];
}

/**
 * How a resource-based statement names the caller. `direct`: itself, or everybody; `limited`: the role behind its
 * session; `account`: its account, which only delegates; `none`: not at all.
 */
export type Grant = 'none' | 'account' | 'limited' | 'direct';

export function compilePrincipal(body: JsonObject): PrincipalPattern | undefined {
  const element = 'NotPrincipal' in body ? 'NotPrincipal' : 'Principal' in body ? 'Principal' : undefined;
  if (element === undefined) return undefined;
  const value = body[element];
  if (!isJsonObject(value))
    return { element, entries: typeof value === 'string' ? [{ kind: 'AWS', text: value }] : [] };
  const entries = Object.entries(value).flatMap(([kind, names]) =>
    (Array.isArray(names) ? (names as readonly JsonValue[]) : [names]).flatMap((text) =>
      typeof text === 'string' ? [{ kind, text }] : [],
    ),
  );
  return { element, entries };
}

/**
 * How the element names the caller. A NotPrincipal spares a caller only when it and its account are listed, and never
 * one that has a permissions boundary.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
 */
export function principalMatch(pattern: PrincipalPattern, prepared: PreparedRequest): Grant {
  let best: Grant = 'none';
  let account = false;
  for (const { kind, text } of pattern.entries) {
    const grant = entryGrant(kind, text, prepared);
    if (grant === 'account' || text === '*' || kind !== 'AWS') account = true;
    if (grant === 'direct') best = 'direct';
    else if (grant === 'limited' && best !== 'direct') best = 'limited';
    else if (grant === 'account' && best === 'none') best = 'account';
  }
  if (pattern.element === 'Principal') return best;
  const listed = best === 'direct' && (account || prepared.principal.kind === 'root');
  return listed && !prepared.hasBoundary ? 'none' : 'direct';
}

/** How one entry of the element names the caller. */
export function entryGrant(kind: string, text: string, prepared: PreparedRequest): Grant {
  const { principal } = prepared;
  if (kind === 'Service') return principal.kind === 'service' && principal.text === text ? 'direct' : 'none';
  if (kind === 'Federated') return prepared.provider === text ? 'direct' : 'none';
  if (kind !== 'AWS') return 'none';
  if (text === '*') return principal.kind === 'identityProvider' ? 'none' : 'direct';
  if ('role' in principal && text === principal.role) return 'limited';
  if (text === principal.text) return 'direct';
  const account = accountOf(principal);
  if (account === undefined) return 'none';
  const names = text === account || (text.startsWith('arn:') && text.endsWith(`:iam::${account}:root`));
  if (!names) return 'none';
  return principal.kind === 'root' ? 'direct' : 'account';
}
