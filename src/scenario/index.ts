/** A mission is a scenario being played. The one door of this room. */
export { buildCatalogue, type Catalogue, type CatalogueEntry, type MapState, type NodeState } from './catalogue.ts';
export { goalRequests } from './derived-requests.ts';
export { grade } from './grade.ts';
export { missionMachine, type MissionEvent, type MissionInput, type MissionSnapshot } from './mission-machine.ts';
export { readScenario, type ScenarioProblem } from './read.ts';
export type { Language, ScenarioTexts } from './scenario-texts.ts';
export type { Goal, Scenario, ScenarioRequest, Trap, World } from './schema.ts';
export { startTexts } from './start.ts';
export { parseTexts } from './texts.ts';
export type { Attempt, Failure, Medal, PredictionResult, Verdict } from './verdict.ts';
export { accessRequest, policiesFor, situation, type Situation } from './world.ts';
