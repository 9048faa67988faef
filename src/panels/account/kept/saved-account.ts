import { readWorld, saveWorld, type SavedWorld, type SaveProblem, type Terminal, type World } from '#account';
import { isJsonObject, type JsonObject, type JsonValue } from '#iam';

const format = 'deny-by-default sandbox';
const version = 1;

/** What an account keeps beside its world: what the learner works with, as the terminal and the region, not what AWS knows. */
export interface Beside {
  /** Milliseconds by which the sandbox’s time is ahead of the device’s. */
  readonly offset: number;
  readonly region: string;
  /** ARN of whoever the learner is. */
  readonly who: string;
  /** How many records each region had taken in that was behind. */
  readonly known: Readonly<Record<string, number>>;
  readonly profiles: Terminal['profiles'];
  readonly env: Terminal['env'];
  readonly files: Terminal['files'];
  readonly assumed: Terminal['assumed'];
  /** Lines of the terminal, the latest last. */
  readonly history: readonly string[];
}

export interface SavedAccount {
  readonly world: SavedWorld;
  readonly beside: Partial<Beside>;
}

/** What is kept beside the world, as one text. */
export function printBeside(beside: Beside): string {
  return JSON.stringify({ format, version, ...beside });
}

/** A sandbox as one file: the world’s own file, with what is beside it as one more member. */
export function printAccount(world: World, beside: Beside): string {
  return `${saveWorld(world).slice(0, -1)},"beside":${printBeside(beside)}}`;
}

/** Reads a sandbox’s file, or a world’s. Total: what is none is answered with a problem, and nothing of it is taken. */
export function readAccount(text: string): SavedAccount | SaveProblem {
  const world = readWorld(text);
  if ('problem' in world) return world;
  const value = parsed(text);
  return { world, beside: isJsonObject(value) ? besideIn(value['beside']) : {} };
}

/** Reads what stands beside a world; what of it does not fit is left out. */
export function readBeside(text: string | undefined): Partial<Beside> {
  return text === undefined ? {} : besideIn(parsed(text));
}

function parsed(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}

function besideIn(value: JsonValue | undefined): Partial<Beside> {
  if (!isJsonObject(value) || value['format'] !== format || value['version'] !== version) return {};
  const { offset, region, who, known, profiles, env, files, assumed, history } = value;
  return {
    ...(typeof offset === 'number' && Number.isFinite(offset) && { offset }),
    ...(typeof region === 'string' && { region }),
    ...(typeof who === 'string' && { who }),
    known: recordOf(known, (one): one is number => typeof one === 'number'),
    profiles: recordOf(profiles, (one): one is Record<string, string> => isTexts(one)),
    env: recordOf(env, isText),
    files: recordOf(files, isText),
    assumed: recordOf(assumed, isAssumed),
    history: Array.isArray(history) ? (history as readonly JsonValue[]).filter(isText) : [],
  };
}

function isText(value: JsonValue): value is string {
  return typeof value === 'string';
}
function isTexts(value: JsonValue): value is Record<string, string> {
  return isJsonObject(value) && Object.values(value).every(isText);
}
function isAssumed(value: JsonValue): value is JsonObject & Terminal['assumed'][string] {
  if (!isJsonObject(value)) return false;
  const { accessKeyId, secretAccessKey, sessionToken, expires } = value;
  return (
    typeof expires === 'number' &&
    [accessKeyId, secretAccessKey, sessionToken].every((one) => typeof one === 'string')
  );
}

function recordOf<Value extends JsonValue>(
  value: JsonValue | undefined,
  fits: (one: JsonValue) => one is Value,
): Readonly<Record<string, Value>> {
  if (!isJsonObject(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter(
      (entry): entry is [string, Value] => entry[0] !== '__proto__' && fits(entry[1]),
    ),
  );
}
