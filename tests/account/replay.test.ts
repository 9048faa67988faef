import { describe, expect, test } from 'vitest';
import {
  madeCallSchema,
  madeSince,
  newTranscriptState,
  perform,
  replay,
  runTranscript,
  signIn,
  worldOf,
  type MadeCall,
  type SignInAttempt,
  type TranscriptState,
  type World,
} from '#account';
import * as v from 'valibot';
import { account, call, catalogue, freshWorld, root } from './fresh-world.ts';

const trust = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { AWS: root }, Action: 'sts:AssumeRole' }],
});
const given: World = { ...freshWorld(), keepsCalls: true };
const ana: SignInAttempt = { who: { kind: 'user', account, name: 'ana' }, password: 'Blue-Whale-7' };

const people = `
aws iam create-user --user-name ana
aws iam attach-user-policy --user-name ana --policy-arn arn:aws:iam::aws:policy/AdministratorAccess
aws iam create-login-profile --user-name ana --password Blue-Whale-7`;
const roles = `
aws iam create-role --role-name Reader --assume-role-policy-document '${trust}'
aws iam attach-role-policy --role-name Reader --policy-arn arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess
# key ana laptop
# as profile laptop
aws s3 mb s3://shelf
aws sts assume-role --role-arn arn:aws:iam::${account}:role/Reader --role-session-name one
aws configure set role_arn arn:aws:iam::${account}:role/Reader --profile reader
aws configure set source_profile laptop --profile reader
aws s3 ls s3://shelf --profile reader
aws s3 rb s3://shelf --profile reader`;
const lagging = `
# lag eu-west-1 1h
aws iam create-user --user-name late
# region eu-west-1
aws iam get-user --user-name late
aws iam create-user --user-name late
# advance 2h
aws iam get-user --user-name late
# lag eu-west-1 paused
# region us-east-1
aws iam delete-user --user-name late
# region eu-west-1
aws iam get-user --user-name late`;
const wrong = `
aws iam create-user --user-name ana
aws iam get-user --user-name nobody
aws s3 rb s3://nowhere`;

function after(text: string, world = given): TranscriptState {
  return runTranscript(text, newTranscriptState(world, account, {})).state;
}
/** Attempts to sign in, a second apart, and what the console then does in the session. */
function signedIn(world: World): World {
  const at = (world.log.at(-1)?.at ?? 0) + 1000;
  const refused = signIn(world, { ...ana, password: 'wrong' }, { now: at }).world;
  const { world: open, step } = signIn(refused, ana, { now: at + 1000 });
  expect(step.next).toBe('console');
  if (step.next !== 'console') return open;
  return perform(
    open,
    {
      service: 'iam',
      operation: 'CreateUser',
      input: { UserName: 'bruno' },
      signature: { by: 'console', session: step.session },
      region: 'us-east-1',
      face: 'console',
    },
    { now: at + 2000 },
  ).world;
}
/** The world with its last call taken back, and another made. */
function undone(world: World): World {
  const shorter = worldOf({ ...world, log: world.log.slice(0, -1) }, catalogue);
  return call(shorter, 'iam:CreateUser', { UserName: 'instead' }).world;
}
/** An attempt to sign in where the region has not heard of a new password. */
function lateDoor(world: World): World {
  const changed = call(world, 'iam:UpdateLoginProfile', { UserName: 'ana', Password: 'Red-Whale-8' }).world;
  const now = (changed.log.at(-1)?.at ?? 0) + 1000;
  const attempt = { ...ana, region: 'eu-west-1' };
  const old = signIn(changed, attempt, { now }).world;
  return signIn(old, { ...attempt, password: 'Red-Whale-8' }, { now: now + 1000 }).world;
}
/** A clock that goes back: the world's time does not. */
function early(world: World): World {
  return call(call(world, 'iam:ListUsers', {}).world, 'iam:ListUsers', {}, { after: -400_000 }).world;
}

describe('calls made again', () => {
  test.each<[string, World]>([
    ['of people', after(people).world],
    ['of keys, roles and sessions', after(people + roles).world],
    ['in a region that lags behind, and in one that stands still', after(people + lagging).world],
    ['that were refused', after(people + wrong).world],
    ['after some were taken back', undone(after(people + lagging).world)],
    ['at the console’s door, and behind it', signedIn(after(people).world)],
    ['at the door of a region that stands still', lateDoor(after(people + lagging).world)],
    ['with a clock that went back', early(after(people).world)],
    ['all together', undone(signedIn(early(after(people + roles + lagging + wrong).world)))],
  ])('leave the same records: %s', (_, world) => {
    const calls = JSON.parse(JSON.stringify(madeSince(world, given.log.length))) as readonly MadeCall[];
    expect(calls).toHaveLength(world.log.length - given.log.length);
    const again = replay(given, calls);
    expect(again.log).toEqual(world.log);
    expect(again.state).toEqual(world.state);
  });

  test('were of every sort: made by keys and sessions, refused, and by a region that knew less', () => {
    const { log } = after(people + roles + lagging).world;
    expect(new Set(log.map(({ caller }) => caller?.type))).toEqual(
      new Set([undefined, 'Root', 'IAMUser', 'AssumedRole']),
    );
    expect(log.filter(({ known }) => known !== undefined).length).toBeGreaterThan(1);
    expect(log.map(({ error }) => error?.code)).toEqual(
      expect.arrayContaining(['AccessDenied', 'NoSuchEntity', 'EntityAlreadyExists']),
    );
  });

  test('go on from any of them', () => {
    const { world } = after(people + roles);
    const middle = Math.floor(world.log.length / 2);
    const half = { ...worldOf({ ...world, log: world.log.slice(0, middle) }, catalogue), keepsCalls: true };
    expect(replay(half, madeSince(world, middle)).log).toEqual(world.log);
  });

  test('on another account leave other ids', () => {
    const { world } = after(people);
    const other = replay({ ...given, seed: given.seed + 1 }, madeSince(world, given.log.length));
    expect(other.log.map(({ operation }) => operation)).toEqual(world.log.map(({ operation }) => operation));
    expect(other.log).not.toEqual(world.log);
  });

  test('are those that the world has kept', () => {
    const plain = after(people, freshWorld()).world;
    expect(madeSince(plain, 0)).toEqual([]);
    const then = after(wrong, { ...plain, keepsCalls: true }).world;
    expect(madeSince(then, 0)).toHaveLength(3);
    const odd = { ...then, log: then.log.map((record) => ({ ...record, again: { clock: 'noon' } })) };
    expect(madeSince(odd, 0)).toEqual([]);
  });
});

describe('a call that was stored', () => {
  const [made] = madeSince(after(people).world, given.log.length);

  test.each<[string, object]>([
    ['an unknown member', { ...made, more: 1 }],
    ['a signature that nobody can give', { ...made, signature: { by: 'magic' } }],
    ['a time that is none', { ...made, at: 'noon' }],
    ['a region that knew nothing at all', { ...made, known: 0 }],
    ['a face that is none', { ...made, face: 'start' }],
  ])('with %s is refused', (_, stored) => {
    expect(v.is(madeCallSchema, made)).toBe(true);
    expect(v.is(madeCallSchema, stored)).toBe(false);
  });

  test('that this app does not know answers as AWS would, and nothing is thrown', () => {
    const call = { ...made, operation: 'Nothing' } as MadeCall;
    expect(replay(given, [call]).log.at(-1)?.error?.code).toBe('InvalidAction');
  });
});
