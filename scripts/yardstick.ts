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

/** The yardstick's words for a decision. */
export const words = {
  allowed: 'Allowed',
  explicitDeny: 'ExplicitlyDenied',
  implicitDeny: 'ImplicitlyDenied',
  cannotEvaluate: 'CannotEvaluate',
} as const;

/** A policy set of the workload for each environment and each resource-based policy asked with it. */
export function yardstick() {
  let known = new Map<string, Map<string | undefined, Authorizer>>();
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
  function find({ env, resourcePolicy }: WorkloadRequest): Authorizer {
    let byResource = known.get(env);
    if (byResource === undefined) known.set(env, (byResource = new Map<string | undefined, Authorizer>()));
    let found = byResource.get(resourcePolicy);
    if (found === undefined) byResource.set(resourcePolicy, (found = make(env, resourcePolicy)));
    return found;
  }
  return {
    prepare: (given: Workload): void => {
      workload = given;
      known = new Map<string, Map<string | undefined, Authorizer>>();
      for (const env of Object.keys(given.envs)) known.set(env, new Map<string | undefined, Authorizer>());
      for (const request of given.requests ?? []) find(request);
    },
    decide: (request: WorkloadRequest) => words[find(request).decide(request)],
    evaluate: (request: WorkloadRequest): Evaluation => find(request).evaluate(request),
  };
}

const quick = yardstick();
export const name = 'own-decide';
export const note = 'decide: prepared once, no trace';
export const { prepare, decide } = quick;
