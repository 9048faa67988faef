import { isJsonObject, parsePolicy, policyQuota, policySize, type JsonObject, type JsonValue } from '#iam';
import { nameKey } from '../../calls/names.ts';
import type { State } from '../../state/state.ts';

/** What is wrong with a text as the policy of a resource; undefined where the service takes it. */
export type PolicyFault = 'json' | 'size' | 'noPrincipal' | 'grammar' | 'unknownPrincipal';

/** Issues that mean the text is no JSON at all. */
const jsonCodes = new Set([
  ...['EMPTY_TEXT', 'NOT_CLOSED', 'VALUE_EXPECTED', 'KEY_EXPECTED', 'COMMA_EXPECTED', 'COLON_EXPECTED'],
  ...['STRING_NOT_CLOSED', 'ILLEGAL_CHARACTER', 'TRAILING_COMMA', 'TEXT_AFTER_END', 'SINGLE_QUOTES'],
  ...['SMART_QUOTES', 'BAD_ESCAPE', 'CONTROL_CHARACTER_IN_STRING', 'BYTE_ORDER_MARK', 'POLICY_NOT_AN_OBJECT'],
]);

/** A text, read as a resource-based policy whose principals must be there. */
export function resourcePolicyIn(
  text: string,
  state: State,
): { readonly document: JsonObject; readonly statements: readonly JsonObject[] } | PolicyFault {
  if (policySize(text, 'resource') > policyQuota('resource')) return 'size';
  const { document, issues } = parsePolicy(text, 'resource');
  const codes = issues.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  if (codes.some((code) => jsonCodes.has(code))) return 'json';
  if (codes.includes('MISSING_PRINCIPAL')) return 'noPrincipal';
  if (document === undefined) return 'grammar';
  const all = document['Statement'] ?? [];
  const statements = (Array.isArray(all) ? (all as JsonValue[]) : [all]).filter((one) => isJsonObject(one));
  const named = statements.flatMap((one) => [...arnsOf(one['Principal']), ...arnsOf(one['NotPrincipal'])]);
  return named.some((arn) => isUnknown(arn, state)) ? 'unknownPrincipal' : { document, statements };
}

/** The texts of a member that may be one text or a list. */
export function textsOf(value: JsonValue | undefined): readonly string[] {
  const all = Array.isArray(value) ? (value as readonly JsonValue[]) : [value];
  return all.filter((one) => typeof one === 'string');
}

function arnsOf(principal: JsonValue | undefined): readonly string[] {
  return isJsonObject(principal) ? textsOf(principal['AWS']) : [];
}

/** A user or role that its account does not have; of accounts outside the world nothing is known. */
function isUnknown(arn: string, state: State): boolean {
  const [, id, kind, name] = /^arn:aws:iam::(\d{12}):(user|role)\/(?:.*\/)?([^/]+)$/.exec(arn) ?? [];
  const account = id === undefined ? undefined : state.get(id);
  if (account === undefined || name === undefined) return false;
  return !(kind === 'user' ? account.users : account.roles).has(nameKey(name));
}
