import { parsePolicy, printPolicy, type JsonObject } from '#iam';
import { compareLength, lengthOf, mutants, rewrites, shorten } from '#proof';
import { scenarioIssue, type ScenarioIssue } from '../../file/issue.ts';
import type { AuditReference, Setting, StepAudit } from '../../step/kind.ts';
import { asking } from '../../world/asking.ts';
import { accountOfWorld } from '../../world/set-up.ts';
import { asJson, startText, textOf } from '../../world/texts.ts';
import { documentsOfStep, gradePolicy } from './grade.ts';
import type { WriteResult } from './result.ts';
import type { PolicySpec } from './spec.ts';

type Grader = (text: string) => WriteResult;

/**
 * Proves of a step what is asked of each: the solution meets the goal and its par, the start does not, every single-edit
 * mutant is rejected with a counterexample or proved equal and every rewrite accepted, the policy that memorises the
 * visible requests fails, and every trap can be sprung.
 */
export function auditPolicy(spec: PolicySpec, setting: Setting, { actionsFor }: AuditReference): StepAudit {
  const issues: ScenarioIssue[] = [];
  const say = (code: string, values: ScenarioIssue['values'] = {}): void =>
    void issues.push(scenarioIssue(code, setting.id, values));
  const gradeText: Grader = (text) =>
    gradePolicy(spec, setting, { text }, { actions: actionsFor(documentsOfStep(spec, setting, text)) });
  const solution = textOf(spec.solution);
  const type = setting.world.policies.find(({ id }) => id === spec.policy)?.type ?? 'identity';
  const own = parsePolicy(solution, type).document;
  if (own === undefined) {
    say('invalidPolicy', { id: spec.policy });
    return { issues, figures: {}, notes: [] };
  }
  const grammatical = ({ document }: { readonly document: JsonObject }): boolean =>
    parsePolicy(printPolicy(document), type).document !== undefined;
  const gradeDocument = (document: JsonObject): WriteResult => gradeText(printPolicy(document));
  const result = gradeText(solution);
  if (!result.solved) say('solutionFails', failureWords(result));
  else if (!result.exact) say('solutionNotTight', slackWords(result));
  else if (!result.medals.includes('par') && spec.par !== undefined) say('parNotMet', { ...result.size });
  if (gradeText(startText(setting.world, spec.policy)).solved) say('startSolves');
  for (const id of contradicted(spec, setting, solution)) say('visibleContradictsGoal', { id });
  const widest = gradeDocument({
    Version: '2012-10-17',
    Statement: (spec.permitted ?? spec.required).map(asJson),
  });
  if (widest.failures.length > 0) say('permittedLessThanRequired');
  const edited = mutants(own)
    .filter(grammatical)
    .map(({ edit, document }) => ({ edit, result: gradeDocument(document) }));
  const equivalent = edited.filter(({ result: { exact } }) => exact);
  const open = edited.filter(
    ({ result: { failures, undecided } }) => failures.length === 0 && undecided.length > 0,
  );
  for (const {
    edit,
    result: { undecided },
  } of open)
    say('mutantUndecided', { edit, name: undecided[0]?.name ?? '' });
  const others = rewrites(own).filter(grammatical);
  for (const { how, document } of others) {
    const rewritten = gradeDocument(document);
    if (!rewritten.exact) say('rewriteRejected', { how, ...failureWords(rewritten) });
  }
  const memorised = memoriser(spec, setting);
  if (type === 'identity' && memorised !== undefined && gradeDocument(memorised).solved)
    say('memoriserAccepted');
  for (const trap of unsprung(spec, setting, own, gradeText)) say('trapUnreachable', { id: trap });
  const shortest = result.exact
    ? shorten(own, (document) => grammatical({ document }) && gradeDocument(document).exact)
    : undefined;
  return {
    issues,
    figures: {
      mutants: edited.length,
      rejected: edited.length - equivalent.length - open.length,
      equivalent: equivalent.length,
      undecided: open.length,
      rewrites: others.length,
      actions: result.actions,
    },
    notes: [
      ...(shortest !== undefined && spec.par !== undefined && compareLength(lengthOf(shortest), spec.par) < 0
        ? [scenarioIssue('shorter', setting.id, { ...lengthOf(shortest), policy: JSON.stringify(shortest) })]
        : []),
      ...(widest.slack === undefined ? [] : [scenarioIssue('ambiguous', setting.id, slackWords(widest))]),
    ],
  };
}

/** Visible requests of which the goal wants what the solution does not give. */
function contradicted(
  { policy, allowed, denied }: PolicySpec,
  { world, requests }: Setting,
  text: string,
): readonly string[] {
  const texts = { [policy]: text };
  const { decide, requestOf } = asking(world, accountOfWorld(world, { texts }), texts);
  return requests
    .filter(({ id }) => allowed.includes(id) || denied.includes(id))
    .filter((request) => (decide(requestOf(request)) === 'allowed') !== allowed.includes(request.id))
    .map(({ id }) => id);
}

/** One statement for each visible request that must be allowed: what somebody writes who learns the checks by heart. */
function memoriser({ allowed }: PolicySpec, { requests }: Setting): JsonObject | undefined {
  const wanted = requests.filter(({ id }) => allowed.includes(id));
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

/**
 * How many wrong answers are tried before a trap counts as one that nobody can fall into: the solution with one edit, then
 * with two, since some mistakes take two.
 */
const maxWrongAnswers = 400;

/** Traps that neither the start nor any mutant springs. */
function unsprung(
  { traps, policy }: PolicySpec,
  { world }: Setting,
  own: JsonObject,
  gradeText: Grader,
): readonly string[] {
  const left = new Set(traps.map(({ id }) => id));
  const note = ({ failures }: WriteResult): void => {
    for (const { trap } of failures) if (trap !== undefined) left.delete(trap);
  };
  if (left.size > 0) note(gradeText(startText(world, policy)));
  const once = mutants(own).map(({ document }) => document);
  const twice = once.flatMap((document) => mutants(document).map((mutant) => mutant.document));
  for (const document of [...once, ...twice].slice(0, maxWrongAnswers)) {
    if (left.size === 0) break;
    note(gradeText(printPolicy(document)));
  }
  return [...left];
}

function failureWords({ failures, undecided, invalidPolicy }: WriteResult): ScenarioIssue['values'] {
  const [first] = failures;
  if (first === undefined) return { request: invalidPolicy ?? undecided.map(({ name }) => name).join() };
  const { principal, action, resource, context } = first.request;
  return { request: `${first.kind} ${principal} ${action} ${resource} ${JSON.stringify(context ?? {})}` };
}

function slackWords({ slack }: WriteResult): ScenarioIssue['values'] {
  return { request: slack === undefined ? '' : `${slack.principal} ${slack.action} ${slack.resource}` };
}
