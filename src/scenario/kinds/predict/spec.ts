import * as v from 'valibot';
import { id } from '../../file/fields.ts';

export const decisions = ['allowed', 'explicitDeny', 'implicitDeny'] as const;

/** Requests whose decisions a learner predicts. The file never says which decision is right: the evaluator computes it. */
export const predictSpec = v.strictObject({
  kind: v.literal('predict'),
  /** Ids of requests, in the order in which they are asked. */
  requests: v.pipe(v.array(id), v.minLength(1), v.maxLength(24)),
  /** Wrong predictions that the author has a sentence for: `request` was predicted `as` this decision. */
  traps: v.optional(v.array(v.strictObject({ id, request: id, as: v.picklist(decisions) })), []),
});

export const predictAnswer = v.strictObject({
  kind: v.literal('predict'),
  /** By request id; one that is missing is not predicted yet. */
  predictions: v.record(v.string(), v.picklist(decisions)),
});

export type PredictSpec = v.InferOutput<typeof predictSpec>;
export type PredictAnswer = v.InferOutput<typeof predictAnswer>;
