/** A simulated AWS world: its accounts, its operations and the faces by which one calls them. The one door of this room. */
export { decisionFor, ownerOf, policiesOf, requestFor } from './calls/decide.ts';
export { nameKey } from './calls/names.ts';
export type { Caller, Signature } from './calls/caller.ts';
export { stableId } from './state/ids.ts';
export { madeCallSchema, madeSince, replay, type MadeCall } from './replay/replay.ts';
export { defaultKeyPolicy } from './operations/resources/kms/keys.ts';
export { perform, type Performed, type Request, type Environment } from './perform/perform.ts';
export {
  serviceModel,
  serviceNames,
  type ServiceModel,
  type ServiceName,
  type Shape,
} from './models/model.ts';
export { operations, rowOf } from './operations/index.ts';
export type { CallRecord } from './state/record.ts';
export { accountStart, startPassword } from './state/start.ts';
export { accountOf, put, type Account, type Change, type State } from './state/state.ts';
export {
  knownIn,
  newWorld,
  seenAfter,
  unseenFrom,
  withLag,
  withReplica,
  worldOf,
  type AwsPolicy,
  type Lag,
  type World,
} from './state/world.ts';
export { isoTime } from './state/time.ts';
export { sourceIp } from './calls/authorize.ts';
export { sessionOf } from './calls/authenticate.ts';
export { explainRecord, outcomeOf, type CallOutcome, type Explained } from './calls/explain-record.ts';
export { cloudTrailEvent } from './state/cloudtrail.ts';
export type { Callable } from './calls/callable.ts';
export { asCommand } from './cli/as-command.ts';
export { assumptionCommand, setupCommand, federatedSignInCommand } from './cli/federated-sign-in-command.ts';
export { asSdk } from './cli/as-sdk.ts';
export { complete, type Completion } from './cli/complete.ts';
export { regions } from './cli/regions.ts';
export { signIn, type SignInAttempt, type SignInStep } from './sign-in/sign-in.ts';
export { codeAt, provisioningUrl } from './tokens/totp.ts';
export { nextToken } from './tokens/hardware-token.ts';
export { directory } from './federation/directory.ts';
export { rolesMeantFor, setupCalls } from './federation/setup.ts';
export { opened, type Opened } from './tokens/opened-token.ts';
export { assertionTamperings, tampered, tokenTamperings, type Tampering } from './tokens/tampering.ts';
export {
  assumption,
  groupsOf,
  issued,
  rolesTrusting,
  signerOf,
  type FederatedSignIn,
} from './federation/federated-sign-in.ts';
export { commandLines, isOpenLine } from './cli/command-lines.ts';
export { runLine } from './cli/run.ts';
export { newTranscriptState, type TranscriptState } from './cli/transcript-state.ts';
export { newTerminal, type Ran, type Terminal } from './cli/terminal.ts';
export { runTranscript, type Printed } from './cli/transcript.ts';
export { readWorld, saveWorld, type SavedWorld, type SaveProblem } from './state/save.ts';
