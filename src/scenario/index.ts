/** A mission is a scenario being played. The one door of this room. */
export { auditScenario, type Audit } from './audit.ts';
export {
  catalogueEntry,
  catalogueIssues,
  entryStates,
  inOrder,
  nextEntry,
  type CatalogueEntry,
  type EntryState,
} from './catalogue.ts';
export { grade, missionDocuments } from './grade.ts';
export {
  missionMachine,
  type MissionEvent,
  type MissionInput,
  type MissionSnapshot,
} from './mission-machine.ts';
export { createMission, type PlayedMission } from './play.ts';
export { readScenario } from './read.ts';
export type { ScenarioIssue } from './scenario-issue.ts';
export type { Language, ScenarioTexts } from './scenario-texts.ts';
export type { Goal, Scenario, ScenarioRequest, Trap, World } from './schema.ts';
export { startTexts } from './start.ts';
export { readTexts, sameStructure } from './texts.ts';
export type { Attempt, Failure, Medal, PredictionResult, Verdict } from './verdict.ts';
export { accessRequest, policiesFor, policiesKey } from './world.ts';
