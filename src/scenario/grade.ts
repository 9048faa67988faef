import type { JsonValue, PolicyDocument } from '#iam';
import { compareLength, statementsOf, type CatalogueAction, type PolicyLength } from '#proof';
import { decider } from './decider.ts';
import { predictionResults } from './predictions.ts';
import { proveGoal } from './prove-goal.ts';
import { requestKey } from './request-key.ts';
import type { Goal, Scenario } from './schema.ts';
import { asJson, readDocuments } from './start.ts';
import { springs } from './traps.ts';
import type { Attempt, Failure, Medal, Verdict } from './verdict.ts';
import { accessRequest } from './world.ts';

/** A verdict speaks of no more failures than a learner can take in. */
const shown = 3;

type Documents = Readonly<Record<string, PolicyDocument>>;

/**
 * Grades an answer. Predictions are compared with what the evaluator decides; of a policy it is proved, over all requests
 * with the actions of the catalogue, that it allows what the goal requires and nothing beyond what it permits. Total: a
 * text that is no policy is named in `invalidPolicy`, and what could not be decided in `undecided`; neither is solved.
 */
export function grade(scenario: Scenario, attempt: Attempt, catalogue: readonly CatalogueAction[]): Verdict {
  const predictions = predictionResults(scenario, attempt);
  const right = predictions.every(({ correct }) => correct);
  const empty = { actions: 0, steps: 0, predictions, failures: [], undecided: [] };
  const { goal } = scenario;
  if (goal === undefined) return { ...empty, solved: right, medals: right ? ['works'] : [] };
  const documents = readDocuments(scenario, attempt.texts);
  const document = documents[goal.policy];
  if (document === undefined) return { ...empty, solved: false, medals: [], invalidPolicy: goal.policy };
  const { failures, slack, excess, undecided, actions, steps } = proveGoal(
    scenario,
    goal,
    documents,
    catalogue,
  );
  const solved = right && failures.length === 0 && undecided.length === 0;
  const size = policyLength(document, attempt.texts[goal.policy] ?? '');
  return {
    solved,
    medals: solved ? medals(scenario, slack === undefined, size) : [],
    actions,
    steps,
    predictions,
    failures: mostTelling([...visibleFailures(scenario, goal, documents), ...failures]),
    undecided,
    ...(excess !== undefined && { excess }),
    ...(slack !== undefined && { slack }),
    size,
  };
}

/** What a mission's policies speak of: from these it follows which services' actions its Check asks for. */
export function missionDocuments(scenario: Scenario, attempt: Attempt): readonly JsonValue[] {
  const { goal, world, requests } = scenario;
  return [
    ...Object.values(readDocuments(scenario, attempt.texts)),
    ...world.policies.flatMap(({ document }) => (document === undefined ? [] : [asJson(document)])),
    { Statement: [...(goal?.required ?? []), ...(goal?.permitted ?? [])].map(asJson) },
    { Statement: requests.map(({ action, resource }) => ({ Action: action, Resource: resource })) },
  ];
}

/** The scenario's own requests that the answer gets wrong: a learner has them in view. */
function visibleFailures(scenario: Scenario, goal: Goal, documents: Documents): readonly Failure[] {
  const { world, requests, traps } = scenario;
  const decide = decider(world, documents);
  return requests.flatMap((request): readonly Failure[] => {
    if (request.expect === undefined) return [];
    const asked = accessRequest(world, request);
    const decision = decide(asked);
    if ((decision === 'allowed') === (request.expect === 'allowed')) return [];
    const kind = decision === 'allowed' ? 'excess' : 'missing';
    const trap = traps.find((one) => springs(one, kind, asked));
    return [
      {
        kind,
        request: asked,
        decision,
        requestId: request.id,
        ...(trap !== undefined && { trap: trap.id }),
      },
    ];
  });
}

/** Access that is missing comes first, then excess; in each, what a trap explains, then what Checks already shows. */
function mostTelling(failures: readonly Failure[]): readonly Failure[] {
  const weight = ({ kind, trap, requestId }: Failure) =>
    (kind === 'missing' ? 0 : 4) + (trap === undefined ? 2 : 0) + (requestId === undefined ? 1 : 0);
  const chosen: Failure[] = [];
  const told = new Set<string>();
  // One request may fail as an example and as a trap's; what weighs least is told.
  for (const failure of failures.toSorted((left, right) => weight(left) - weight(right))) {
    const story = failure.trap ?? `${failure.kind} ${failure.request.action}`;
    const key = requestKey(failure.request);
    if (told.has(story) || told.has(key)) continue;
    told.add(story).add(key);
    chosen.push(failure);
    if (chosen.length === shown) break;
  }
  return chosen;
}

/** Of the text as typed: an escape or an Id counts, blanks do not. */
function policyLength(document: PolicyDocument, text: string): PolicyLength {
  return { statements: statementsOf(document).length, characters: text.replaceAll(/\s/g, '').length };
}

/**
 * Tight: nothing beyond what is required. Par: tight, and no more statements, then characters, than the author's. Record:
 * fewer than the author's.
 */
function medals({ par }: Scenario, tight: boolean, size: PolicyLength): readonly Medal[] {
  if (!tight) return ['works'];
  if (par === undefined) return ['works', 'tight'];
  const beyond = compareLength(size, par);
  if (beyond > 0) return ['works', 'tight'];
  return beyond < 0 ? ['works', 'tight', 'par', 'record'] : ['works', 'tight', 'par'];
}
