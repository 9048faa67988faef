import * as v from 'valibot';

/**
 * The one schema of a scenario file, for the shipped ones and for packs at import: strict, so an unknown key is
 * refused. Structure only: prose lives in `en.md` and `es.md` under fixed headings (texts.ts).
 */
const id = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'id'));
const text = v.pipe(v.string(), v.minLength(1), v.maxLength(20_000));
const arn = v.pipe(v.string(), v.maxLength(2048), v.startsWith('arn:'));
const accountId = v.pipe(v.string(), v.regex(/^\d{12}$/, 'account'));
/** Any JSON object: the policy grammar, not this schema, says whether it is a policy. */
const policyDocument = v.record(v.string(), v.unknown());
const contextValue = v.union([v.string(), v.array(v.string())]);
const context = v.record(v.string(), contextValue);
const decisionKind = v.picklist(['allowed', 'denied']);

const kinds = ['predict', 'write', 'fix', 'operate'] as const;
const policyTypeNames = [
  'identity',
  'boundary',
  'session',
  'trust',
  'resource',
  'scp',
  'rcp',
  'vpcEndpoint',
] as const;

/** A policy of the world. `document` is absent where a buffer of `start` holds the text. */
const worldPolicy = v.strictObject({
  id,
  name: text,
  type: v.picklist(policyTypeNames),
  arn: v.optional(arn),
  document: v.optional(policyDocument),
});

const principal = v.strictObject({
  id,
  /** As in a request: an ARN, a service name, `anonymous`, or an identity provider. */
  principal: text,
  principalRole: v.optional(arn),
  /** What people call her or it; the same in every language. */
  name: text,
  groups: v.optional(v.array(text)),
  policies: v.optional(v.array(id)),
  boundary: v.optional(id),
  session: v.optional(v.array(id)),
  /** Context keys every request of this principal carries (tags, MFA, …). */
  context: v.optional(context),
});

const world = v.strictObject({
  accounts: v.array(
    v.strictObject({
      id: accountId,
      name: text,
      /** Policy ids per level, from the organization's root down to the account. */
      scps: v.optional(v.array(v.array(id))),
      rcps: v.optional(v.array(v.array(id))),
    }),
  ),
  managementAccount: v.optional(accountId),
  policies: v.array(worldPolicy),
  groups: v.optional(v.array(v.strictObject({ name: text, policies: v.array(id) }))),
  principals: v.array(principal),
  resources: v.optional(
    v.array(v.strictObject({ arn, account: v.optional(accountId), policy: v.optional(id) })),
  ),
});

const request = v.strictObject({
  id,
  /** Id of a principal of the world. */
  principal: id,
  action: text,
  resource: v.union([arn, v.literal('*')]),
  context: v.optional(context),
  /** For a policy mission: what the goal wants. Predict keys are never stored, always computed. */
  expect: v.optional(decisionKind),
});

/** What a counterexample must look like for a trap to speak; every given field must fit. */
const trap = v.strictObject({
  id,
  when: v.union([
    v.strictObject({
      kind: v.picklist(['missing', 'excess']),
      /** Wildcard patterns. */
      principal: v.optional(text),
      action: v.optional(text),
      resource: v.optional(text),
      /** A context key that the counterexample does not carry. */
      absent: v.optional(text),
      /** A context key that it does carry, with this value. */
      present: v.optional(v.strictObject({ key: text, value: text })),
    }),
    /** Calls that the learner has made; `spring` are lines that make them. */
    v.strictObject({ trail: text, spring: v.pipe(v.array(text), v.minLength(1)) }),
    /** A wrong prediction of this request. */
    v.strictObject({ predicted: id, as: v.picklist(['allowed', 'explicitDeny', 'implicitDeny']) }),
  ]),
});

/**
 * `required` ⊆ what the learner's policy makes effective ⊆ `permitted`. Both are statement lists that stand in the
 * place of the learner's policy; `permitted` absent means the same as `required`. `domain` says who asks, and which
 * resources make good examples: the proof goes over all actions and resources.
 */
const goal = v.strictObject({
  /** The policy of the world that the learner writes. */
  policy: id,
  required: v.array(policyDocument),
  permitted: v.optional(v.array(policyDocument)),
  domain: v.strictObject({
    principals: v.array(id),
    resources: v.array(arn),
  }),
});

/** A request, as the policies decide it at the end. */
const operateDecision = v.strictObject({
  principal: arn,
  action: text,
  resource: text,
  context: v.optional(context),
  expect: decisionKind,
});

/**
 * A simulated account to operate. `setUp` and the steps are lines of a transcript (`aws …` and stage directions). A goal
 * is a JMESPath question with the answer `true`: to what a call by the root user answers at the end (`ask`), or to the
 * trail of the learner's own calls (`trail`); or what the policies decide as they are at the end (`decisions`, all of them).
 */
const operate = v.strictObject({
  setUp: v.array(text),
  /** Who sits at the keyboard at first: `root`, or a user's name. */
  who: text,
  region: v.optional(text),
  /** Files that lie in the terminal's folder. */
  files: v.optional(v.record(v.string(), v.string())),
  goals: v.pipe(
    v.array(
      v.union([
        v.strictObject({ id, ask: text, input: v.optional(v.record(v.string(), v.unknown())), query: text }),
        v.strictObject({ id, trail: text }),
        v.strictObject({ id, decisions: v.pipe(v.array(operateDecision), v.minLength(1)) }),
      ]),
    ),
    v.minLength(1),
    v.maxLength(12),
  ),
  /** The reference way. A step that is `ordered` must not come before the one above it. */
  steps: v.pipe(
    v.array(
      v.strictObject({ lines: v.pipe(v.array(text), v.minLength(1)), ordered: v.optional(v.literal(true)) }),
    ),
    v.minLength(1),
  ),
  /** Lines that give too much: each, run after the reference way, leaves a goal open. */
  tooMuch: v.optional(v.array(text)),
});

/** A policy text, one string a line (kept as typed), or a document that is printed in AWS's order. */
const buffer = v.union([
  v.strictObject({ policy: id, lines: v.array(v.string()) }),
  v.strictObject({ policy: id, document: policyDocument }),
]);

export const scenarioSchema = v.strictObject({
  id,
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** Place in the curriculum: act 0 to 6, scenario 1 to 48. */
  act: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9)),
  number: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(999)),
  /** In the order in which the learner meets them: predict first, then write or fix. */
  kind: v.pipe(v.array(v.picklist(kinds)), v.minLength(1), v.maxLength(2)),
  minutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60)),
  concepts: v.pipe(v.array(id), v.minLength(1)),
  /** Scenario ids that come before this one; unknown ones are refused by the catalogue. */
  requires: v.array(id),
  examTags: v.array(text),
  seedLines: v.array(text),
  world,
  requests: v.pipe(v.array(request), v.maxLength(60)),
  /** Request ids to predict, for kind `predict`. */
  predict: v.optional(v.array(id)),
  start: v.strictObject({ buffers: v.array(buffer) }),
  goal: v.optional(goal),
  operate: v.optional(operate),
  par: v.optional(
    v.strictObject({
      statements: v.pipe(v.number(), v.integer(), v.minValue(1)),
      characters: v.pipe(v.number(), v.integer(), v.minValue(1)),
    }),
  ),
  /** How many hints the texts hold. */
  hints: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(6)),
  traps: v.array(trap),
  solution: v.array(buffer),
});

export type Scenario = v.InferOutput<typeof scenarioSchema>;
export type ScenarioRequest = Scenario['requests'][number];
export type World = Scenario['world'];
export type Goal = NonNullable<Scenario['goal']>;
export type Operate = NonNullable<Scenario['operate']>;
export type OperateGoal = Operate['goals'][number];
export type Trap = Scenario['traps'][number];
