/** What is wrong with a scenario file or its texts. Words stand in the catalogue under `scenario.issue.<code>`. */
export interface ScenarioIssue {
  readonly code: ScenarioIssueCode;
  /** Which file, and where in it: a dotted path, or a line. */
  readonly where: string;
  readonly values: Readonly<Record<string, string | number>>;
}

export type ScenarioIssueCode =
  | 'notJson'
  | 'unknownKey'
  | 'missingKey'
  | 'wrongValue'
  | 'unknownReference'
  | 'duplicateId'
  | 'cycle'
  | 'invalidPolicy'
  | 'cannotEvaluate'
  | 'visibleContradictsGoal'
  | 'permittedLessThanRequired'
  | 'startSolves'
  | 'solutionFails'
  | 'solutionNotTight'
  | 'parNotMet'
  | 'mutantUndecided'
  | 'rewriteRejected'
  | 'memoriserAccepted'
  | 'trapUnreachable'
  | 'missingHeading'
  | 'unknownHeading'
  | 'missingText'
  | 'unknownText'
  | 'hintCount'
  | 'languagesDiffer'
  | 'tooFewPredictions'
  | 'goalMissing'
  | 'lineFails'
  | 'goalUnreached'
  | 'badQuery'
  | 'stepNeedless'
  | 'orderNeedless'
  | 'tooMuchSolves';

/** An issue; `where` says the place. */
export function scenarioIssue(
  code: ScenarioIssueCode,
  where: string,
  values: ScenarioIssue['values'] = {},
): ScenarioIssue {
  return { code, where, values };
}
