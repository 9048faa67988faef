import * as v from 'valibot';
import { scenarioIssue, type ScenarioIssue } from './file/issue.ts';
import { grade, openingAnswers } from './grade.ts';
import { answerSchema, type Answer } from './kinds/index.ts';
import type { Scenario } from './schema.ts';
import type { Reference } from './step/kind.ts';
import type { Attempt, Verdict } from './verdict.ts';

/** A Check as it was stored. Version 1 of the app kept texts by policy id and predictions by request id. */
export interface StoredAttempt {
  readonly scenarioId: string;
  readonly scenarioVersion: number;
  readonly answers?: readonly unknown[] | undefined;
  readonly predictions?: Readonly<Record<string, string>> | undefined;
  readonly texts?: Readonly<Record<string, string>> | undefined;
}

/** A stored attempt's answers, or why they are none of this scenario: one issue that says what and where. */
export function readAttempt(
  scenario: Scenario,
  stored: StoredAttempt,
): Attempt | { readonly issue: ScenarioIssue } {
  const where = `${stored.scenarioId} ${stored.scenarioVersion}`;
  if (stored.scenarioId !== scenario.id)
    return { issue: scenarioIssue('otherScenario', where, { id: scenario.id }) };
  if (stored.scenarioVersion !== scenario.version)
    return {
      issue: scenarioIssue('versionGone', where, { version: stored.scenarioVersion, now: scenario.version }),
    };
  if (stored.answers === undefined) return answersOfVersion1(scenario, stored, where);
  const answers: Answer[] = [];
  for (const [index, answer] of stored.answers.entries()) {
    const read = v.safeParse(answerSchema, answer);
    const step = scenario.steps[index];
    if (!read.success || read.output.kind !== step?.kind) {
      const [first] = read.success ? [] : read.issues;
      const path = first === undefined ? '' : (v.getDotPath(first) ?? '');
      return {
        issue: scenarioIssue('wrongAnswer', where, { step: index + 1, path: path === '' ? 'kind' : path }),
      };
    }
    answers.push(read.output);
  }
  if (answers.length !== scenario.steps.length)
    return { issue: scenarioIssue('wrongAnswer', where, { step: answers.length + 1, path: 'answers' }) };
  return { answers };
}

/** The calls of an account were not kept by version 1: such a Check cannot be graded again, and says so. */
function answersOfVersion1(
  scenario: Scenario,
  { predictions = {}, texts = {} }: StoredAttempt,
  where: string,
): Attempt | { readonly issue: ScenarioIssue } {
  const answers: unknown[] = [];
  for (const [index, opening] of openingAnswers(scenario).entries()) {
    const step = scenario.steps[index];
    if (opening.kind === 'predict') answers.push({ ...opening, predictions });
    else if (step !== undefined && 'policy' in step)
      answers.push({ kind: step.kind, text: texts[step.policy] ?? '' });
    else return { issue: scenarioIssue('callsNotKept', where) };
  }
  return readAttempt(scenario, { scenarioId: scenario.id, scenarioVersion: scenario.version, answers });
}

/** Grades a stored Check again. The same verdict as then, or an issue that says why it has none. */
export function regrade(
  scenario: Scenario,
  stored: StoredAttempt,
  reference: Reference,
): Verdict | { readonly issue: ScenarioIssue } {
  const attempt = readAttempt(scenario, stored);
  return 'issue' in attempt ? attempt : grade(scenario, attempt, reference);
}
