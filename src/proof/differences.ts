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

/** Layers in which an Allow grants access. In the others (SCP, boundary) it only does not stand in the way. */
const granting = new Set(['identity', 'resource']);
/** For actions of these services the resource's own policy must agree, whatever others grant: trust and key policies. */
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
 * Which differences are possible at all, seen from the statements that cover a request. None, where each side has all the
 * statements of the other. A side without an Allow allows nothing, except to a root user. Where there are identity-based
 * policies only, the left can allow more only if it has an Allow that the right lacks, or the right a Deny that the left
 * lacks. `inForce`: the statements are known to cover the request's resource, not only its action.
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
 * Where the sides differ, over the requests of one principal for one class of actions. Of each wanted kind it gives the
 * first class of requests that it finds; the evaluator has decided a request of it for both sides.
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
