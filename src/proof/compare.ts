import { authorizer, parsePrincipal, type AccessRequest, type PolicySet } from '#iam';
import { actionClasses } from './action-classes.ts';
import type { Comparison, Domain, Undecided } from './domain.ts';
import { meter } from './language.ts';
import { requestClasses, type Search } from './request-classes.ts';
import { prepareSide } from './sides.ts';
import { simplest } from './simplest.ts';

/** Enough for every mission many times over, and well under a second of a small machine. */
const usualBudget = 200_000;
/** A learner takes in no more differences than this in each direction. */
const most = 3;

/**
 * What one policy set allows against another, over all requests of a domain. Requests that no statement of either side
 * tells apart are one class; each class is decided by the evaluator on a request of it, so a difference is a request that
 * anybody can try, and `equal` says that no class differs. Total: a document that IAM would refuse, a domain that
 * contradicts itself and a budget that ran out are named in `undecided`, and are never `equal`.
 */
export function compareAccess(
  left: PolicySet,
  right: PolicySet,
  domain: Domain,
  budget: number = usualBudget,
): Comparison {
  const sides = [prepareSide(left), prepareSide(right)] as const;
  const cost = meter(budget);
  const undecided = new Map<string, Undecided>();
  const note = (construct: Undecided['construct'], name: string): void =>
    void undecided.set(`${construct} ${name}`, { construct, name });
  for (const { invalid } of sides) if (invalid !== undefined) note('document', invalid);
  if (domain.situations.length === 0) note('domain', 'situations');
  for (const { principal, principalRole } of domain.situations)
    if (parsePrincipal(principal, principalRole) === undefined) note('domain', principal);
  if (domain.actions.length === 0) note('domain', 'actions');
  const excess: AccessRequest[] = [];
  const missing: AccessRequest[] = [];
  if (undecided.size === 0) {
    const engines = [authorizer(left), authorizer(right)] as const;
    const search: Search = {
      domain,
      meter: cost,
      note,
      withResourcePolicy: sides.some(({ hasResourcePolicy }) => hasResourcePolicy),
    };
    const sameShape = sides[0].shape === sides[1].shape;
    const classes = actionClasses(domain.actions, sides[0].statements, sides[1].statements, sameShape);
    for (const one of classes)
      for (const situation of domain.situations) {
        if ((excess.length >= most && missing.length >= most) || !cost.spend(0)) break;
        const seen = { excess: excess.length >= most, missing: missing.length >= most };
        for (const options of requestClasses(one, situation, search)) {
          if (!cost.spend(2)) break;
          const decisions = engines.map((engine) => engine.decide(options.request));
          if (decisions.includes('cannotEvaluate')) note('domain', options.request.principal);
          const allowed = decisions[0] === 'allowed';
          if (allowed === (decisions[1] === 'allowed')) continue;
          const kind = allowed ? 'excess' : 'missing';
          if (seen[kind]) continue;
          seen[kind] = true;
          const list = allowed ? excess : missing;
          list.push(simplest(options, engines, allowed));
          if (seen.excess && seen.missing) break;
        }
      }
    if (!cost.spend(0)) note('budget', String(budget));
  }
  const relation = relationOf(excess.length > 0, missing.length > 0, undecided.size > 0);
  return {
    relation,
    excess,
    missing,
    undecided: relation === 'undecided' ? [...undecided.values()] : [],
    steps: cost.spent(),
  };
}

function relationOf(exceeds: boolean, lacks: boolean, open: boolean): Comparison['relation'] {
  if (exceeds && lacks) return 'incomparable';
  if (open) return 'undecided';
  if (exceeds) return 'exceeds';
  return lacks ? 'within' : 'equal';
}
