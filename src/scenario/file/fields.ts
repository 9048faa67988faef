import * as v from 'valibot';

/** What the fields of a scenario file may hold: sizes are limits for files of strangers, far above what anybody writes. */

/** Names a thing inside one scenario: `ana`, `read-cat`. */
export const id = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'id'));
export const text = v.pipe(v.string(), v.minLength(1), v.maxLength(20_000));
export const arn = v.pipe(v.string(), v.maxLength(2048), v.startsWith('arn:'));
export const accountId = v.pipe(v.string(), v.regex(/^\d{12}$/, 'account'));
/** Any JSON object: the policy grammar, not this schema, says whether it is a policy. */
export const policyDocument = v.record(v.string(), v.unknown());
/** Condition keys with their values. */
export const context = v.record(v.string(), v.union([v.string(), v.array(v.string())]));
/** Tags by key. */
export const tags = v.record(v.string(), v.string());
/** A policy text, one string a line (kept as typed), or a document that is printed in AWS's order. */
export const policyText = v.union([
  v.strictObject({ lines: v.pipe(v.array(v.string()), v.maxLength(2000)) }),
  v.strictObject({ document: policyDocument }),
]);

export type PolicyText = v.InferOutput<typeof policyText>;
