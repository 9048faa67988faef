import { authorizer, type AccessRequest, type PolicyDocument, type PolicySet } from '#iam';
import {
  compareAccess,
  measureExcess,
  type CatalogueAction,
  type Comparison,
  type Domain,
  type Excess,
  type Undecided,
} from '#proof';
import { requestKey } from './request-key.ts';
import type { Goal, Scenario, Trap } from './schema.ts';
import { asJson } from './start.ts';
import { trapDomain } from './traps.ts';
import type { Failure } from './verdict.ts';
import { partsOf, type Part } from './parts.ts';

type Documents = Readonly<Record<string, PolicyDocument>>;

/** What is proved of an answer over all requests of the scenario's world. */
export interface Proof {
  /** Requests on which it misses the goal: of each trap it fell into one, then the gravest. */
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

/** What stands in the place of the learner's policy: `required` and `permitted` are statement lists. */
interface Bounds {
  readonly required: PolicyDocument;
  readonly permitted: PolicyDocument;
}

/**
 * Proves `required` ⊆ what the answer makes effective ⊆ `permitted`, for each principal of the goal and each part of the
 * world whose resources have policies of their own.
 */
export function proveGoal(
  scenario: Scenario,
  goal: Goal,
  documents: Documents,
  actions: readonly CatalogueAction[],
): Proof {
  const bounds = boundsOf(goal);
  const found: PartProof[] = [];
  const budget = { left: wholeBudget };
  for (const part of partsOf(scenario, goal))
    found.push(provePart(scenario, goal, part, { documents, bounds, actions, budget }));
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
    steps: wholeBudget - budget.left,
  };
}

/** Steps that one Check may take, in all its comparisons: about a second of a small machine, where nearly all take some thousand. */
const wholeBudget = 200_000;

const kept = new WeakMap<Goal, Bounds>();

function boundsOf(goal: Goal): Bounds {
  const known = kept.get(goal);
  if (known !== undefined) return known;
  const document = (statements: Goal['required']): PolicyDocument => ({
    Version: '2012-10-17',
    Statement: statements.map(asJson),
  });
  const required = document(goal.required);
  const bounds = {
    required,
    permitted: goal.permitted === undefined ? required : document(goal.permitted),
  };
  kept.set(goal, bounds);
  return bounds;
}

type PartProof = Pick<Proof, 'failures' | 'slack' | 'excess' | 'undecided'>;

interface Given {
  readonly documents: Documents;
  readonly bounds: Bounds;
  readonly actions: readonly CatalogueAction[];
  /** What is left of it; every comparison takes from it. */
  readonly budget: { left: number };
}

function provePart(
  scenario: Scenario,
  goal: Goal,
  part: Part,
  { documents, bounds, actions, budget }: Given,
): PartProof {
  const { required, permitted } = bounds;
  const domain: Domain = { ...part.domain, actions, wholeServices: true };
  const own = part.policies(documents);
  const needs = part.policies({ ...documents, [goal.policy]: required });
  const allows = permitted === required ? needs : part.policies({ ...documents, [goal.policy]: permitted });
  const compare = (right: PolicySet, over: Domain): Comparison => {
    const found = compareAccess(own, right, over, budget.left);
    budget.left = Math.max(0, budget.left - found.steps);
    return found;
  };
  const least = compare(needs, domain);
  const most = allows === needs ? least : compare(allows, domain);
  const against = { missing: needs, excess: allows } as const;
  const told = { missing: least.missing, excess: most.excess } as const;
  const failures = (['missing', 'excess'] as const).flatMap((kind): readonly Failure[] => {
    if (told[kind].length === 0) return [];
    const { decide } = authorizer(own);
    const sprung = trapsSprung(scenario, kind, domain, (over) => compare(against[kind], over));
    const plain = told[kind].map((request) => ({ kind, request, decision: decide(request) }));
    return [
      ...plain,
      ...sprung.map(({ trap, request }) => ({ kind, request, decision: decide(request), trap: trap.id })),
    ];
  });
  return {
    failures,
    slack: most.excess.length === 0 ? least.excess[0] : undefined,
    excess: most.excess.length > 0 ? measureExcess(own, allows, domain, budget.left) : undefined,
    undecided: [...least.undecided, ...(most === least ? [] : most.undecided)],
  };
}

interface Sprung {
  readonly trap: Trap;
  readonly request: AccessRequest;
}

/** The traps that the answer fell into: of each a request on which it misses the goal as the trap says. */
function trapsSprung(
  { traps }: Scenario,
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
