import { parsePolicy, type JsonValue, type PolicyDocument } from '#iam';
import { compareLength, statementsOf, type PolicyLength } from '#proof';
import type { Reference, Setting } from '../../step/kind.ts';
import { asking, type Asking } from '../../world/asking.ts';
import { accountOfWorld } from '../../world/set-up.ts';
import { asJson, documentIn, textOf } from '../../world/texts.ts';
import { proveGoal } from './prove.ts';
import { requestKey } from './request-key.ts';
import type { Failure, Medal, WriteResult } from './result.ts';
import type { PolicySpec } from './spec.ts';
import { springs } from './traps.ts';

/** A verdict speaks of no more failures than a learner can take in. */
const maxFailures = 3;

/**
 * Grades a policy: it is proved, over all requests with the actions of the catalogue, that it allows what the goal requires
 * and nothing beyond what it permits. Total: a text that is no policy is named in `invalidPolicy`, and what could not be
 * decided in `undecided`; neither is solved.
 */
export function gradePolicy(
  spec: PolicySpec,
  setting: Setting,
  { text }: { readonly text: string },
  { actions: catalogue }: Pick<Reference, 'actions'>,
): WriteResult {
  const { world } = setting;
  const document = documentIn(world, spec.policy, text);
  const nothing = { solved: false, exact: false, medals: [], actions: 0, proofSteps: 0 };
  if (document === undefined) return { ...nothing, failures: [], undecided: [], invalidPolicy: spec.policy };
  const texts = { [spec.policy]: text };
  const own = asking(world, accountOfWorld(world, { texts }), texts);
  const { failures, slack, excess, undecided, actions, steps } = proveGoal(setting, spec, own, catalogue);
  const solved = failures.length === 0 && undecided.length === 0;
  const size = policyLength(document, text);
  return {
    solved,
    exact: solved && slack === undefined,
    medals: solved ? medals(spec, slack === undefined, size) : [],
    actions,
    proofSteps: steps,
    failures: mostTelling([...visibleFailures(spec, setting, own), ...failures]),
    undecided,
    ...(excess !== undefined && { excess }),
    ...(slack !== undefined && { slack }),
    size,
  };
}

/** The policies of the step, and the learner's: a proof goes over the actions of the services that they name. */
export function documentsOfStep(
  { policy, required, permitted = [] }: PolicySpec,
  { world, requests }: Setting,
  text: string,
): readonly JsonValue[] {
  const answer = documentIn(world, policy, text);
  return [
    ...(answer === undefined ? [] : [answer]),
    ...world.policies.flatMap((one) => {
      const { document } = parsePolicy(textOf(one), one.type);
      return one.id === policy || document === undefined ? [] : [document];
    }),
    { Statement: [...required, ...permitted].map(asJson) },
    { Statement: requests.map(({ action, resource }) => ({ Action: action, Resource: resource })) },
  ];
}

/** The scenario's own requests that the answer gets wrong: a learner has them in view. */
function visibleFailures(
  { allowed, denied, traps }: PolicySpec,
  { requests }: Setting,
  { authorizerFor, requestOf }: Asking,
): readonly Failure[] {
  return requests.flatMap((request): readonly Failure[] => {
    const wanted = allowed.includes(request.id);
    if (!wanted && !denied.includes(request.id)) return [];
    const asked = requestOf(request);
    const { decide, evaluate } = authorizerFor(asked);
    const decision = decide(asked);
    if ((decision === 'allowed') === wanted) return [];
    const kind = wanted ? 'missing' : 'excess';
    // What the session says of itself counts too: MFA, tags.
    const whole = { ...asked, context: evaluate(asked).context };
    const trap = traps.find((one) => springs(one, kind, whole));
    return [
      { kind, request: asked, decision, requestId: request.id, ...(trap !== undefined && { trap: trap.id }) },
    ];
  });
}

/** Access that is missing comes first, then excess; in each, what a trap explains, then what Checks already shows. */
function mostTelling(failures: readonly Failure[]): readonly Failure[] {
  const weight = ({ kind, trap, requestId }: Failure) =>
    (kind === 'missing' ? 0 : 4) + (trap === undefined ? 2 : 0) + (requestId === undefined ? 1 : 0);
  const chosen: Failure[] = [];
  const seen = new Set<string>();
  // One request may fail as an example and as a trap's; what weighs least is seen.
  for (const failure of failures.toSorted((left, right) => weight(left) - weight(right))) {
    const story = failure.trap ?? `${failure.kind} ${failure.request.action}`;
    const key = requestKey(failure.request);
    if (seen.has(story) || seen.has(key)) continue;
    seen.add(story).add(key);
    chosen.push(failure);
    if (chosen.length === maxFailures) break;
  }
  return chosen;
}

/** How long the policy is as it was typed: blanks do not count, everything else does, an `Id` or an escape too. */
function policyLength(document: PolicyDocument, text: string): PolicyLength {
  return { statements: statementsOf(document).length, characters: text.replaceAll(/\s/g, '').length };
}

/**
 * Tight: nothing beyond what is required. Par: tight, and no more statements, then characters, than the author's. Record:
 * fewer than the author's.
 */
function medals({ par }: PolicySpec, tight: boolean, size: PolicyLength): readonly Medal[] {
  if (!tight) return ['works'];
  if (par === undefined) return ['works', 'tight'];
  const beyond = compareLength(size, par);
  if (beyond > 0) return ['works', 'tight'];
  return beyond < 0 ? ['works', 'tight', 'par', 'record'] : ['works', 'tight', 'par'];
}
