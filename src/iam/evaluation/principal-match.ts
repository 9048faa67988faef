import { isJsonObject, type JsonObject, type JsonValue } from '../json/json.ts';
import { providerOf, type PreparedRequest } from './prepare.ts';

/** One name of a Principal element. */
export interface PrincipalEntry {
  readonly kind: string;
  readonly text: string;
  /** The account, where the entry names a whole account. */
  readonly account: string | undefined;
}

/** A Principal or NotPrincipal element, prepared. */
export interface PrincipalPattern {
  readonly element: 'Principal' | 'NotPrincipal';
  readonly entries: readonly PrincipalEntry[];
  readonly patterns: readonly string[];
}

/**
 * How a resource-based statement names the caller. `direct`: itself, or everybody; `limited`: the role behind its
 * session, or the user who made it; `account`: its account, which only delegates; `none`: not at all.
 */
export type Grant = 'none' | 'account' | 'limited' | 'direct';

const strength: Readonly<Record<Grant, number>> = { none: 0, account: 1, limited: 2, direct: 3 };

/** The stronger of two grants. */
export function stronger(left: Grant, right: Grant): Grant {
  return strength[right] > strength[left] ? right : left;
}

export function compilePrincipal(body: JsonObject): PrincipalPattern | undefined {
  const element = 'NotPrincipal' in body ? 'NotPrincipal' : 'Principal' in body ? 'Principal' : undefined;
  if (element === undefined) return undefined;
  const value = body[element];
  const named = isJsonObject(value) ? value : { AWS: typeof value === 'string' ? value : [] };
  const entries = Object.entries(named).flatMap(([kind, names]) =>
    (Array.isArray(names) ? (names as readonly JsonValue[]) : [names]).flatMap((text) =>
      typeof text === 'string' ? [{ kind, text, account: accountNamed(text) }] : [],
    ),
  );
  return { element, entries, patterns: entries.map(({ text }) => text) };
}

function accountNamed(text: string): string | undefined {
  const found = /^(?:(\d{12})|arn:[^:]+:iam::(\d{12}):root)$/.exec(text);
  return found?.[1] ?? found?.[2];
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
  for (const entry of pattern.entries) {
    const grant = entryGrant(entry, prepared);
    if (grant === 'account' || entry.text === '*' || entry.kind !== 'AWS') account = true;
    best = stronger(best, grant);
  }
  if (pattern.element === 'Principal') return best;
  const listed = best === 'direct' && (account || prepared.caller.kind === 'root');
  return listed && !prepared.hasBoundary ? 'none' : 'direct';
}

/** How one entry of the element names the caller. */
export function entryGrant({ kind, text, account }: PrincipalEntry, prepared: PreparedRequest): Grant {
  const { caller } = prepared;
  if (kind === 'Service') return caller.kind === 'service' && caller.text === text ? 'direct' : 'none';
  if (kind === 'Federated') return providerOf(prepared) === text ? 'direct' : 'none';
  if (kind !== 'AWS') return 'none';
  if (text === '*') return caller.kind === 'identityProvider' ? 'none' : 'direct';
  if (text === caller.role) return 'limited';
  if (caller.kind === 'federatedUser' && text === prepared.request.federatedBy) return 'limited';
  if (text === caller.text) return caller.account === undefined ? 'none' : 'direct';
  if (account === undefined || account !== caller.account) return 'none';
  return caller.kind === 'root' ? 'direct' : 'account';
}
