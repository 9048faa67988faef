/** A mission is a scenario being played. The one door of this room. */
export { auditScenario } from './audit.ts';
export {
  catalogueEntry,
  catalogueIssues,
  entryStates,
  inOrder,
  nextEntry,
  type CatalogueEntry,
  type EntryState,
} from './catalogue.ts';
export type { PolicyText } from './file/fields.ts';
export type { ScenarioIssue } from './file/issue.ts';
export { entryOf, type Language, type ScenarioTexts } from './file/texts-shape.ts';
export { grade, missionDocuments, needsManaged, openingAnswers, solutionOf } from './grade.ts';
export {
  kindNames,
  type Answer,
  type AnswerOf,
  type KindName,
  type Result,
  type ResultOf,
  type Step,
  type StepOf,
} from './kinds/index.ts';
export { answerOf, handedOver, type Handed } from './kinds/operate/account.ts';
export { goalsReached, trapsSprung } from './kinds/operate/goals.ts';
export type { PredictionResult } from './kinds/predict/grade.ts';
export type { Failure, Medal } from './kinds/write/result.ts';
export type { PolicySpec } from './kinds/write/spec.ts';
export {
  missionMachine,
  type MissionEvent,
  type MissionInput,
  type MissionSnapshot,
} from './mission-machine.ts';
export { createMission, type PlayedMission } from './play.ts';
export { readScenario } from './read.ts';
export { readAttempt, regrade, type StoredAttempt } from './regrade.ts';
export type { Scenario } from './schema.ts';
export type { AuditReference, Reference, Setting } from './step/kind.ts';
export { readTexts, sameStructure } from './texts.ts';
export { starsOf, type Attempt, type Star, type Verdict } from './verdict.ts';
export { asking, type Asking } from './world/asking.ts';
export { accountOfWorld } from './world/set-up.ts';
export { startText, textOf } from './world/texts.ts';
export type { ScenarioRequest, World } from './world/world.ts';
