import { isJsonObject, parsePolicy, printPolicy, type JsonValue, type PolicyDocument } from '#iam';
import type { PolicyText } from '../file/fields.ts';
import type { World, WorldPolicy } from './world.ts';

/** What a scenario file holds came from JSON; anything else would be our own bug and reads as an empty object. */
export function asJson(document: Readonly<Record<string, unknown>>): PolicyDocument {
  const value = document as JsonValue;
  return isJsonObject(value) ? value : {};
}

/** A policy's text: lines as typed, a document printed in AWS's order. */
export function textOf(policy: PolicyText | WorldPolicy): string {
  if ('lines' in policy && policy.lines !== undefined) return policy.lines.join('\n');
  return printPolicy(asJson('document' in policy ? (policy.document ?? {}) : {}));
}

/** The text of a policy of the world as the mission begins; empty where there is none of that id. */
export function startText({ policies }: World, id: string): string {
  const found = policies.find((policy) => policy.id === id);
  return found === undefined ? '' : textOf(found);
}

/** The document in a text for a policy of the world, read as that policy's type; undefined where it is no policy. */
export function documentIn({ policies }: World, id: string, text: string): PolicyDocument | undefined {
  const found = policies.find((policy) => policy.id === id);
  return found && parsePolicy(text, found.type).document;
}
