import * as v from 'valibot';
import { arn, id, policyDocument, policyText, text } from '../../file/fields.ts';

/**
 * A mistake that the author foresaw: what a request looks like that is decided wrongly because of it. Every field that is
 * given must fit. `{ failure: 'excess', action: 's3:DeleteBucket' }`: some bucket can still be deleted.
 */
const trap = v.strictObject({
  id,
  /** `missing`: must be allowed and is not. `excess`: is allowed and must not be. */
  failure: v.picklist(['missing', 'excess']),
  /** Wildcard patterns. */
  principal: v.optional(text),
  action: v.optional(text),
  resource: v.optional(text),
  /** A context key that the request does not carry. */
  absent: v.optional(text),
  /** A context key that it does carry, with this value. */
  present: v.optional(v.strictObject({ key: text, value: text })),
});

/** The members of a step in which a learner writes a policy; `write` and `fix` differ in their name. */
export const policyStep = {
  /** The policy of the world that the learner writes; its text there is what stands in the editor at first. */
  policy: id,
  /**
   * The goal, as two lists of statements. Each is put in the place of the learner's policy: what the callers may then do is
   * the least that they must be able to do (`required`), and the most that they may be able to do (`permitted`). Mission 09
   * requires reading one bucket. Without `permitted` nothing may be allowed beyond what is required.
   */
  required: v.array(policyDocument),
  permitted: v.optional(v.array(policyDocument)),
  /** Ids of the callers for whom it is proved, over all actions and resources. */
  callers: v.pipe(v.array(id), v.minLength(1)),
  /** Resources that a counterexample shows where it can: `arn:aws:s3:::puerto-media/cat.jpg` in place of a made-up ARN. */
  examples: v.array(arn),
  /** Ids of requests that stand in view, and what the goal wants of them. */
  allowed: v.optional(v.array(id), []),
  denied: v.optional(v.array(id), []),
  par: v.optional(
    v.strictObject({
      statements: v.pipe(v.number(), v.integer(), v.minValue(1)),
      characters: v.pipe(v.number(), v.integer(), v.minValue(1)),
    }),
  ),
  solution: policyText,
  traps: v.optional(v.array(trap), []),
};

export const writeSpec = v.strictObject({ kind: v.literal('write'), ...policyStep });
export const writeAnswer = v.strictObject({
  kind: v.literal('write'),
  text: v.pipe(v.string(), v.maxLength(140_000)),
});

/** A step of either kind in which a policy is written. */
export type PolicySpec = Omit<v.InferOutput<typeof writeSpec>, 'kind'>;
export type WriteSpec = v.InferOutput<typeof writeSpec>;
export type WriteAnswer = v.InferOutput<typeof writeAnswer>;
export type Trap = PolicySpec['traps'][number];
