import type { JsonObject } from '#iam';
import type { CallRecord } from './record.ts';
import { changed, type Change, type State } from './state.ts';

/** An AWS managed policy, as it stands in the catalogue of the world. */
export interface AwsPolicy {
  readonly arn: string;
  readonly versionId: string;
  readonly document: JsonObject;
}

/** What a region knows: the state after the first `applied` records. */
interface Replica {
  readonly applied: number;
  readonly state: State;
}

/** Milliseconds that a change takes to arrive in a region; `paused`: nothing arrives. */
export type Lag = number | 'paused';

/**
 * A simulated world: several accounts and the list of all calls that made them what they are.
 * Invariant: `state` is the log's changes, folded; a replica is those of a prefix.
 */
export interface World {
  readonly log: readonly CallRecord[];
  readonly state: State;
  readonly replicas: Readonly<Record<string, Replica>>;
  readonly lags: Readonly<Record<string, Lag>>;
  /** AWS managed policies by ARN. */
  readonly catalogue: ReadonlyMap<string, AwsPolicy>;
  /** What its ids and secrets follow from (`randomnessOf`). */
  readonly seed: number;
  /** True: each record says how its call is made again (`CallRecord.again`). */
  readonly keepsCalls?: boolean;
}

/** What makes a world anew: its log, and what beside the log it is made of. */
export type WorldParts = Pick<World, 'log' | 'seed'> & Partial<Pick<World, 'lags' | 'keepsCalls'>>;

/** The world's log up to a record, folded. */
export function stateAfter(log: readonly CallRecord[], count = log.length): State {
  return changed(
    new Map(),
    log.slice(0, count).flatMap(({ changes }) => changes),
  );
}

/**
 * A world out of its log: a saved one, or a log cut short (undo). Where `known` says how many records a region has taken
 * in, that is what it knows; other regions know all that their lag lets them.
 */
export function worldOf(
  { log, lags = {}, seed, keepsCalls }: WorldParts,
  catalogue: World['catalogue'],
  known: Readonly<Record<string, number>> = {},
): World {
  const replicas = Object.fromEntries(
    Object.entries(known).map(([region, count]) => {
      const applied = Math.min(Math.max(1, Math.floor(count)), log.length);
      return [region, { applied, state: stateAfter(log, applied) }];
    }),
  );
  return {
    log,
    state: stateAfter(log),
    replicas,
    lags,
    catalogue,
    seed,
    ...(keepsCalls !== undefined && { keepsCalls }),
  };
}

/** A new world whose accounts are what the changes make of nothing. Without a seed its ids follow from the time. */
export function newWorld(
  start: readonly Change[],
  at: number,
  catalogue: World['catalogue'],
  seed: number = at,
): World {
  const first: CallRecord = {
    id: 1,
    at,
    region: 'us-east-1',
    face: 'start',
    service: 'start',
    operation: 'Start',
    input: {},
    asks: [],
    changes: start,
  };
  return worldOf({ log: [first], seed }, catalogue);
}

/** The same world with another lag for a region; `*` stands for all regions that have none of their own. */
export function withLag(world: World, region: string, lag: Lag, now: number): World {
  const settled = region === '*' ? world : settledIn(world, region, now);
  return { ...settled, lags: { ...settled.lags, [region]: lag } };
}

/** The world in which the region has a replica of its own, which a new lag then holds back. */
function settledIn(world: World, region: string, now: number): World {
  if (world.replicas[region] !== undefined) return withReplica(world, region, now);
  const replica = firstReplica(world, world.lags[region] ?? world.lags['*'] ?? 0, now);
  return { ...world, replicas: { ...world.replicas, [region]: replica } };
}

/** The world in which the region's replica has taken in what has arrived by now. It never goes back. */
export function withReplica(world: World, region: string, now: number): World {
  const lag = world.lags[region] ?? world.lags['*'] ?? 0;
  const known = world.replicas[region];
  if (lag === 0 && known === undefined) return world;
  const before = known ?? firstReplica(world, lag, now);
  let applied = before.applied;
  while (lag !== 'paused' && applied < world.log.length && (world.log[applied]?.at ?? now) + lag <= now)
    applied += 1;
  if (applied === known?.applied) return world;
  const news = world.log.slice(before.applied, applied).flatMap(({ changes }) => changes);
  const replica = { applied, state: changed(before.state, news) };
  return { ...world, replicas: { ...world.replicas, [region]: replica } };
}

/** Before its first lag a region knew everything: what is older than the lag, and the start, in any case. */
function firstReplica({ log }: World, lag: Lag, now: number): Replica {
  const late = lag === 'paused' ? -1 : log.findIndex(({ at }) => at + lag > now);
  const applied = late === -1 ? log.length : Math.max(1, late);
  return { applied, state: stateAfter(log, applied) };
}

/** What the region knows. Ask `withReplica` first for what has arrived by now. */
export function seenFrom(world: World, region: string): State {
  return world.replicas[region]?.state ?? world.state;
}

/** What the region knows once it has taken in so many records. */
export function seenAfter(world: World, region: string, count: number): State {
  const known = world.replicas[region];
  if (count === world.log.length) return world.state;
  if (known === undefined || known.applied > count) return stateAfter(world.log, count);
  return changed(
    known.state,
    world.log.slice(known.applied, count).flatMap(({ changes }) => changes),
  );
}

/** How many records the region has taken in. */
export function knownIn(world: World, region: string): number {
  return world.replicas[region]?.applied ?? world.log.length;
}

/** Calls that changed something and of which the region knows nothing by now, the oldest first. */
export function unseenFrom(world: World, region: string, now: number): readonly CallRecord[] {
  const current = withReplica(world, region, now);
  return world.log.slice(knownIn(current, region)).filter(({ changes }) => changes.length > 0);
}
