import {
  authorizer,
  type AccessRequest,
  type Authorizer,
  type Evaluation,
  type JsonValue,
  type PolicySet,
} from '#iam';

/** The engine behind the face of a yardstick: `prepare` a workload of policies, then `decide` its requests. */
interface Workload {
  readonly docs: Readonly<Record<string, JsonValue>>;
  readonly envs: Readonly<
    Record<
      string,
      {
        readonly identity: readonly string[];
        readonly boundary: readonly string[] | null;
        readonly scps: readonly { readonly docs: readonly string[] }[];
      }
    >
  >;
  readonly requests?: readonly WorkloadRequest[];
}
type WorkloadRequest = AccessRequest & { readonly env: string; readonly resourcePolicy?: string };

/** The authorizers of an environment: asked alone, and with each resource-based policy. */
interface Known {
  alone: Authorizer | undefined;
  readonly withResource: Map<string, Authorizer>;
}

/** The yardstick's words for a decision. */
export const words = {
  allowed: 'Allowed',
  explicitDeny: 'ExplicitlyDenied',
  implicitDeny: 'ImplicitlyDenied',
  cannotEvaluate: 'CannotEvaluate',
} as const;

/** A policy set of the workload for each environment and each resource-based policy asked with it. */
export function yardstick() {
  let known = new Map<string, Known>();
  let workload: Workload | undefined;

  function make(env: string, resourcePolicy: string | undefined): Authorizer {
    const named = workload?.envs[env];
    if (workload === undefined || named === undefined) throw new Error(`The workload has no ${env}.`);
    const { docs } = workload;
    const of = (ids: readonly string[]): JsonValue[] => ids.map((id) => docs[id] ?? null);
    const policies: PolicySet = {
      identity: of(named.identity),
      ...(named.boundary !== null && { boundary: of(named.boundary)[0] ?? null }),
      ...(named.scps.length > 0 && { scps: named.scps.map((level) => of(level.docs)) }),
      ...(resourcePolicy !== undefined && { resource: docs[resourcePolicy] ?? null }),
    };
    return authorizer(policies);
  }
  function authorizerOf(env: string, resourcePolicy: string | undefined): Authorizer {
    let kept = known.get(env);
    if (kept === undefined) known.set(env, (kept = { alone: undefined, withResource: new Map() }));
    if (resourcePolicy === undefined) return (kept.alone ??= make(env, undefined));
    let found = kept.withResource.get(resourcePolicy);
    if (found === undefined) kept.withResource.set(resourcePolicy, (found = make(env, resourcePolicy)));
    return found;
  }
  const find = ({ env, resourcePolicy }: WorkloadRequest) => authorizerOf(env, resourcePolicy);
  return {
    prepare: (given: Workload): void => {
      workload = given;
      known = new Map<string, Known>();
      for (const env of Object.keys(given.envs)) authorizerOf(env, undefined);
      for (const { env, resourcePolicy } of given.requests ?? []) authorizerOf(env, resourcePolicy);
    },
    decide: (request: WorkloadRequest) => words[find(request).decide(request)],
    evaluate: (request: WorkloadRequest): Evaluation => find(request).evaluate(request),
  };
}

const quick = yardstick();
export const name = 'own-decide';
export const note = 'decide: prepared once, no trace';
export const { prepare, decide } = quick;
