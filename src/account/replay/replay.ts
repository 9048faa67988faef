import * as v from 'valibot';
import type { JsonObject } from '#iam';
import type { Signature } from '../calls/caller.ts';
import { perform, type Request } from '../perform/perform.ts';
import { signIn, type SignInAttempt } from '../sign-in/sign-in.ts';
import type { CallRecord } from '../state/record.ts';
import { stateAfter, type World } from '../state/world.ts';

const text = v.pipe(v.string(), v.maxLength(200_000));
const object = v.record(v.string(), v.unknown());
const where = {
  /** The caller's clock, in milliseconds since 1970. */
  at: v.number(),
  region: text,
  /** How many records the region had taken in; absent where it knew all. */
  known: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
};

/** A call, or an attempt to sign in, with all that is needed to make it again: who signs, what, when and where. */
export const madeCallSchema = v.union([
  v.strictObject({
    ...where,
    service: text,
    operation: text,
    input: object,
    signature: v.variant('by', [
      v.strictObject({
        by: v.literal('keys'),
        accessKeyId: text,
        secretAccessKey: text,
        sessionToken: v.optional(text),
      }),
      v.strictObject({ by: v.literal('console'), session: text }),
      v.strictObject({
        by: v.literal('scenario'),
        principal: text,
        mfa: v.optional(v.number()),
        session: v.optional(object),
      }),
      v.strictObject({ by: v.literal('service'), service: text }),
      v.strictObject({ by: v.literal('nobody') }),
    ]),
    face: v.picklist(['console', 'cli', 'sdk', 'service']),
  }),
  v.strictObject({ ...where, attempt: object }),
]);

export type MadeCall = v.InferOutput<typeof madeCallSchema>;

/**
 * The calls that made a world's records after the first `count`. A record says how its call is made again only in worlds
 * that keep calls (`World.keepsCalls`); others are left out.
 */
export function madeSince({ log }: World, count: number): readonly MadeCall[] {
  return log.slice(count).flatMap(({ again, region, known, service, operation, face }): MadeCall[] => {
    if (again === undefined) return [];
    const { clock: at, input, signature, attempt } = again;
    const place = { at, region, ...(known !== undefined && { known }) };
    const read = v.safeParse(
      madeCallSchema,
      attempt === undefined
        ? { ...place, service, operation, input, signature, face }
        : { ...place, attempt },
    );
    return read.success ? [read.output] : [];
  });
}

/**
 * Makes calls again, one after the other. From the same world the same calls leave the same records: ids and secrets
 * follow from the world's seed, and a region knows what it knew then.
 */
export function replay(world: World, calls: readonly MadeCall[]): World {
  return calls.reduce(again, world);
}

function again(world: World, call: MadeCall): World {
  const seen = knowing(world, call);
  if ('attempt' in call) {
    const attempt = { ...call.attempt } as unknown as SignInAttempt;
    return signIn(seen, attempt, { now: call.at }).world;
  }
  const { service, operation, input, signature, region, face } = call;
  const request = {
    service: service as CallRecord['service'],
    operation,
    input: input as JsonObject,
    signature: signature as Signature,
    region,
    face,
  } as Request;
  return perform(seen, request, { now: call.at }).world;
}

/**
 * The world as the call met it. Where its region was behind then, the region has again taken in just the first `known`
 * records and is paused there; every other region knows all.
 */
function knowing(world: World, { region, known }: MadeCall): World {
  const count = Math.min(known ?? world.log.length, world.log.length);
  const replicas =
    count === world.log.length ? {} : { [region]: { applied: count, state: stateAfter(world.log, count) } };
  return { ...world, lags: count === world.log.length ? {} : { [region]: 'paused' }, replicas };
}
