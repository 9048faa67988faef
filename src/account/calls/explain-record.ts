import type { Evaluation } from '#iam';
import type { Ask } from '../state/record.ts';
import { stateAfter, type World } from '../state/world.ts';
import { callerAgain } from './authenticate.ts';
import { explain, sourceIp } from './authorize.ts';

/** One question of a recorded call, and what the policies of that moment answer, gate by gate. */
interface ExplainedAsk {
  readonly ask: Ask;
  readonly evaluation: Evaluation;
}

/** A recorded call, explained: by the policies as its region knew them then, whatever they have become since. */
export interface Explained {
  /** Empty where the call ended before any policy was asked. */
  readonly asks: readonly ExplainedAsk[];
  /** The place of the question that AWS refused the call for; undefined where the policies allow it. */
  readonly refused: number | undefined;
}

/** Codes by which services say that the policies do not allow a call. */
const deniedCodes = new Set([
  'AccessDenied',
  'AccessDeniedException',
  'UnauthorizedOperation',
  'AuthorizationError',
]);

/**
 * Asks the questions of a recorded call again, of the state before it. Undefined where there is no such record, where it
 * is the world's start, or where the caller is no more to be found.
 */
export function explainRecord(world: World, id: number): Explained | undefined {
  const record = world.log[id - 1];
  if (record === undefined || record.face === 'start') return undefined;
  if (record.asks.length === 0) return { asks: [], refused: undefined };
  const actual = stateAfter(world.log, id - 1);
  const seen = record.known === undefined ? actual : stateAfter(world.log, record.known);
  const caller = record.caller && callerAgain(record.caller, seen, actual, record.at);
  if (caller === undefined) return undefined;
  const circumstances = { region: record.region, now: record.at, sourceIp };
  const asks = record.asks.map((ask) => ({
    ask,
    evaluation: explain(world, seen, caller, ask, circumstances),
  }));
  const refused = asks.findIndex(({ evaluation }) => evaluation.decision !== 'allowed');
  return { asks, refused: refused === -1 ? undefined : refused };
}

/** How a recorded call ended, as far as its line of the trail says it. */
export type CallOutcome = 'done' | 'explicitDeny' | 'implicitDeny' | 'error';

export function outcomeOf({
  error,
}: {
  readonly error?: { readonly code: string; readonly message: string };
}): CallOutcome {
  if (error === undefined) return 'done';
  if (!deniedCodes.has(error.code)) return 'error';
  return error.message.includes('with an explicit deny') ? 'explicitDeny' : 'implicitDeny';
}
