import {
  madeSince,
  readWorld,
  replay,
  saveWorld,
  worldOf,
  type CallRecord,
  type Printed,
  type TranscriptState,
  type World as AccountWorld,
} from '#account';
import type { Setting } from '../../step/kind.ts';
import { beginning } from '../../world/set-up.ts';
import type { OperateAnswer, OperateSpec } from './spec.ts';

/** An account that a mission operates, as it is handed over. */
export interface Handed {
  readonly state: TranscriptState;
  readonly printed: readonly Printed[];
  /** When the set-up began: what an answer must say, so that the same account can be made again. */
  readonly begun: number;
  /** How many records are the mission's own. */
  readonly given: number;
}

/** The account set up from `begun` on, with the learner at the keyboard. */
export function accountBegun(
  { who, region = 'us-east-1' }: OperateSpec,
  { world }: Setting,
  managed: AccountWorld['catalogue'],
  begun: number,
): Handed {
  const { state, printed } = beginning(world, { managed, at: begun });
  const kept = { ...state.world, keepsCalls: true };
  return {
    state: { ...state, who, world: kept, terminal: { ...state.terminal, region, env: {} } },
    printed,
    begun,
    given: state.world.log.length,
  };
}

/**
 * The account as it is handed over at a time. Its set-up begins so much earlier that it is done by then: a learner finds no
 * record that lies in the future.
 */
export function handedOver(
  spec: OperateSpec,
  setting: Setting,
  managed: AccountWorld['catalogue'],
  at: number,
): Handed {
  const took = accountBegun(spec, setting, managed, at).state.now - at;
  return accountBegun(spec, setting, managed, at - took);
}

/** An attempt to sign in may leave two records, of which the first says how it is made again. */
function canBeMadeAgain({ again, face }: CallRecord, before: CallRecord | undefined): boolean {
  return again !== undefined || (face === 'sign-in' && before?.again?.['attempt'] !== undefined);
}

/** What a learner has done to the account, as an answer. */
export function answerOf(
  world: AccountWorld,
  { begun, given }: Pick<Handed, 'begun' | 'given'>,
): OperateAnswer {
  const own = world.log.slice(given);
  // An earlier version of the app did not keep how a call is made again. Where such calls are in the log, the answer holds
  // the account as it was after the last of them (`from`), and only the calls that came later.
  const since = own.findLastIndex((record, index) => !canBeMadeAgain(record, own[index - 1])) + 1;
  const before = worldOf(
    { log: world.log.slice(0, given + since), lags: world.lags, seed: world.seed },
    world.catalogue,
  );
  return {
    kind: 'operate',
    begun,
    calls: [...madeSince(world, given + since)],
    records: own.length,
    ...(since > 0 && { from: saveWorld(before) }),
  };
}

/** The account after the calls of an answer, made again; undefined where the answer begins with a world that cannot be read. */
export function accountAfter(
  spec: OperateSpec,
  setting: Setting,
  { begun, calls, records, from }: OperateAnswer,
  managed: AccountWorld['catalogue'],
): { readonly world: AccountWorld; readonly account: string; readonly given: number } | undefined {
  const handed = accountBegun(spec, setting, managed, begun);
  const { account } = handed.state;
  let { world } = handed.state;
  if (from !== undefined) {
    const read = readWorld(from);
    if ('problem' in read) return undefined;
    world = { ...worldOf(read, managed), keepsCalls: true };
  }
  const { log, ...rest } = replay(world, calls);
  const kept = worldOf({ ...rest, log: log.slice(0, handed.given + records) }, managed);
  return { world: kept, account, given: handed.given };
}
