/** What the check of a scenario says. */
export const scenario = {
  'scenario.nothing': 'No scenario.json was found there.',
  'scenario.shorter': 'shorter than its par, and exactly right ({statements}, {characters}): {policy}',
  'scenario.ambiguous': 'the goal leaves open: {request}',
  'scenario.issue.notJson': 'the file is not JSON as we take it: line {line}, column {column} ({problem})',
  'scenario.issue.unknownKey': 'the key `{key}` is not part of a scenario',
  'scenario.issue.missingKey': 'the key `{key}` is missing',
  'scenario.issue.wrongValue': 'expected {expected}, found {received}',
  'scenario.issue.unknownReference': '`{id}` is named here but does not exist',
  'scenario.issue.duplicateId': '`{id}` stands here twice',
  'scenario.issue.cycle': '`{id}` comes before itself',
  'scenario.issue.invalidPolicy': 'the solution for `{id}` is not a policy that IAM would take',
  'scenario.issue.cannotEvaluate': 'the request `{id}` cannot be evaluated',
  'scenario.issue.visibleContradictsGoal': 'what `{id}` expects is not what the solution decides',
  'scenario.issue.permittedLessThanRequired': 'the goal requires what it does not permit',
  'scenario.issue.startSolves': 'the text it starts with already meets the goal',
  'scenario.issue.solutionFails': 'the solution does not meet the goal: {request}',
  'scenario.issue.solutionNotTight': 'the solution allows more than is required: {request}',
  'scenario.issue.parNotMet':
    'the solution is longer than its par: {statements} statements, {characters} characters',
  'scenario.issue.mutantUndecided': 'it could not be decided whether this answer is right: {edit} ({name})',
  'scenario.issue.rewriteRejected': 'a right answer fails: {how} ({request})',
  'scenario.issue.memoriserAccepted': 'a policy that only lists the visible requests passes',
  'scenario.issue.trapUnreachable': 'no wrong answer tried springs the trap `{id}`',
  'scenario.issue.missingHeading': 'the heading `{heading}` is missing',
  'scenario.issue.unknownHeading': 'the heading `{heading}` is unknown or stands twice',
  'scenario.issue.missingText': '`{id}` has no text',
  'scenario.issue.unknownText': '`{id}` is no id of this scenario, or not written as `id`: text',
  'scenario.issue.hintCount': '{count} hints where the scenario says {expected}',
  'scenario.issue.languagesDiffer': 'English and Spanish do not have the same parts',
  'scenario.issue.lineFails': 'the set-up line `{line}` fails: {errors}',
  'scenario.issue.goalUnreached':
    'the reference steps do not reach the goal `{id}` (first line that failed: `{line}` {errors})',
  'scenario.issue.badQuery':
    'the question of `{id}` is no JMESPath expression, or asks for something that is not there',
  'scenario.issue.stepNeedless': 'the goals are reached without step {step}',
  'scenario.issue.tooMuchSolves': 'the goals are still reached after line “{line}”, which gives too much',
  'scenario.issue.orderNeedless':
    'step {step} may come before the one above it, though it is said to be ordered',
  'scenario.issue.replayDiffers':
    'the reference way, its calls made again, does not come to the same verdict',
  'scenario.issue.sessionsDiffer': 'its session policies are not those of `{id}`, who is the same principal',
  'scenario.issue.organizationDiffers':
    'its policies do not fit those of the account {id}: the same root, the same levels',
  'scenario.issue.otherScenario': 'this attempt is of another mission than `{id}`',
  'scenario.issue.versionGone':
    'this attempt is of version {version} of the mission, which is gone; the mission is at version {now}, so it cannot be graded again',
  'scenario.issue.wrongAnswer': 'the answer to step {step} does not fit the mission, at `{path}`',
  'scenario.issue.callsNotKept':
    'this attempt was kept by an earlier version of the app, without its calls: it cannot be graded again',
} as const;
