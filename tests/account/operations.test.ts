import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { operations, readWorld, saveWorld, serviceModel, type World } from '#account';
import type { JsonObject, JsonValue } from '#iam';
import { hardwareToken } from '../../src/account/tokens/hardware-token.ts';
import { codeOf, stepAt } from '../../src/account/tokens/totp.ts';
import { account, call, freshWorld } from './fresh-world.ts';

/**
 * The operations' cases are data: one file a family. `given` are calls by the root user that set the stage; values like
 * `$1.User.UserId` stand for what the first of them answered (`$0`: nothing before), and so does `{$1.User.UserId}`
 * inside a text; `$code-1 1.Device.Seed` stands for the code that a device with such a seed showed one step before the
 * call, `$code-1 GAHT12345678` for that of a hardware token; the call itself answers last. `expect` is an error code
 * (and text), or members of the output, or, by a list call in `then`, what the account looks like afterwards. The world
 * of every case is saved and read back, too.
 */
const input = v.record(v.string(), v.any());
const circumstances = {
  /** A user's name, an ARN, an account id (its root user), or `nobody`. */
  as: v.optional(v.string()),
  mfa: v.optional(v.boolean()),
  region: v.optional(v.string()),
  /** Seconds since the call before. */
  after: v.optional(v.number(), 1),
};
type Circumstances = v.InferOutput<v.ObjectSchema<typeof circumstances, undefined>>;
const step = v.strictObject({
  call: v.string(),
  input: v.optional(input, {}),
  ...circumstances,
  /** The call is made so many times; `{n}` in a text counts them from 1. */
  times: v.optional(v.number(), 1),
});
const file = v.strictObject({
  cases: v.array(
    v.strictObject({
      name: v.string(),
      given: v.optional(v.array(step), []),
      call: v.string(),
      input: v.optional(input, {}),
      ...circumstances,
      expect: v.union([
        v.strictObject({ error: v.string(), message: v.optional(v.string()) }),
        v.strictObject({ output: input }),
        v.strictObject({ then: step, output: input }),
      ]),
    }),
  ),
  /** Documented errors that nothing a learner can do brings about, with the reason. */
  unreached: v.optional(v.record(v.string(), v.string()), {}),
});

const folder = join(import.meta.dirname, 'operations');
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => ({ name, ...v.parse(file, JSON.parse(readFileSync(join(folder, name), 'utf8'))) }));
const cases = files.flatMap(({ name, cases: own }) => own.map((one) => ({ ...one, file: name })));
type Case = (typeof cases)[number];

function answered(answers: readonly JsonValue[], at: string, path: string): JsonValue {
  let found: unknown = answers[Number(at) - 1];
  for (const part of path.split('.')) found = (found as Record<string, unknown> | undefined)?.[part];
  return found as JsonValue;
}

function filled(value: JsonValue, answers: readonly JsonValue[], now: number): JsonValue {
  if (typeof value === 'string') {
    const [, off, serial] = /^\$code([+-]\d+) (GAHT\d+)$/.exec(value) ?? [];
    if (serial !== undefined)
      return codeOf(hardwareToken(serial, now)?.seed ?? '', stepAt(now) + Number(off));
    const code = /^\$code([+-]\d+) (\d+)\.([\w.]+)$/.exec(value);
    if (code !== null)
      return codeOf(answered(answers, code[2]!, code[3]!) as string, stepAt(now) + Number(code[1]));
    const path = /^\$(\d+)\.([\w.]+)$/.exec(value);
    if (path !== null) return answered(answers, path[1]!, path[2]!);
    return value.replaceAll(
      /\{\$(\d+)\.([\w.]+)\}/g,
      (_, at: string, within: string) => answered(answers, at, within) as string,
    );
  }
  if (Array.isArray(value)) return (value as JsonValue[]).map((inner) => filled(inner, answers, now));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, filled(inner, answers, now)]));
}

/** A step's input when it is its turn, so many seconds after the log's last call. */
function inputOf(
  one: { input: JsonObject; after: number },
  answers: readonly JsonValue[],
  world: World,
): JsonObject {
  return filled(one.input, answers, world.log.at(-1)!.at + one.after * 1000) as JsonObject;
}

function options(
  { as, mfa, region, after }: Circumstances,
  world: World,
  answers: readonly JsonValue[],
): Parameters<typeof call>[3] {
  const who = as === undefined ? undefined : (filled(as, answers, 0) as string);
  return {
    ...(who !== undefined && { as: principal(who) }),
    ...(mfa === true && { mfa: world.log.at(-1)!.at }),
    ...(region !== undefined && { region }),
    after: after * 1000,
  };
}

function principal(who: string): string {
  if (who === 'nobody' || who.startsWith('arn:')) return who;
  return /^\d{12}$/.test(who) ? `arn:aws:iam::${who}:root` : `arn:aws:iam::${account}:user/${who}`;
}

function staged(one: Case): { world: World; answers: JsonValue[] } {
  const answers: JsonValue[] = [];
  let world = freshWorld();
  const steps = one.given.flatMap(({ times, ...given }) => Array.from({ length: times }, () => given));
  let before: (typeof steps)[number] | undefined;
  let n = 0;
  for (const given of steps) {
    n = given === before ? n + 1 : 1;
    before = given;
    const counted = JSON.parse(JSON.stringify(given.input).replaceAll('{n}', String(n))) as JsonObject;
    const done = call(
      world,
      given.call,
      inputOf({ ...given, input: counted }, answers, world),
      options(given, world, answers),
    );
    if (done.error) throw new Error(`${one.file}, ${one.name}: ${given.call} answered ${done.error.message}`);
    world = done.world;
    answers.push(done.output ?? {});
  }
  return { world, answers };
}

describe.each(files)('operations of $name', ({ name }) => {
  it.each(cases.filter(({ file: own }) => own === name))('$call: $name', (one) => {
    const { world, answers } = staged(one);
    const done = call(world, one.call, inputOf(one, answers, world), options(one, world, answers));
    expect(readWorld(saveWorld(done.world))).toEqual({
      log: done.world.log,
      lags: done.world.lags,
      seed: done.world.seed,
    });
    if ('error' in one.expect) {
      expect(done.error?.code, done.error?.message).toBe(one.expect.error);
      if (one.expect.message !== undefined) expect(done.error?.message).toBe(one.expect.message);
      expect(done.world.state).toBe(world.state);
      return;
    }
    expect(done.error).toBeUndefined();
    const after = 'then' in one.expect ? one.expect.then : undefined;
    const all = [...answers, done.output ?? {}];
    const seen = after
      ? call(done.world, after.call, inputOf(after, all, done.world), options(after, done.world, all)).output
      : done.output;
    expect(seen ?? {}).toMatchObject(filled(one.expect.output, all, 0) as object);
  });
});

const successes = cases.filter(({ expect: wanted }) => !('error' in wanted));

describe('every operation', () => {
  it.each(operations.map(({ service, name }) => `${service}:${name}`))(
    '%s has a case in which it succeeds',
    (name) => {
      expect(successes.some((one) => one.call === name)).toBe(true);
    },
  );

  it.each(
    successes.filter((one, index) => successes.findIndex((other) => other.call === one.call) === index),
  )('$call is denied to a user without any policy, and changes nothing', (one) => {
    const row = operations.find(({ service, name }) => `${service}:${name}` === one.call)!;
    const free = ['sts:GetCallerIdentity', 'sts:GetSessionToken', 'iam:ChangePassword'];
    if (row.unsigned === true || free.includes(one.call)) return;
    const { world, answers } = staged(one);
    const { world: peopled } = call(world, 'iam:CreateUser', { UserName: 'nobody-special' });
    const done = call(peopled, one.call, inputOf(one, answers, world), {
      as: `arn:aws:iam::${account}:user/nobody-special`,
    });
    expect(done.error?.code).toMatch(/AccessDenied|UnauthorizedOperation|AuthorizationError/);
    expect(done.world.state).toBe(peopled.state);
  });

  it.each(operations.map(({ service, name }) => ({ service, name })))(
    '$service:$name meets every error that AWS documents for it, or says why not',
    ({ service, name }) => {
      const documented = serviceModel(service).operations[name]?.errors ?? [];
      const reasons = new Set(files.flatMap(({ unreached }) => Object.keys(unreached)));
      const met = new Set(
        cases.flatMap((one) =>
          one.call === `${service}:${name}` && 'error' in one.expect ? [one.expect.error] : [],
        ),
      );
      const missing = documented.filter(
        (code) =>
          !met.has(code) &&
          !['*', service, `${service}:${name}`].some((place) => reasons.has(`${place} ${code}`)),
      );
      expect(missing).toEqual([]);
    },
  );
});
