import {
  parsePolicy,
  printPolicy,
  type AccessRequest,
  type Decision,
  type JsonObject,
  type JsonValue,
  type PolicyDocument,
} from '#iam';
import { lengthOf, mutants, rewrites, shorten, type CatalogueAction, type PolicyLength } from '#proof';
import { decider } from './decider.ts';
import { grade, missionDocuments } from './grade.ts';
import { decisionsAtStart } from './predictions.ts';
import { scenarioIssue, type ScenarioIssue } from './scenario-issue.ts';
import type { Goal, Scenario } from './schema.ts';
import { asJson, bufferTexts, startTexts } from './start.ts';
import type { Verdict } from './verdict.ts';
import { accessRequest } from './world.ts';

/** What is shown of a scenario before it is shipped: every figure is counted here, none is stored in it. */
export interface Audit {
  readonly issues: readonly ScenarioIssue[];
  readonly mutants: number;
  /** Mutants with a request on which they differ from the goal. */
  readonly rejected: number;
  /** Mutants proved to be the goal all the same, by their edit. */
  readonly equivalent: readonly string[];
  readonly undecided: number;
  readonly rewrites: number;
  /** The shortest policy found that is exactly right; undefined where the solution is none. */
  readonly shortest?: { readonly document: JsonObject; readonly length: PolicyLength };
  /** A request on which two policies that both meet the goal differ: it leaves that open. */
  readonly ambiguous?: AccessRequest;
  /** Actions over which the solution is proved. */
  readonly actions: number;
  readonly predictions: number;
}

const noPolicy = { mutants: 0, rejected: 0, equivalent: [], undecided: 0, rewrites: 0, actions: 0 };

/** The actions on which documents can differ (`servicesAsked`). */
type Catalogue = (documents: readonly JsonValue[]) => readonly CatalogueAction[];
type Texts = Readonly<Record<string, string>>;

/**
 * Proves of a scenario what is asked of each: the solution meets the goal and its par, the start does not, every
 * single-edit mutant is rejected with a counterexample or proved equal and every rewrite accepted, the policy that
 * memorises the visible requests fails, every trap can be sprung, and every prediction has a decision.
 */
export function auditScenario(scenario: Scenario, catalogue: Catalogue): Audit {
  const issues: ScenarioIssue[] = [...predictionIssues(scenario)];
  const counts =
    scenario.goal === undefined ? noPolicy : policyAudit(scenario, scenario.goal, catalogue, issues);
  for (const trap of unsprung(scenario, catalogue))
    issues.push(scenarioIssue('trapUnreachable', scenario.id, { id: trap }));
  return { ...counts, issues, predictions: scenario.predict?.length ?? 0 };
}

function predictionIssues(scenario: Scenario): readonly ScenarioIssue[] {
  const decisionOf = decisionsAtStart(scenario);
  return (scenario.predict ?? []).flatMap((id) =>
    decisionOf(id) === 'cannotEvaluate'
      ? [scenarioIssue('cannotEvaluate', `${scenario.id}: requests.${id}`, { id })]
      : [],
  );
}

function policyAudit(
  scenario: Scenario,
  goal: Goal,
  catalogue: Catalogue,
  issues: ScenarioIssue[],
): Omit<Audit, 'issues' | 'predictions'> {
  const solution = { ...startTexts(scenario), ...bufferTexts(scenario.solution) };
  const say = (code: Parameters<typeof scenarioIssue>[0], values: ScenarioIssue['values'] = {}) =>
    void issues.push(scenarioIssue(code, scenario.id, values));
  const verdict = gradeTexts(scenario, catalogue, solution);
  const type = scenario.world.policies.find(({ id }) => id === goal.policy)?.type ?? 'identity';
  const own = parsePolicy(solution[goal.policy] ?? '', type).document;
  if (own === undefined) {
    say('invalidPolicy', { id: goal.policy });
    return noPolicy;
  }
  if (!verdict.solved) say('solutionFails', failureWords(verdict));
  else if (!verdict.medals.includes('tight')) say('solutionNotTight', requestWords(verdict));
  else if (!verdict.medals.includes('par')) say('parNotMet', { ...verdict.size });
  if (gradeTexts(scenario, catalogue, startTexts(scenario)).solved) say('startSolves');
  for (const id of contradicted(scenario, own, goal)) say('visibleContradictsGoal', { id });
  const with_ = (document: JsonObject): Verdict =>
    gradeTexts(scenario, catalogue, { ...solution, [goal.policy]: printPolicy(document) });
  const widest = { Version: '2012-10-17', Statement: (goal.permitted ?? goal.required).map(asJson) };
  const widestVerdict = with_(widest);
  if (widestVerdict.failures.length > 0) say('permittedLessThanRequired');
  const grammatical = mutants(own).filter(
    ({ document }) => parsePolicy(printPolicy(document), type).document !== undefined,
  );
  const graded = grammatical.map(({ edit, document }) => ({ edit, verdict: with_(document) }));
  const equivalent = graded.filter(({ verdict }) => verdict.medals.includes('tight')).map(({ edit }) => edit);
  const undecided = graded.filter(
    ({ verdict }) => verdict.failures.length === 0 && verdict.undecided.length > 0,
  );
  for (const { edit, verdict } of undecided)
    say('mutantUndecided', { edit, name: verdict.undecided[0]?.name ?? '' });
  const others = rewrites(own).filter(
    ({ document }) => parsePolicy(printPolicy(document), type).document !== undefined,
  );
  for (const { how, document } of others)
    if (!with_(document).medals.includes('tight'))
      say('rewriteRejected', { how, ...failureWords(with_(document)) });
  const memorised = memoriser(scenario);
  if (type === 'identity' && memorised !== undefined && with_(memorised).solved) say('memoriserAccepted');
  const exact = (document: JsonObject): boolean =>
    parsePolicy(printPolicy(document), type).document !== undefined &&
    with_(document).medals.includes('tight');
  const shortest = verdict.medals.includes('tight') ? shorten(own, exact) : undefined;
  return {
    ...(shortest !== undefined && { shortest: { document: shortest, length: lengthOf(shortest) } }),
    ...(widestVerdict.slack !== undefined && { ambiguous: widestVerdict.slack }),
    mutants: grammatical.length,
    rejected: grammatical.length - equivalent.length - undecided.length,
    equivalent,
    undecided: undecided.length,
    rewrites: others.length,
    actions: verdict.actions,
  };
}

/** Visible requests whose `expect` is not what the solution makes of them. */
function contradicted({ world, requests }: Scenario, own: PolicyDocument, goal: Goal): readonly string[] {
  const decide = decider(world, { [goal.policy]: own });
  return requests
    .filter((request) => {
      if (request.expect === undefined) return false;
      const allowed = decide(accessRequest(world, request)) === 'allowed';
      return allowed !== (request.expect === 'allowed');
    })
    .map(({ id }) => id);
}

/** The right predictions, so that only the policy decides. */
function gradeTexts(scenario: Scenario, catalogue: Catalogue, texts: Texts): Verdict {
  const attempt = { texts, predictions: rightPredictions(scenario) };
  return grade(scenario, attempt, catalogue(missionDocuments(scenario, attempt)));
}

function rightPredictions(scenario: Scenario): Readonly<Record<string, Decision>> {
  const decisionOf = decisionsAtStart(scenario);
  return Object.fromEntries((scenario.predict ?? []).map((id) => [id, decisionOf(id)]));
}

/** One statement for each visible request that must be allowed: what somebody writes who learns the checks by heart. */
function memoriser({ requests }: Scenario): JsonObject | undefined {
  const wanted = requests.filter(({ expect }) => expect === 'allowed');
  if (wanted.length === 0) return undefined;
  return {
    Version: '2012-10-17',
    Statement: wanted.map(({ action, resource }) => ({
      Effect: 'Allow',
      Action: action,
      Resource: resource,
    })),
  };
}

/** Traps that neither a wrong prediction, nor the start, nor any mutant springs. */
function unsprung(scenario: Scenario, catalogue: Catalogue): readonly string[] {
  const sprung = new Set<string>();
  const note = ({ failures, predictions }: Verdict) => {
    for (const { trap } of [...failures, ...predictions]) if (trap !== undefined) sprung.add(trap);
  };
  for (const { when } of scenario.traps)
    if ('predicted' in when)
      note(grade(scenario, { texts: {}, predictions: { [when.predicted]: when.as } }, []));
  if (scenario.goal !== undefined && sprung.size < scenario.traps.length) {
    note(gradeTexts(scenario, catalogue, startTexts(scenario)));
    for (const texts of wrongTexts(scenario, scenario.goal))
      if (sprung.size < scenario.traps.length) note(gradeTexts(scenario, catalogue, texts));
  }
  // Those of a mission that operates an account are tried there (audit-operate.ts).
  return scenario.traps.filter(({ id, when }) => !('trail' in when) && !sprung.has(id)).map(({ id }) => id);
}

/** Wrong answers: the mutants of the solution, then theirs, since some mistakes take two edits; at most 400. */
function wrongTexts(scenario: Scenario, goal: Goal): readonly Texts[] {
  const solution = { ...startTexts(scenario), ...bufferTexts(scenario.solution) };
  const type = scenario.world.policies.find(({ id }) => id === goal.policy)?.type ?? 'identity';
  const own = parsePolicy(solution[goal.policy] ?? '', type).document;
  if (own === undefined) return [];
  const once = mutants(own).map(({ document }) => document);
  const twice = once.flatMap((document) => mutants(document).map((mutant) => mutant.document));
  return [...once, ...twice]
    .slice(0, 400)
    .map((document) => ({ ...solution, [goal.policy]: printPolicy(document) }));
}

function failureWords({ failures, undecided, invalidPolicy }: Verdict): ScenarioIssue['values'] {
  const [first] = failures;
  if (first === undefined) return { request: invalidPolicy ?? undecided.map(({ name }) => name).join() };
  const { principal, action, resource, context } = first.request;
  return { request: `${first.kind} ${principal} ${action} ${resource} ${JSON.stringify(context ?? {})}` };
}

function requestWords({ slack }: Verdict): ScenarioIssue['values'] {
  return { request: slack === undefined ? '' : `${slack.principal} ${slack.action} ${slack.resource}` };
}
