import type { PolicyType } from '../policy/document.ts';
import type { Issue } from '../json/issue.ts';
import { valueOf } from '../json/node.ts';
import { parseJson } from '../json/parse.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../json/json.ts';
import { printPolicy } from '../policy/print.ts';

/** A policy found in what somebody brought along. */
export interface FoundPolicy {
  /** What AWS calls it, as far as the text says: `Deploy`, `Deploy · Inline`; empty where it says nothing. */
  readonly name: string;
  readonly type: PolicyType;
  readonly text: string;
  /** The ARN of what the policy stands on, where the text says it: a role with its trust policy. */
  readonly resource?: string;
}

/** Whatever was found; `issue` says why nothing can be read. */
export interface Found {
  readonly policies: readonly FoundPolicy[];
  readonly issue?: Issue;
}

/** Answers of AWS may hold a whole account: they are longer and deeper than one policy. */
const limits = { maxLength: 2_000_000, maxDepth: 32, maxIssues: 1 };
/** More than a person can choose from. */
const maxPolicies = 200;

/**
 * The policies in a text: a policy document itself, or any answer of AWS that carries some (of GetPolicyVersion,
 * GetRole, GetBucketPolicy, GetAccountAuthorizationDetails, DescribePolicy of Organizations), or a template. A document within them
 * may be JSON, or a text of JSON, percent-encoded as the API sends it. Of a managed policy only the default version counts.
 */
export function policiesIn(text: string): Found {
  const { node, issues } = parseJson(text, limits);
  const value = node && valueOf(node);
  // A document is taken as it is, with whatever is wrong in it: an editor says it better.
  if (isDocument(value)) return { policies: [{ name: '', type: typeOf(value), text }] };
  const [issue] = issues;
  if (value === undefined || issue !== undefined) return { policies: [], ...(issue && { issue }) };
  const found: FoundPolicy[] = [];
  search(value, { names: [] }, found);
  return { policies: found };
}

/** What the objects around a document say about it. */
interface Surroundings {
  readonly names: readonly string[];
  readonly arn?: string;
  /** What Organizations calls the type of a policy. */
  readonly type?: string;
}

const nameFields = ['RoleName', 'UserName', 'GroupName', 'PolicyName', 'Name'] as const;

function search(value: JsonValue, around: Surroundings, found: FoundPolicy[]): void {
  if (Array.isArray(value)) for (const item of value as readonly JsonValue[]) search(item, around, found);
  if (!isJsonObject(value) || value['IsDefaultVersion'] === false) return;
  const here = surroundings(value, around);
  for (const [key, member] of Object.entries(value)) {
    const document = documentOf(member);
    if (document === undefined) search(member, here, found);
    else if (found.length < maxPolicies) found.push(foundPolicy(key, document, here));
  }
}

function surroundings(value: JsonObject, { names, ...around }: Surroundings): Surroundings {
  const summary = isJsonObject(value['PolicySummary']) ? value['PolicySummary'] : value;
  const own = nameFields.flatMap((field) => textOf(summary[field]) ?? []);
  const arn = textOf(summary['Arn']);
  const type = textOf(summary['Type']);
  return {
    ...around,
    names: [...names, ...own.filter((name) => !names.includes(name))],
    ...(arn !== undefined && { arn }),
    ...(type !== undefined && { type }),
  };
}

function textOf(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function foundPolicy(key: string, document: JsonObject, { names, arn, type }: Surroundings): FoundPolicy {
  const trust = /^assume_?role_?policy/i.test(key);
  const organization = { SERVICE_CONTROL_POLICY: 'scp', RESOURCE_CONTROL_POLICY: 'rcp' } as const;
  return {
    name: names.join(' · '),
    type: trust
      ? 'trust'
      : (Object.entries(organization).find(([name]) => name === type)?.[1] ?? typeOf(document)),
    text: printPolicy(document),
    ...(trust && arn !== undefined && { resource: arn }),
  };
}

function isDocument(value: JsonValue | undefined): value is JsonObject {
  return isJsonObject(value) && Object.hasOwn(value, 'Statement');
}

/** A policy document, or a text of one as the API sends it. */
function documentOf(value: JsonValue): JsonObject | undefined {
  if (typeof value !== 'string') return isDocument(value) ? value : undefined;
  const written = /^\s*%7b/i.test(value) ? decoded(value) : value;
  if (!/^\s*\{/.test(written)) return undefined;
  const { node, issues } = parseJson(written, limits);
  const read = node === undefined || issues.length > 0 ? undefined : valueOf(node);
  return isDocument(read) ? read : undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What a document is by its own words: one with principals stands on a resource, on a role where it names none. */
function typeOf(document: JsonObject): PolicyType {
  const { Statement } = document;
  const statements = (Array.isArray(Statement) ? Statement : [Statement]) as readonly JsonValue[];
  const objects = statements.filter(isJsonObject);
  const has = (name: string): boolean => objects.some((one) => Object.hasOwn(one, name));
  if (!has('Principal') && !has('NotPrincipal')) return 'identity';
  return has('Resource') || has('NotResource') ? 'resource' : 'trust';
}
