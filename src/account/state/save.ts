import { isJsonObject, type JsonValue } from '#iam';
import { jsonOf } from './json.ts';
import type { CallRecord } from './record.ts';
import { isSavedRecord } from './saved-record.ts';
import type { Lag, World } from './world.ts';

const format = 'deny-by-default world';
const version = 1;

/** What a file holds of a world: everything but AWS's own policies. */
export interface SavedWorld {
  readonly log: readonly CallRecord[];
  readonly lags: Readonly<Record<string, Lag>>;
  readonly seed: number;
}

/** A world as one text, to be kept or shared. Secrets are not in it: the account keeps only what knows them again. */
export function saveWorld({ log, lags, seed }: Pick<World, 'log' | 'lags' | 'seed'>): string {
  return JSON.stringify({ format, version, lags, seed, log });
}

/** Why a text is no world: it is no JSON, something else, of a later version, or damaged at a record. */
export type SaveProblem =
  | { readonly problem: 'json' | 'format' | 'version' }
  | { readonly problem: 'record'; readonly record: number };

/** Reads a saved world. Total: what is no world is answered with a problem, and nothing of it is taken. */
export function readWorld(text: string): SavedWorld | SaveProblem {
  const value = jsonOf(text);
  if (value === undefined) return { problem: 'json' };
  if (!isJsonObject(value) || value['format'] !== format) return { problem: 'format' };
  if (value['version'] !== version) return { problem: 'version' };
  const { log, lags, seed } = value;
  if (!Array.isArray(log) || log.length === 0) return { problem: 'format' };
  const records = log as readonly JsonValue[];
  const damaged = records.findIndex((record, index) => !isSavedRecord(record, index + 1));
  if (damaged !== -1) return { problem: 'record', record: damaged + 1 };
  const kept = records as unknown as readonly CallRecord[];
  // Worlds of the first version had their randomness from the device: any seed goes on from there.
  const own = typeof seed === 'number' && Number.isFinite(seed) ? seed : (kept[0]?.at ?? 0);
  return { log: kept, lags: lagsIn(lags), seed: own };
}

function lagsIn(value: JsonValue | undefined): Readonly<Record<string, Lag>> {
  if (!isJsonObject(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter(
      (entry): entry is [string, Lag] =>
        entry[1] === 'paused' || (typeof entry[1] === 'number' && entry[1] >= 0 && Number.isFinite(entry[1])),
    ),
  );
}
