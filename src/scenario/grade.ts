import { authorizer, matchesWildcard, type AccessRequest, type Authorizer, type Decision } from '#iam';
import type { PolicyDocument } from '#iam';
import { statementsOf } from '#proof';
import { requestKey, requestsToTry } from './derive.ts';
import { predictionResults } from './predictions.ts';
import type { Goal, Scenario, Trap } from './schema.ts';
import { asJson, readDocuments } from './start.ts';
import type { Attempt, Failure, Medal, Verdict } from './verdict.ts';
import { accessRequest, policiesFor, policiesKey } from './world.ts';

/** A verdict speaks of no more failures than a learner can take in. */
const shown = 3;

/**
 * Grades an answer. Predictions are compared with what the evaluator decides; a policy is tried on the scenario's
 * requests and on those derived from its goal and from the policy itself, and must decide each as the goal does.
 * Total: a text that is no policy is named in `invalidPolicy`.
 */
export function grade(scenario: Scenario, attempt: Attempt): Verdict {
  const predictions = predictionResults(scenario, attempt);
  const right = predictions.every(({ correct }) => correct);
  const empty = { tried: 0, predictions, failures: [], failureCount: 0 };
  const { goal } = scenario;
  if (goal === undefined) return { ...empty, solved: right, medals: right ? ['works'] : [] };
  const documents = readDocuments(scenario, attempt.texts);
  const document = documents[goal.policy];
  if (document === undefined) return { ...empty, solved: false, medals: [], invalidPolicy: goal.policy };
  const { tried, failures, slack } = tryPolicy(scenario, goal, documents);
  const solved = right && failures.length === 0;
  const size = policyLength(document, attempt.texts[goal.policy] ?? '');
  return {
    solved,
    medals: solved ? medals(scenario, slack === undefined, size) : [],
    tried,
    predictions,
    failures: mostTelling(failures),
    failureCount: failures.length,
    ...(slack !== undefined && { slack }),
    size,
  };
}

interface Trial {
  readonly tried: number;
  readonly failures: readonly Failure[];
  readonly slack: AccessRequest | undefined;
}

/** The answer's decisions beside the goal's, on every request worth trying. */
function tryPolicy(
  scenario: Scenario,
  goal: Goal,
  documents: Readonly<Record<string, PolicyDocument>>,
): Trial {
  const own = documents[goal.policy] ?? {};
  const required = goalDocument(goal.required);
  const permitted = goalDocument(goal.permitted ?? goal.required);
  const visible = new Map(
    scenario.requests
      .filter(({ expect }) => expect !== undefined)
      .map((request) => {
        const asked = accessRequest(scenario.world, request);
        return [requestKey(asked), { id: request.id, asked }] as const;
      }),
  );
  const derived = requestsToTry(scenario, goal, [required, permitted, own].flatMap(statementsOf));
  const requests = new Map([
    ...[...visible].map(([key, { asked }]) => [key, asked] as const),
    ...derived.map((request) => [requestKey(request), request] as const),
  ]);
  const answer = decider(scenario, documents);
  const needs = decider(scenario, { ...documents, [goal.policy]: required });
  const allows = decider(scenario, { ...documents, [goal.policy]: permitted });
  const failures: Failure[] = [];
  let slack: AccessRequest | undefined;
  for (const [key, request] of requests) {
    const decision = answer(request);
    const allowed = decision === 'allowed';
    const wanted = needs(request) === 'allowed';
    if (allowed === wanted) continue;
    if (allowed && allows(request) === 'allowed') {
      slack ??= request;
      continue;
    }
    const kind = allowed ? 'excess' : 'missing';
    const trap = scenario.traps.find((one) => springs(one, kind, request));
    const requestId = visible.get(key)?.id;
    failures.push({
      kind,
      request,
      decision,
      ...(requestId !== undefined && { requestId }),
      ...(trap !== undefined && { trap: trap.id }),
    });
  }
  return { tried: requests.size, failures, slack };
}

/** Decides requests in the scenario's world, each set of policies prepared once. */
function decider(
  { world }: Scenario,
  documents: Readonly<Record<string, PolicyDocument>>,
): (request: AccessRequest) => Decision {
  const prepared = new Map<string, Authorizer>();
  return (request) => {
    const key = policiesKey(world, request);
    let found = prepared.get(key);
    if (found === undefined) {
      found = authorizer(policiesFor(world, request, documents));
      prepared.set(key, found);
    }
    return found.decide(request);
  };
}

function goalDocument(statements: Goal['required']): PolicyDocument {
  return { Version: '2012-10-17', Statement: statements.map(asJson) };
}

function springs({ when }: Trap, kind: Failure['kind'], request: AccessRequest): boolean {
  if ('predicted' in when || when.kind !== kind) return false;
  const context = new Map(
    Object.entries(request.context ?? {}).map(([key, value]) => [key.toLowerCase(), value]),
  );
  const fits = (pattern: string | undefined, text: string) =>
    pattern === undefined || matchesWildcard(pattern, text);
  return (
    fits(when.principal, request.principal) &&
    fits(when.action, request.action) &&
    fits(when.resource, request.resource) &&
    (when.absent === undefined || !context.has(when.absent.toLowerCase())) &&
    (when.present === undefined || context.get(when.present.key.toLowerCase()) === when.present.value)
  );
}

/** Access that is missing comes first, then excess; in each, what a trap explains, then what Checks already shows. */
function mostTelling(failures: readonly Failure[]): readonly Failure[] {
  const weight = ({ kind, trap, requestId }: Failure) =>
    (kind === 'missing' ? 0 : 4) + (trap === undefined ? 2 : 0) + (requestId === undefined ? 1 : 0);
  const chosen: Failure[] = [];
  const told = new Set<string>();
  for (const failure of failures.toSorted((left, right) => weight(left) - weight(right))) {
    const story = failure.trap ?? `${failure.kind} ${failure.request.action}`;
    if (told.has(story)) continue;
    told.add(story);
    chosen.push(failure);
    if (chosen.length === shown) break;
  }
  return chosen;
}

function policyLength(document: PolicyDocument, text: string): NonNullable<Verdict['size']> {
  return { statements: statementsOf(document).length, characters: text.replaceAll(/\s/g, '').length };
}

/** Tight: nothing beyond what is required. Par: tight, and no more statements, then characters, than the author's. */
function medals(
  { par }: Scenario,
  tight: boolean,
  { statements, characters }: NonNullable<Verdict['size']>,
): readonly Medal[] {
  if (!tight) return ['works'];
  const short =
    par !== undefined &&
    (statements < par.statements || (statements === par.statements && characters <= par.characters));
  return short ? ['works', 'tight', 'par'] : ['works', 'tight'];
}
