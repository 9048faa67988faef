import { callerOf, compileAction, lowerCase, matchesAction, type AccessRequest, type PolicySet } from '#iam';
import { actionClasses, servicesOf } from './action-classes.ts';
import { differences } from './differences.ts';
import type { Comparison, Domain, Undecided } from './domain.ts';
import { meter } from './string-set.ts';
import { differingStatements, preparedSide, type PreparedSide } from './sides.ts';
import { simplest } from './simplest.ts';

/** Enough for every mission many times over, and well under a second of a small machine. */
const usualBudget = 200_000;
/** A learner takes in no more differences than this in each direction. */
const maxDifferences = 3;

/**
 * What one policy set allows against another, over all requests of a domain. Requests that no statement of either side
 * tells apart are one class; each class is decided by the evaluator on a request of it, so a difference is a request that
 * anybody can try, and `equal` says that no class differs. Total: a document that IAM would refuse, an action that does
 * not exist, a domain that contradicts itself and a budget that ran out are named in `undecided`, and are never `equal`.
 */
export function compareAccess(
  left: PolicySet,
  right: PolicySet,
  domain: Domain,
  budget: number = usualBudget,
): Comparison {
  const { cost, undecided, classes, search } = question(left, right, domain, budget);
  const found: Record<'excess' | 'missing', AccessRequest[]> = { excess: [], missing: [] };
  for (const one of classes) {
    if (found.excess.length >= maxDifferences && found.missing.length >= maxDifferences) break;
    for (const situation of domain.situations) {
      // One example of an action says enough of it, on whatever else it may be asked.
      const more = (list: readonly AccessRequest[]): boolean =>
        list.length < maxDifferences && !list.some(({ action }) => action === one.action.name);
      const wanted = { excess: more(found.excess), missing: more(found.missing) };
      for (const { kind, requests } of differences(one, situation, search, wanted))
        found[kind].push(simplest(requests, search.sides, kind === 'excess'));
    }
  }
  if (!cost.spend(0)) search.note('budget', String(budget));
  const relation = relationOf(found.excess.length > 0, found.missing.length > 0, undecided.size > 0);
  return {
    relation,
    ...found,
    undecided: relation === 'undecided' ? [...undecided.values()] : [],
    steps: cost.spent(),
  };
}

/** What a policy set allows beyond another: how much, not only an example. */
export interface Excess {
  /** Catalogue actions that the left allows on something on which the right does not, the gravest first. */
  readonly actions: readonly string[];
  /** The forms of the resources on which it does (`arn:${Partition}:s3:::${BucketName}`); `*` where it takes none. */
  readonly resources: readonly string[];
  /** False: the budget ended before all was counted; there is at least this. */
  readonly whole: boolean;
}

/** Measures what the left allows beyond the right. On bad input nothing is counted, and `whole` is false. */
export function measureExcess(
  left: PolicySet,
  right: PolicySet,
  domain: Domain,
  budget: number = usualBudget,
): Excess {
  const { cost, undecided, classes, search } = question(left, right, domain, budget);
  const actions = new Set<string>();
  const resources = new Set<string>();
  for (const one of classes) {
    const wanted = { excess: true, missing: false };
    for (const situation of domain.situations)
      if (differences(one, situation, search, wanted).next().done === false) {
        for (const { name } of one.members) actions.add(name);
        resources.add(one.format ?? '*');
      }
  }
  return { actions: [...actions], resources: [...resources], whole: undecided.size === 0 && cost.spend(0) };
}

/** What both ask for: the sides prepared, the classes of actions to look at, and what already stands in the way. */
function question(left: PolicySet, right: PolicySet, domain: Domain, budget: number) {
  const sides = [preparedSide(left), preparedSide(right)] as const;
  const cost = meter(budget);
  const undecided = new Map<string, Undecided>();
  const note = (construct: Undecided['construct'], name: string): void =>
    void undecided.set(`${construct} ${name}`, { construct, name });
  for (const { invalid } of sides) if (invalid !== undefined) note('document', invalid);
  if (domain.situations.length === 0) note('domain', 'situations');
  let rootAsks = false;
  for (const { principal, principalRole } of domain.situations) {
    const caller = callerOf(principal, principalRole);
    if (caller === undefined) note('domain', principal);
    rootAsks ||= caller?.kind === 'root';
  }
  if (domain.actions.length === 0) note('domain', 'actions');
  const withResourcePolicy = sides.some(({ hasResourcePolicy }) => hasResourcePolicy);
  const differing = differingStatements(...sides);
  const classes =
    undecided.size > 0 || differing?.size === 0
      ? []
      : actionClasses(domain.actions, sides, differing, rootAsks);
  if (domain.wholeServices === true) for (const name of unknownActions(sides, domain)) note('action', name);
  return {
    cost,
    undecided,
    classes,
    search: { domain, sides, differing, meter: cost, note, withResourcePolicy, rootAsks },
  };
}

/** Names in the policies that stand for no action of a service whose actions are all known. */
function unknownActions(sides: readonly PreparedSide[], { actions }: Domain): readonly string[] {
  const services = servicesOf(actions);
  const written = sides.flatMap(({ statements }) =>
    statements.flatMap(({ statement }) => statement.actionSources),
  );
  return [...new Set(written)].filter((source) => {
    const members = services.get(lowerCase(source.slice(0, source.indexOf(':'))));
    const pattern = compileAction(source);
    return members !== undefined && !members.some(({ lower }) => matchesAction(pattern, lower));
  });
}

function relationOf(exceeds: boolean, lacks: boolean, open: boolean): Comparison['relation'] {
  if (exceeds && lacks) return 'incomparable';
  if (open) return 'undecided';
  if (exceeds) return 'exceeds';
  return lacks ? 'within' : 'equal';
}
