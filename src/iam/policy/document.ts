import type { JsonObject, SourceRange } from '../json/json.ts';

/** The kinds of policy document, each with its own grammar and quotas (facts: elements by policy type). */
export type PolicyType =
  'identity' | 'boundary' | 'session' | 'trust' | 'resource' | 'scp' | 'rcp' | 'vpcEndpoint';

export const policyTypes: readonly PolicyType[] = [
  'identity',
  'boundary',
  'session',
  'trust',
  'resource',
  'scp',
  'rcp',
  'vpcEndpoint',
];

/** Carries a document's name and source ranges along with the plain JSON value; invisible to JSON. */
export const origin: unique symbol = Symbol('policy origin');

export interface PolicyOrigin {
  /** What a person calls it: `PowerUserAccess`, `Ana’s policy`. */
  readonly name?: string;
  /** The managed policy's ARN, where it has one; shown in access-denied messages. */
  readonly arn?: string;
  /** The group through which a user has the policy. */
  readonly group?: string;
  /** The id by which the one who built the policy set knows the document (an editor buffer, say). */
  readonly id?: string;
  /** Source range by JSON pointer, where the document came from a text. */
  readonly ranges?: ReadonlyMap<string, SourceRange>;
  /** Where the names of its elements, operators and condition keys stand, by the pointer of what they name. */
  readonly keyRanges?: ReadonlyMap<string, SourceRange>;
}

/** A policy document: a plain JSON object that may know where it came from. */
export interface PolicyDocument extends JsonObject {
  readonly [origin]?: PolicyOrigin;
}

/** The same document with (more of) an origin; the document given is not changed. */
export function withOrigin(document: PolicyDocument, more: PolicyOrigin): PolicyDocument {
  return { ...document, [origin]: { ...document[origin], ...more } };
}
