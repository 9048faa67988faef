import type { ActionClass } from './action-classes.ts';
import type { Situation } from './domain.ts';
import type { SidedStatement } from './sides.ts';
import { requestClasses, type RequestClass } from './request-classes.ts';
import type { Search } from './search.ts';

/** `excess`: the left allows requests that the right does not; `missing`: the other way about. */
type Kind = 'excess' | 'missing';

interface Difference {
  readonly kind: Kind;
  readonly requests: RequestClass;
}

/** Layers of a policy set in which an Allow grants; in the others it only leaves open. */
const granting = new Set(['identity', 'resource']);
/** Of these services the evaluator asks the resource's own policy, whatever else is granted. */
const askingResources = /^(?:sts|kms):/i;

type Kinds = Readonly<Record<Kind, boolean>>;

/** What the statements of one side that cover a request say of it. */
interface Say {
  /** Whether they may grant, and whether one of them allows whatever the request carries. */
  mayAllow: boolean;
  allows: boolean;
  /** Whether they may deny, and whether one of them does so whatever the request carries. */
  mayDeny: boolean;
  denies: boolean;
  /** Whether the other side lacks an Allow among them, or a Deny. */
  ownAllow: boolean;
  ownDeny: boolean;
}

function nothingSaid({ rootAsks, differing }: Search): Say {
  const unlike = differing === undefined;
  return {
    mayAllow: rootAsks,
    allows: false,
    mayDeny: false,
    denies: false,
    ownAllow: unlike,
    ownDeny: unlike,
  };
}

/**
 * Which differences the statements that cover a request leave possible at all: none where neither side has one that the
 * other lacks; a side without an Allow allows nothing but what a root user asks. Where only identity-based policies are
 * asked, what a side allows grows with its Allows and shrinks with its Denies, and a statement without conditions decides.
 * `inForce`: the statements are known to cover the resource too.
 */
function possibleKinds(
  action: string,
  statements: readonly SidedStatement[],
  inForce: boolean,
  search: Search,
): Kinds {
  const { sides, differing } = search;
  const left = nothingSaid(search);
  const right = nothingSaid(search);
  for (const one of statements) {
    const say = sides[0].own.has(one) ? left : right;
    const own = differing?.has(one) === true;
    const { source, unconditional, principal, conditions } = one.statement;
    const certain = unconditional || (inForce && principal === undefined && conditions.length === 0);
    if (source.effect === 'Deny') {
      say.mayDeny = true;
      say.denies ||= certain;
      say.ownDeny ||= own;
    } else {
      say.mayAllow ||= granting.has(source.layer);
      say.allows ||= certain;
      say.ownAllow ||= own;
    }
  }
  const identityOnly = sides[0].identityOnly && sides[1].identityOnly && !askingResources.test(action);
  return {
    excess: mayExceed(left, right, identityOnly),
    missing: mayExceed(right, left, identityOnly),
  };
}

function mayExceed(more: Say, less: Say, identityOnly: boolean): boolean {
  if (!more.mayAllow || !(more.ownAllow || more.ownDeny || less.ownAllow || less.ownDeny)) return false;
  if (!identityOnly) return true;
  return (more.ownAllow || less.ownDeny) && !more.denies && !(less.allows && !less.mayDeny);
}

/**
 * In what the sides differ over the requests of one class of actions by one principal: of each wanted kind one class of
 * requests at most. Every class is decided by the evaluator.
 */
export function* differences(
  actions: ActionClass,
  situation: Situation,
  search: Search,
  wanted: Kinds,
): Generator<Difference> {
  const left = { ...wanted };
  if (!(left.excess || left.missing) || !search.meter.spend(0)) return;
  const [first, second] = search.sides;
  const promising = (statements: readonly SidedStatement[], inForce: boolean): boolean => {
    const { excess, missing } = possibleKinds(actions.action.name, statements, inForce, search);
    return (excess && left.excess) || (missing && left.missing);
  };
  for (const requests of requestClasses(actions, situation, search, promising)) {
    if (!(left.excess || left.missing) || !search.meter.spend(2)) return;
    const one = first.engine.decide(requests.request);
    const other = second.engine.decide(requests.request);
    if (one === 'cannotEvaluate' || other === 'cannotEvaluate')
      search.note('domain', requests.request.principal);
    const allowed = one === 'allowed';
    if (allowed === (other === 'allowed')) continue;
    const kind = allowed ? 'excess' : 'missing';
    if (!left[kind]) continue;
    left[kind] = false;
    yield { kind, requests };
  }
}
