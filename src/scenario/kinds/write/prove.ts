import { authorizer, printPolicy, type AccessRequest, type PolicySet } from '#iam';
import {
  compareAccess,
  measureExcess,
  type CatalogueAction,
  type Comparison,
  type Domain,
  type Excess,
  type Undecided,
} from '#proof';
import type { Setting } from '../../step/kind.ts';
import { asking, type Asking } from '../../world/asking.ts';
import { accountOfWorld } from '../../world/set-up.ts';
import { asJson } from '../../world/texts.ts';
import type { World } from '../../world/world.ts';
import { partsOf, type Part } from './parts.ts';
import { requestKey } from './request-key.ts';
import type { Failure } from './result.ts';
import type { PolicySpec, Trap } from './spec.ts';
import { trapDomain } from './traps.ts';

/** What is proved of an answer over all requests of the scenario's world. */
export interface Proof {
  /** Requests that it decides wrongly: one for each trap that the answer fell into, then the gravest of all others. */
  readonly failures: readonly Failure[];
  /** A request that is allowed beyond what is required, inside what is permitted. */
  readonly slack: AccessRequest | undefined;
  /** How much is allowed beyond what is permitted; undefined where nothing is. */
  readonly excess: Omit<Excess, 'whole'> | undefined;
  /** Empty where every request was decided. */
  readonly undecided: readonly Undecided[];
  /** How many actions the requests are of. */
  readonly actions: number;
  readonly steps: number;
}

/** The worlds in which a goal's own statements stand in the place of the learner's policy. */
interface Bounds {
  /** The world that they were made of. */
  readonly world: World;
  readonly required: Asking;
  readonly permitted: Asking;
}

/**
 * Proves `required` ⊆ what the answer makes effective ⊆ `permitted`, for each caller of the goal and each part of the
 * world whose resources have policies of their own. `own`: the world with the answer in it.
 */
export function proveGoal(
  setting: Setting,
  spec: PolicySpec,
  own: Asking,
  actions: readonly CatalogueAction[],
): Proof {
  const given = { own, bounds: boundsOf(setting, spec), actions, budget: { left: wholeBudget } };
  const found = partsOf(setting.world, spec).map((part) => provePart(spec, part, given));
  const failures = new Map(
    found.flatMap(({ failures }) => failures).map((failure) => [requestKey(failure.request), failure]),
  );
  const undecided = new Map(
    found.flatMap(({ undecided }) => undecided).map((one) => [`${one.construct} ${one.name}`, one]),
  );
  const excesses = found.flatMap(({ excess }) => (excess === undefined ? [] : [excess]));
  return {
    failures: [...failures.values()],
    slack: found.find(({ slack }) => slack !== undefined)?.slack,
    excess:
      excesses.length === 0
        ? undefined
        : {
            actions: [...new Set(excesses.flatMap(({ actions: names }) => names))],
            resources: [...new Set(excesses.flatMap(({ resources }) => resources))],
          },
    undecided: [...undecided.values()],
    actions: actions.length,
    steps: wholeBudget - given.budget.left,
  };
}

/**
 * Steps that one Check may take in all its comparisons together: about a second on a small machine. Nearly all take some
 * thousand steps.
 */
const wholeBudget = 200_000;

/** They are the same for every answer in one world. */
const boundsBySpec = new WeakMap<PolicySpec, Bounds>();

function boundsOf({ world }: Setting, spec: PolicySpec): Bounds {
  const known = boundsBySpec.get(spec);
  if (known?.world === world) return known;
  const worldWith = (statements: PolicySpec['required']): Asking => {
    const document = { Version: '2012-10-17', Statement: statements.map(asJson) };
    const texts = { [spec.policy]: printPolicy(document) };
    return asking(world, accountOfWorld(world, { texts }), texts);
  };
  const required = worldWith(spec.required);
  const bounds = {
    world,
    required,
    permitted: spec.permitted === undefined ? required : worldWith(spec.permitted),
  };
  boundsBySpec.set(spec, bounds);
  return bounds;
}

type PartProof = Pick<Proof, 'failures' | 'slack' | 'excess' | 'undecided'>;

interface Given {
  readonly own: Asking;
  readonly bounds: Bounds;
  readonly actions: readonly CatalogueAction[];
  /** What is left of it; every comparison takes from it. */
  readonly budget: { left: number };
}

function provePart(spec: PolicySpec, part: Part, { own: answer, bounds, actions, budget }: Given): PartProof {
  const domain: Domain = { ...part.domain, actions: part.actions(actions), wholeServices: true };
  const own = answer.policiesFor(part.request);
  const needs = bounds.required.policiesFor(part.request);
  const allows = bounds.permitted === bounds.required ? needs : bounds.permitted.policiesFor(part.request);
  const compare = (right: PolicySet, over: Domain): Comparison => {
    const found = compareAccess(own, right, over, budget.left);
    budget.left = Math.max(0, budget.left - found.steps);
    return found;
  };
  const withRequired = compare(needs, domain);
  const withPermitted = allows === needs ? withRequired : compare(allows, domain);
  const against = { missing: needs, excess: allows } as const;
  const differences = { missing: withRequired.missing, excess: withPermitted.excess } as const;
  const failures = (['missing', 'excess'] as const).flatMap((kind): readonly Failure[] => {
    if (differences[kind].length === 0) return [];
    const { decide } = authorizer(own);
    const sprung = trapsSprung(spec, kind, domain, (over) => compare(against[kind], over));
    const plain = differences[kind].map((request) => ({ kind, request, decision: decide(request) }));
    return [
      ...plain,
      ...sprung.map(({ trap, request }) => ({ kind, request, decision: decide(request), trap: trap.id })),
    ];
  });
  return {
    failures,
    slack: withPermitted.excess.length === 0 ? withRequired.excess[0] : undefined,
    excess: withPermitted.excess.length > 0 ? measureExcess(own, allows, domain, budget.left) : undefined,
    undecided: [
      ...withRequired.undecided,
      ...(withPermitted === withRequired ? [] : withPermitted.undecided),
    ],
  };
}

interface Sprung {
  readonly trap: Trap;
  readonly request: AccessRequest;
}

/** The traps that the answer fell into, each with a request that is decided wrongly in the way that the trap describes. */
function trapsSprung(
  { traps }: PolicySpec,
  kind: Failure['kind'],
  domain: Domain,
  compare: (over: Domain) => Comparison,
): readonly Sprung[] {
  return traps.flatMap((trap): readonly Sprung[] => {
    const within = trapDomain(trap, kind, domain);
    if (within === undefined) return [];
    const [request] = compare(within)[kind];
    return request === undefined ? [] : [{ trap, request }];
  });
}
