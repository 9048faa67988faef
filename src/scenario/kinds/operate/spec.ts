import { madeCallSchema } from '#account';
import * as v from 'valibot';
import { arn, context, id, text } from '../../file/fields.ts';

/** A request, as the policies decide it at the end. */
const decisionAsked = v.strictObject({
  principal: arn,
  action: text,
  resource: text,
  context: v.optional(context),
  expect: v.picklist(['allowed', 'denied']),
});

/**
 * A goal is a question about the account as it is at the end. `ask`: the root user makes this call (`iam:ListUsers`), and
 * the JMESPath `query` about its answer must be `true`. `trail`: a JMESPath query about the learner's own calls must be
 * `true`. `decisions`: the policies must decide these requests so.
 */
const goal = v.union([
  v.strictObject({ id, ask: text, input: v.optional(v.record(v.string(), v.unknown())), query: text }),
  v.strictObject({ id, trail: text }),
  v.strictObject({ id, decisions: v.pipe(v.array(decisionAsked), v.minLength(1)) }),
]);

/** The scenario's world is a simulated account to operate. */
export const operateSpec = v.strictObject({
  kind: v.literal('operate'),
  /** Who sits at the keyboard at first: `root`, or a user's name. */
  who: text,
  region: v.optional(text),
  goals: v.pipe(v.array(goal), v.minLength(1), v.maxLength(12)),
  /** The author's way: parts, each of lines as they are typed. An `ordered` part must not come before the one above it. */
  way: v.pipe(
    v.array(
      v.strictObject({ lines: v.pipe(v.array(text), v.minLength(1)), ordered: v.optional(v.literal(true)) }),
    ),
    v.minLength(1),
  ),
  /** Lines that allow more than the goals want. Each, typed after the author's way, must leave a goal open. */
  tooMuch: v.optional(v.array(text), []),
  /** Mistakes that the author foresaw: `trail` finds them among the learner's calls, `spring` are lines that make them. */
  traps: v.optional(
    v.array(v.strictObject({ id, trail: text, spring: v.pipe(v.array(text), v.minLength(1)) })),
    [],
  ),
});

/** The calls that were made, with all that is needed to make them again on the account as it was handed over. */
export const operateAnswer = v.strictObject({
  kind: v.literal('operate'),
  /** Milliseconds since 1970 at which the set-up began. */
  begun: v.pipe(v.number(), v.minValue(0)),
  calls: v.pipe(v.array(madeCallSchema), v.maxLength(20_000)),
  /** How many records they left. */
  records: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** The account as a saved world, where an earlier version kept it: the calls go on from there. */
  from: v.optional(v.pipe(v.string(), v.maxLength(2_000_000))),
});

export type OperateSpec = v.InferOutput<typeof operateSpec>;
export type OperateAnswer = v.InferOutput<typeof operateAnswer>;
export type OperateGoal = OperateSpec['goals'][number];
