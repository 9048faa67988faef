import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { JsonValue } from '../../../src/iam/json/json.ts';
import type { AccessRequest, PolicySet } from '../../../src/iam/request/request.ts';

const context = v.record(v.string(), v.union([v.string(), v.array(v.string())]));
const scalar = v.union([v.string(), v.number(), v.boolean()]);

const conditionCase = v.strictObject({
  name: v.string(),
  operator: v.string(),
  key: v.string(),
  policyValues: v.union([scalar, v.array(scalar)]),
  requestValues: v.nullable(v.union([v.string(), v.array(v.string())])),
  context,
  expect: v.boolean(),
});
const wildcardCase = v.strictObject({
  name: v.string(),
  pattern: v.string(),
  value: v.string(),
  as: v.picklist(['string', 'arn', 'action', 'resource']),
  expect: v.boolean(),
});

export type ConditionCase = v.InferOutput<typeof conditionCase>;
export type WildcardCase = v.InferOutput<typeof wildcardCase>;

const conditionFile = v.strictObject({
  kind: v.literal('condition'),
  source: v.string(),
  cases: v.array(conditionCase),
});
const wildcardFile = v.strictObject({
  kind: v.literal('wildcard'),
  source: v.string(),
  cases: v.array(wildcardCase),
});

function jsonFilesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return jsonFilesUnder(path);
    return entry.name.endsWith('.json') ? [path] : [];
  });
}

function filesOfKind(kind: string): { file: string; content: unknown }[] {
  return jsonFilesUnder('tests/cases').flatMap((file) => {
    const content = JSON.parse(readFileSync(file, 'utf8')) as { kind?: JsonValue };
    return content.kind === kind ? [{ file, content }] : [];
  });
}

/** Every condition case under tests/cases; a file with an unknown key is refused. */
export function conditionCases(): { file: string; cases: ConditionCase[] }[] {
  return filesOfKind('condition').map(({ file, content }) => ({
    file,
    cases: v.parse(conditionFile, content).cases,
  }));
}

/** Every wildcard case under tests/cases; a file with an unknown key is refused. */
export function wildcardCases(): { file: string; cases: WildcardCase[] }[] {
  return filesOfKind('wildcard').map(({ file, content }) => ({
    file,
    cases: v.parse(wildcardFile, content).cases,
  }));
}

/** A decision case; `npm run conformance` refuses files that hold anything else. */
export interface DecisionCase {
  readonly name: string;
  readonly request: AccessRequest;
  readonly contextComplete?: boolean;
  readonly policies: PolicySet;
  readonly expect: string;
  readonly decidedBy?: string;
}

/** Every decision case under tests/cases. */
export function decisionCases(): { file: string; cases: readonly DecisionCase[] }[] {
  return filesOfKind('decisions').map(({ file, content }) => ({
    file,
    cases: (content as { readonly cases: readonly DecisionCase[] }).cases,
  }));
}
