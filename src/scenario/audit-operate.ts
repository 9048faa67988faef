import { runTranscript, type Printed, type TranscriptState, type World } from '#account';
import { goalReached, goalsReached, operateStart, trailSays } from './operate.ts';
import { scenarioIssue, type ScenarioIssue } from './scenario-issue.ts';
import type { Operate, Scenario } from './schema.ts';

/** What is counted of a mission that operates an account. */
export interface OperateAudit {
  readonly issues: readonly ScenarioIssue[];
  readonly goals: number;
  readonly steps: number;
  /** Ways that must not reach the goals, and do not: a step left out, two that change places, or too much given. */
  readonly wrongWays: number;
}

const start = 1_767_225_600_000;

/**
 * Proves of a mission that operates an account what is asked of each: the set-up runs, the reference steps reach every
 * goal, the start does not, each step left out or done before the one it must follow does not either, nor what gives too
 * much, and every trap is sprung by its lines and by nothing in the reference steps.
 */
export function auditOperate(
  scenario: Scenario,
  catalogue: World['catalogue'],
  seeded: () => () => number,
): OperateAudit {
  const { operate, id } = scenario;
  const issues: ScenarioIssue[] = [];
  const set = operateStart(scenario, catalogue, start, seeded());
  if (operate === undefined || set === undefined) return { issues, goals: 0, steps: 0, wrongWays: 0 };
  const say = (code: ScenarioIssue['code'], values: ScenarioIssue['values'] = {}): void =>
    void issues.push(scenarioIssue(code, id, values));
  for (const { line, errors } of wrongLines(set.printed)) say('lineFails', { line, errors });
  const before = set.stage.world.log.length;
  const play = (
    steps: readonly (readonly string[])[],
  ): { state: TranscriptState; printed: readonly Printed[] } =>
    runTranscript(steps.flat().join('\n'), set.stage, seeded());
  const solves = ({ world, account }: TranscriptState): boolean =>
    goalsReached(world, account, before, operate).size === operate.goals.length;
  const steps = operate.steps.map(({ lines }) => lines);
  const reference = play(steps);
  for (const goal of operate.goals) {
    const reached = goalReached(reference.state.world, reference.state.account, before, goal);
    if (reached === undefined) say('badQuery', { id: goal.id });
    else if (!reached) say('goalUnreached', { id: goal.id, ...firstError(reference.printed) });
  }
  if (solves(set.stage)) say('startSolves');
  const without = steps.map((_, left) => steps.filter((_step, index) => index !== left));
  for (const [index, way] of without.entries())
    if (solves(play(way).state)) say('stepNeedless', { step: index + 1 });
  const swapped = swaps(operate);
  for (const { step, way } of swapped) if (solves(play(way).state)) say('orderNeedless', { step });
  const { tooMuch = [] } = operate;
  for (const line of tooMuch) {
    const { state, printed } = runTranscript(`# as root\n${line}`, reference.state, seeded());
    for (const { errors } of wrongLines(printed)) say('lineFails', { line, errors });
    if (solves(state)) say('tooMuchSolves', { line });
  }
  issues.push(...trapIssues(scenario, before, reference.state.world, play));
  return {
    issues,
    goals: operate.goals.length,
    steps: steps.length,
    wrongWays: without.length + swapped.length + tooMuch.length,
  };
}

function wrongLines(printed: readonly Printed[]): readonly Printed[] {
  return printed.filter(({ exitCode }) => exitCode !== 0);
}

function firstError(printed: readonly Printed[]): Record<string, string> {
  const [first] = wrongLines(printed);
  return { line: first?.line ?? '', errors: first?.errors ?? '' };
}

/** The reference way with an ordered step and the one above it changed over. */
function swaps({
  steps,
}: Operate): readonly { readonly step: number; readonly way: readonly (readonly string[])[] }[] {
  return steps.flatMap(({ ordered }, index) => {
    if (ordered !== true || index === 0) return [];
    const way = steps.map(({ lines }) => lines);
    const [own = [], above = []] = [way[index], way[index - 1]];
    return [{ step: index + 1, way: way.with(index - 1, own).with(index, above) }];
  });
}

function trapIssues(
  { traps, id }: Scenario,
  before: number,
  reference: World,
  play: (steps: readonly (readonly string[])[]) => { readonly state: TranscriptState },
): readonly ScenarioIssue[] {
  return traps.flatMap(({ id: trap, when }) => {
    if (!('trail' in when)) return [];
    const sprung = trailSays(play([when.spring]).state.world, before, when.trail);
    const byReference = trailSays(reference, before, when.trail) === true;
    if (sprung === undefined) return [scenarioIssue('badQuery', id, { id: trap })];
    return sprung && !byReference ? [] : [scenarioIssue('trapUnreachable', id, { id: trap })];
  });
}
