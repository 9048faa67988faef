import { runTranscript, type Printed, type TranscriptState, type World } from '#account';
import { scenarioIssue, type ScenarioIssue } from '../../file/issue.ts';
import type { AuditReference, Setting, StepAudit } from '../../step/kind.ts';
import { someTime } from '../../world/set-up.ts';
import { accountBegun, answerOf } from './account.ts';
import { goalReached, goalsReached, trailSays } from './goals.ts';
import { gradeAccount } from './grade.ts';
import type { OperateSpec } from './spec.ts';

type Way = readonly (readonly string[])[];

/**
 * Proves of a step what must hold of each. The set-up runs without an error. The author's way reaches every goal, and does
 * so again when its calls are replayed. None of these reaches every goal: the account as it is handed over; the way without
 * one of its parts; the way with an `ordered` part before the one above it; the way and a line of `tooMuch`. Every trap is
 * sprung by its own lines, and by nothing of the way.
 */
export function auditAccount(spec: OperateSpec, setting: Setting, { managed }: AuditReference): StepAudit {
  const { id } = setting;
  const issues: ScenarioIssue[] = [];
  const say = (code: string, values: ScenarioIssue['values'] = {}): void =>
    void issues.push(scenarioIssue(code, id, values));
  const handed = accountBegun(spec, setting, managed, someTime);
  for (const { line, errors } of wrongLines(handed.printed)) say('lineFails', { line, errors });
  const play = (way: Way) => runTranscript(way.flat().join('\n'), handed.state);
  const solves = ({ world, account }: TranscriptState): boolean =>
    goalsReached(world, account, handed.given, spec).length === spec.goals.length;
  const way = spec.way.map(({ lines }) => lines);
  const reference = play(way);
  for (const goal of spec.goals) {
    const reached = goalReached(reference.state.world, reference.state.account, handed.given, goal);
    if (reached === undefined) say('badQuery', { id: goal.id });
    else if (!reached) say('goalUnreached', { id: goal.id, ...firstError(reference.printed) });
  }
  const again = gradeAccount(spec, setting, answerOf(reference.state.world, handed), { managed });
  if (again.solved !== solves(reference.state)) say('replayDiffers');
  if (solves(handed.state)) say('startSolves');
  const without = way.map((_, left) => way.filter((_lines, index) => index !== left));
  for (const [index, shorter] of without.entries())
    if (solves(play(shorter).state)) say('stepNeedless', { step: index + 1 });
  const swapped = swaps(spec);
  for (const { step, way: other } of swapped) if (solves(play(other).state)) say('orderNeedless', { step });
  for (const line of spec.tooMuch) {
    const { state, printed } = runTranscript(`# as root\n${line}`, reference.state);
    for (const { errors } of wrongLines(printed)) say('lineFails', { line, errors });
    if (solves(state)) say('tooMuchSolves', { line });
  }
  issues.push(...trapIssues(spec, id, handed.given, reference.state.world, play));
  return {
    issues,
    figures: {
      goals: spec.goals.length,
      steps: way.length,
      wrongWays: without.length + swapped.length + spec.tooMuch.length,
    },
    notes: [],
  };
}

function wrongLines(printed: readonly Printed[]): readonly Printed[] {
  return printed.filter(({ exitCode }) => exitCode !== 0);
}

function firstError(printed: readonly Printed[]): Record<string, string> {
  const [first] = wrongLines(printed);
  return { line: first?.line ?? '', errors: first?.errors ?? '' };
}

/** For each `ordered` part: the author's way with that part and the one above it exchanged. */
function swaps({ way }: OperateSpec): readonly { readonly step: number; readonly way: Way }[] {
  return way.flatMap(({ ordered }, index) => {
    if (ordered !== true || index === 0) return [];
    const lines = way.map((part) => part.lines);
    const [own = [], above = []] = [lines[index], lines[index - 1]];
    return [{ step: index + 1, way: lines.with(index - 1, own).with(index, above) }];
  });
}

function trapIssues(
  { traps }: OperateSpec,
  id: string,
  given: number,
  reference: World,
  play: (way: Way) => { readonly state: TranscriptState },
): readonly ScenarioIssue[] {
  return traps.flatMap(({ id: trap, trail, spring }) => {
    const sprung = trailSays(play([spring]).state.world, given, trail);
    if (sprung === undefined) return [scenarioIssue('badQuery', id, { id: trap })];
    const byReference = trailSays(reference, given, trail) === true;
    return sprung && !byReference ? [] : [scenarioIssue('trapUnreachable', id, { id: trap })];
  });
}
