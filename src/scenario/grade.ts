import type { JsonValue } from '#iam';
import { kindOf, type Answer, type Result, type Step } from './kinds/index.ts';
import type { Scenario } from './schema.ts';
import type { Reference } from './step/kind.ts';
import type { Attempt, Verdict } from './verdict.ts';

/** What stands in each step before the learner has done anything. */
export function openingAnswers(scenario: Scenario): readonly Answer[] {
  return scenario.steps.map((step) => kindOf(step).opening(step, scenario));
}

/** Asks something of each step with its answer: where that is missing, or of another kind, the step's opening. */
function ofSteps<Found>(
  scenario: Scenario,
  { answers }: Attempt,
  ask: (step: Step, answer: Answer) => Found,
): readonly Found[] {
  return scenario.steps.map((step, index) => {
    const given = answers[index];
    return ask(step, given?.kind === step.kind ? given : kindOf(step).opening(step, scenario));
  });
}

/**
 * Grades an attempt, step by step: the same attempt always has the same verdict. Total: what is no answer, or could not
 * be decided, is said in the step's result and is not solved.
 */
export function grade(scenario: Scenario, attempt: Attempt, reference: Reference): Verdict {
  const steps = ofSteps(
    scenario,
    attempt,
    (step, answer) =>
      ({ kind: step.kind, ...kindOf(step).grade(step, scenario, answer, reference) }) as Result,
  );
  const solved = steps.every((result) => result.solved);
  const won = steps.flatMap((result) => ('medals' in result ? [result.medals] : []));
  const common = won[0]?.filter((medal) => won.every((medals) => medals.includes(medal))) ?? ['works'];
  return { solved, medals: solved ? common : [], steps };
}

/** The policies of a mission and of an attempt: a proof goes over the actions of the services that they name. */
export function missionDocuments(scenario: Scenario, attempt: Attempt): readonly JsonValue[] {
  return ofSteps(scenario, attempt, (step, answer) => kindOf(step).documents(step, scenario, answer)).flat();
}

/** Whether grading asks for AWS managed policies: where calls of an account are made again. */
export function needsManaged({ steps }: Scenario): boolean {
  return steps.some((step) => kindOf(step).needsManaged === true);
}

/** The author's answers, and the computed ones. */
export function solutionOf(scenario: Scenario, managed: Reference['managed']): Attempt {
  return { answers: scenario.steps.map((step) => kindOf(step).solution(step, scenario, managed)) };
}
