/** A simulated AWS world: its accounts, its operations and the faces by which one calls them. The one door of this room. */
export { decisionFor } from './calls/decide.ts';
export type { Caller, Signature } from './calls/caller.ts';
export { perform, type Performed, type Request, type Surroundings } from './calls/perform.ts';
export {
  serviceModel,
  serviceNames,
  type ServiceModel,
  type ServiceName,
  type Shape,
} from './models/model.ts';
export { operations, rowOf } from './operations/index.ts';
export type { CallRecord } from './state/record.ts';
export { accountStart } from './state/start.ts';
export { accountOf, type Account, type Change, type State } from './state/state.ts';
export { newWorld, withLag, worldOf, type AwsPolicy, type Lag, type World } from './state/world.ts';
export { runLine } from './cli/run.ts';
export { newStage, type Stage } from './cli/stage.ts';
export { newTerminal, type Ran, type Terminal } from './cli/terminal.ts';
export { runTranscript, type Printed } from './cli/transcript.ts';
export { readWorld, saveWorld, type SavedWorld, type SaveProblem } from './state/save.ts';
