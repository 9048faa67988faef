import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { policyTypes, type JsonValue, type PolicyType } from '#iam';

const json = v.custom<JsonValue>((value) => value !== undefined);
const object = v.record(v.string(), json);
/** A document in one of several short forms: what is not written is usual. */
const lintCase = v.strictObject({
  type: v.optional(v.picklist(policyTypes)),
  /** The text as it stands. */
  text: v.optional(v.string()),
  document: v.optional(json),
  statements: v.optional(v.array(json)),
  statement: v.optional(object),
  allow: v.optional(object),
  deny: v.optional(object),
  /** The Condition of a statement that allows, or denies, `s3:GetObject` on objects. */
  allowIf: v.optional(object),
  denyIf: v.optional(object),
  /** JSON pointers of all findings of the check, in the order of the text. */
  at: v.optional(v.array(v.string())),
  /** The values of the first one. */
  values: v.optional(v.record(v.string(), v.union([v.string(), v.number()]))),
  /** The document after the first one's fix; `null`: it has none. */
  fixed: v.optional(v.nullable(json)),
});
const caseFile = v.strictObject({
  source: v.string(),
  checks: v.record(v.string(), v.strictObject({ raises: v.array(lintCase), silent: v.array(lintCase) })),
});
export type LintCase = v.InferOutput<typeof lintCase>;

const folder = 'tests/iam/lint/cases';

/** The cases of all checks: documents that raise it, and documents that do not. */
export const lintCases = readdirSync(folder).flatMap((file) =>
  Object.entries(v.parse(caseFile, JSON.parse(readFileSync(join(folder, file), 'utf8'))).checks).map(
    ([check, { raises, silent }]) => ({ check, raises, silent }),
  ),
);

const usual = { Action: 's3:GetObject', Resource: 'arn:aws:s3:::media/*' };

/** The text of a case and the type of its policy. */
export function policyOf(one: LintCase): { readonly text: string; readonly type: PolicyType } {
  const type = one.type ?? 'identity';
  if (one.text !== undefined) return { text: one.text, type };
  const statements = [
    ...(one.statements ?? []),
    ...(one.statement ? [one.statement] : []),
    ...(one.allow ? [{ Effect: 'Allow', ...one.allow }] : []),
    ...(one.deny ? [{ Effect: 'Deny', ...one.deny }] : []),
    ...(one.allowIf ? [{ Effect: 'Allow', ...usual, Condition: one.allowIf }] : []),
    ...(one.denyIf ? [{ Effect: 'Deny', ...usual, Condition: one.denyIf }] : []),
  ];
  const document = one.document ?? { Version: '2012-10-17', Statement: statements };
  return { text: JSON.stringify(document, null, 2), type };
}
