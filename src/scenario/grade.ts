import type { JsonValue } from '#iam';
import { kindOf, type Answer, type Result } from './kinds/index.ts';
import type { Scenario } from './schema.ts';
import type { Reference } from './step/kind.ts';
import type { Attempt, Verdict } from './verdict.ts';

/** What stands in each step before the learner has done anything. */
export function openingAnswers(scenario: Scenario): readonly Answer[] {
  return scenario.steps.map((step) => kindOf(step).opening(step, scenario));
}

/** An attempt with an answer for each step: one that is missing, or of another kind, is the step's opening. */
function wholeAnswers(scenario: Scenario, { answers }: Attempt): readonly Answer[] {
  return openingAnswers(scenario).map((opening, index) => {
    const given = answers[index];
    return given?.kind === opening.kind ? given : opening;
  });
}

/**
 * Grades an attempt, step by step: the same attempt always has the same verdict. Total: what is no answer, or could not
 * be decided, is said in the step's result and is not solved.
 */
export function grade(scenario: Scenario, attempt: Attempt, reference: Reference): Verdict {
  const answers = wholeAnswers(scenario, attempt);
  const steps = scenario.steps.map((step, index) => {
    const answer = answers[index] ?? kindOf(step).opening(step, scenario);
    return { kind: step.kind, ...kindOf(step).grade(step, scenario, answer, reference) } as Result;
  });
  const solved = steps.every((result) => result.solved);
  const won = steps.flatMap((result) => ('medals' in result ? [result.medals] : []));
  const common = won[0]?.filter((medal) => won.every((medals) => medals.includes(medal))) ?? ['works'];
  return { solved, medals: solved ? common : [], steps };
}

/** The policies of a mission and of an attempt: a proof goes over the actions of the services that they name. */
export function missionDocuments(scenario: Scenario, attempt: Attempt): readonly JsonValue[] {
  const answers = wholeAnswers(scenario, attempt);
  return scenario.steps.flatMap((step, index) => {
    const answer = answers[index];
    return answer === undefined ? [] : kindOf(step).documents(step, scenario, answer);
  });
}

/** Whether grading asks for AWS managed policies: where calls of an account are made again. */
export function needsManaged({ steps }: Scenario): boolean {
  return steps.some((step) => kindOf(step).needsManaged === true);
}

/** The author's answers, and the computed ones. */
export function solutionOf(scenario: Scenario, managed: Reference['managed']): Attempt {
  return { answers: scenario.steps.map((step) => kindOf(step).solution(step, scenario, managed)) };
}
