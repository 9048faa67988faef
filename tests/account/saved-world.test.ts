import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { readWorld, saveWorld, worldOf, type CallRecord, type Change } from '#account';
import type { JsonObject, JsonValue } from '#iam';
import { tableNames, tables } from '../../src/account/state/state.ts';
import { account, call, catalogue, freshWorld } from './fresh-world.ts';

/** The least that a schema lets stand: what may be left out is, lists are empty. */
function least(schema: v.GenericSchema): JsonValue | undefined {
  const { type, entries, options, literal } = schema as v.GenericSchema & {
    readonly entries?: Readonly<Record<string, v.GenericSchema>>;
    readonly options?: readonly string[];
    readonly literal?: string;
  };
  switch (type) {
    case 'object': {
      const members = Object.entries(entries ?? {}).map(([name, inner]) => [name, least(inner)] as const);
      return Object.fromEntries(members.filter(([, value]) => value !== undefined)) as JsonObject;
    }
    case 'array':
      return [];
    case 'record':
      return {};
    case 'number':
      return 1;
    case 'boolean':
      return false;
    case 'picklist':
      return options![0]!;
    case 'literal':
      return literal!;
    case 'exact_optional':
      return undefined;
    default:
      return 'text';
  }
}

const made = call(freshWorld(), 'iam:CreateUser', { UserName: 'ana' });

/** What comes of reading a world whose second call has written this. */
function readWith(...changes: readonly unknown[]): ReturnType<typeof readWorld> {
  const [first, second] = made.world.log;
  return readWorld(
    saveWorld({ ...made.world, log: [first!, { ...second!, changes: changes as readonly Change[] }] }),
  );
}

const damaged = { problem: 'record', record: 2 };

describe.each(tableNames.map((table) => ({ table, row: least(tables[table]) as JsonObject })))(
  'a row of $table',
  ({ table, row }) => {
    const change = (value: unknown): unknown => ({ account, table, key: 'key', value });

    test('is read with the least that it must hold, and with members of a later version', () => {
      expect(readWith(change(row))).toHaveProperty('log.1.changes.0.value', row);
      const more = { ...row, ofALaterVersion: [1] };
      expect(readWith(change(more))).toHaveProperty('log.1.changes.0.value', more);
      expect(readWith(change(null))).toHaveProperty('log.1.changes.0.value', null);
    });

    test.each(Object.keys(row))('is damaged without `%s`, and with something else in it', (name) => {
      const rest = Object.fromEntries(Object.entries(row).filter(([member]) => member !== name));
      expect(readWith(change(rest))).toEqual(damaged);
      expect(readWith(change({ ...row, [name]: null }))).toEqual(damaged);
      expect(readWith(change({ ...row, [name]: [{ Key: 1 }] }))).toEqual(damaged);
    });
  },
);

/** Worlds as they were saved on 2026-11-29, with rows of every table that there was then. */
const earlier = JSON.parse(
  readFileSync(join(import.meta.dirname, 'saved', 'version-1.json'), 'utf8'),
) as readonly { readonly log: CallRecord[] }[];

test.each(earlier.map(({ log }, index) => ({ index, log })))(
  'the earlier world $index is read as it was',
  ({ index, log }) => {
    expect(readWorld(JSON.stringify(earlier[index]))).toEqual({ log, lags: {}, seed: log[0]!.at });
    expect(worldOf({ log, seed: 1 }, catalogue).state.size).toBeGreaterThan(0);
  },
);

describe('a saved world', () => {
  const text = saveWorld(made.world);
  const changed = (more: JsonObject): string => {
    const saved = JSON.parse(text) as { log: JsonObject[] };
    return JSON.stringify({ ...saved, log: [saved.log[0]!, { ...saved.log[1]!, ...more }] });
  };

  test('is read as it was, and is the same world again', () => {
    const read = readWorld(text);
    if ('problem' in read) throw new Error(read.problem);
    expect(worldOf(read, catalogue).state).toEqual(made.world.state);
  });

  test.each([
    ['', { problem: 'json' }],
    ['{', { problem: 'json' }],
    ['[]', { problem: 'format' }],
    ['{"format":"something else"}', { problem: 'format' }],
    [text.replace('"version":1', '"version":2'), { problem: 'version' }],
    [JSON.stringify({ ...(JSON.parse(text) as JsonObject), log: [] }), { problem: 'format' }],
    [JSON.stringify({ ...(JSON.parse(text) as JsonObject), log: {} }), { problem: 'format' }],
  ])('is told from %.40s', (other, problem) => {
    expect(readWorld(other)).toEqual(problem);
  });

  test.each<[string, JsonObject]>([
    ['another number', { id: 3 }],
    ['no time', { at: 'now' }],
    ['an endless time', { at: 'endless' }],
    ['an input that is none', { input: [] }],
    ['a caller without an ARN', { caller: { type: 'Root' } }],
    ['an error without a code', { error: { message: 'no' } }],
    ['a question about nothing', { asks: [{ action: 'iam:ListUsers' }] }],
    ['a context that is none', { asks: [{ action: 'a', resource: '*', context: 'x' }] }],
    ['changes that are none', { changes: {} }],
  ])('is damaged by a record with %s', (_, more) => {
    expect(readWorld(changed(more).replace('"endless"', '1e999'))).toEqual(damaged);
  });

  test.each(['nothing', '__proto__', 'constructor'])('has no table `%s`', (table) => {
    expect(readWith({ account, table, key: 'key', value: {} })).toEqual(damaged);
    expect(readWith({ account, table, key: 'key', value: null })).toEqual(damaged);
  });

  test('keeps the lags that a region can have, and no others', () => {
    const lags = { '*': 20, 'eu-west-1': 'paused', 'eu-west-2': -1, 'eu-west-3': 'soon' };
    const read = readWorld(JSON.stringify({ ...(JSON.parse(text) as JsonObject), lags }));
    expect(read).toHaveProperty('lags', { '*': 20, 'eu-west-1': 'paused' });
    expect(readWorld(text.replace('"lags":{}', '"lags":7'))).toHaveProperty('lags', {});
  });
});
