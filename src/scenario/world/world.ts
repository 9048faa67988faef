import * as v from 'valibot';
import { accountId, arn, context, id, policyDocument, tags, text } from '../file/fields.ts';

/** A policy of the world. A learner's own stands here too, as the mission begins with it. */
const policy = v.pipe(
  v.strictObject({
    id,
    name: text,
    type: v.picklist(['identity', 'boundary', 'session', 'trust', 'resource', 'scp', 'rcp']),
    /** Of a managed policy; without one an identity-based policy is inline. */
    arn: v.optional(arn),
    document: v.optional(policyDocument),
    /** The text as it was typed, one string a line: with the blanks, faults and comments that a document has not. */
    lines: v.optional(v.array(v.string())),
  }),
  v.check(({ document, lines }) => (document === undefined) !== (lines === undefined), 'document or lines'),
);

/** What grants a user or a role its permissions, by ids of policies. */
const holder = { arn, policies: v.optional(v.array(id)), boundary: v.optional(id), tags: v.optional(tags) };

/**
 * Somebody who asks, and the session that is signed with. A user or the root user signs with long-term keys, or with
 * temporary ones that GetSessionToken gave (`mfa` says whether with MFA); a role by the ARN of its session; a service, an
 * identity provider with a token's claims in `keys`, or `anonymous`.
 */
const caller = v.strictObject({
  id,
  /** What people call her or it; the same in every language. */
  name: text,
  principal: text,
  mfa: v.optional(v.boolean()),
  /** Session policies, by id. */
  policies: v.optional(v.array(id)),
  tags: v.optional(tags),
  sourceIdentity: v.optional(text),
  /** Further condition keys that the session or the token carries. */
  keys: v.optional(context),
});

/**
 * A scenario's world: the set-up of a simulated account (set-up.ts). `setUp` are lines of a transcript that are run on it
 * before the learner comes.
 */
export const worldSchema = v.strictObject({
  accounts: v.pipe(
    v.array(
      v.strictObject({
        id: accountId,
        name: text,
        /** Policy ids per level, from the organization's root down to the account. */
        scps: v.optional(v.pipe(v.array(v.array(id)), v.minLength(2), v.maxLength(7))),
        rcps: v.optional(v.pipe(v.array(v.array(id)), v.minLength(2), v.maxLength(7))),
      }),
    ),
    v.minLength(1),
  ),
  managementAccount: v.optional(accountId),
  policies: v.optional(v.array(policy), []),
  users: v.optional(v.array(v.strictObject({ ...holder, groups: v.optional(v.array(text)) })), []),
  /** Groups of the first account. */
  groups: v.optional(v.array(v.strictObject({ name: text, policies: v.array(id) })), []),
  roles: v.optional(v.array(v.strictObject({ ...holder, trust: id })), []),
  /** Buckets, keys, queues and whatever else has an ARN. `account` owns it: absent, the one in the ARN, else the first. */
  resources: v.optional(
    v.array(
      v.strictObject({
        arn,
        account: v.optional(accountId),
        policy: v.optional(id),
        tags: v.optional(tags),
      }),
    ),
    [],
  ),
  callers: v.optional(v.array(caller), []),
  setUp: v.optional(v.array(text), []),
  /** Files that lie in the terminal's folder. */
  files: v.optional(v.record(v.string(), v.string()), {}),
});

/** A request that the world's people make; steps name it by id. */
export const requestSchema = v.strictObject({
  id,
  /** Id of a caller of the world. */
  caller: id,
  action: text,
  resource: v.union([arn, v.literal('*')]),
  /** Condition keys that this call brings, beside what its session carries. */
  context: v.optional(context),
});

export type World = v.InferOutput<typeof worldSchema>;
export type WorldPolicy = World['policies'][number];
export type WorldCaller = World['callers'][number];
export type ScenarioRequest = v.InferOutput<typeof requestSchema>;
