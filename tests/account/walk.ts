import {
  accountOf,
  operations,
  perform,
  serviceModel,
  withLag,
  type Account,
  type ServiceName,
  type Signature,
  type World,
} from '#account';
import type { JsonObject, JsonValue } from '#iam';
import { stateAfter } from '../../src/account/state/world.ts';
import { hardwareToken } from '../../src/account/tokens/hardware-token.ts';
import { codeAt } from '../../src/account/tokens/totp.ts';
import { account, freshWorld, root, seeded } from './fresh-world.ts';

/** Documents that random calls write: good ones, narrow ones, and one that IAM refuses. */
const statement = (Effect: string, Action: string): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect, Action, Resource: '*' }] });
const identityPolicies = [
  statement('Allow', '*'),
  statement('Allow', 'iam:List*'),
  statement('Deny', 'iam:Delete*'),
  '{',
];
const trustPolicies = ['root', 'user/ana'].map((who) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${account}:${who}` }, Action: 'sts:AssumeRole' },
    ],
  }),
);
const people = ['ana', 'bruno', 'carla', 'diego'];
const groups = ['devs', 'ops', 'audit'];
const roles = ['Deployer', 'Reader', 'Breakglass'];
const buckets = ['puerto-media', 'puerto-home'];

type Random = () => number;
function pick<Value>(values: readonly Value[], random: Random): Value {
  return values[Math.floor(random() * values.length)]!;
}

/** Texts that members of that name are filled with: mostly those that something in the account has. */
function candidates(name: string, world: World): readonly string[] | undefined {
  const own = accountOf(world.state, account);
  const devices = [...own.mfaDevices.values()];
  const arns = [...own.policies.values()].map(({ arn }) => arn);
  const now = world.log.at(-1)!.at + 1000;
  const tokens = ['GAHT10000001', 'GAHT10000002'];
  const seeded = [...devices, ...tokens.flatMap((serial) => hardwareToken(serial, now) ?? [])];
  const codes = (offset: number): string[] =>
    seeded.flatMap(({ seed }) => (seed === undefined ? [] : [codeAt(seed, now + offset * 30_000)]));
  switch (name) {
    case 'UserName':
    case 'NewUserName':
      return people;
    case 'GroupName':
    case 'NewGroupName':
      return groups;
    case 'RoleName':
      return roles;
    case 'InstanceProfileName':
      return ['Web', 'Batch'];
    case 'PolicyName':
      return ['P1', 'P2', 'P3'];
    case 'PolicyArn':
    case 'PermissionsBoundary':
      return [...arns, 'arn:aws:iam::aws:policy/AdministratorAccess', `arn:aws:iam::${account}:policy/None`];
    case 'VersionId':
      return ['v1', 'v2', 'v3', 'v4', 'v5', 'v6', 'v7'];
    case 'AccessKeyId':
      return [...own.accessKeys.keys(), 'AKIAAAAAAAAAAEXAMPLE'];
    case 'SerialNumber':
      return [...own.mfaDevices.keys(), ...tokens, `arn:aws:iam::${account}:mfa/none`];
    case 'VirtualMFADeviceName':
      return people;
    case 'AuthenticationCode1':
    case 'TokenCode':
      return [...codes(0), '000000'];
    case 'AuthenticationCode2':
      return [...codes(1), '000000'];
    case 'AssumeRolePolicyDocument':
      return trustPolicies;
    case 'PolicyDocument':
    case 'Policy':
    case 'Content':
      return identityPolicies;
    case 'RoleArn':
      return [...own.roles.values()].map((role) => `arn:aws:iam::${account}:role${role.path}${role.name}`);
    case 'Password':
    case 'NewPassword':
    case 'OldPassword':
      return ['Correct-horse-9', 'Battery-staple-8', 'weak'];
    case 'Path':
    case 'NewPath':
    case 'PathPrefix':
      return ['/', '/team/'];
    case 'Bucket':
      return buckets;
    default:
      return undefined;
  }
}

function valueFor(
  service: ServiceName,
  shapeName: string,
  name: string,
  world: World,
  random: Random,
): JsonValue {
  const model = serviceModel(service);
  const shape = model.shapes[shapeName]!;
  const known = shape.type === 'string' ? candidates(name, world) : undefined;
  if (known !== undefined && known.length > 0) return pick(known, random);
  switch (shape.type) {
    case 'structure':
      return inputFor(service, shapeName, world, random);
    case 'list':
      return Array.from({ length: Math.max(1, shape.min ?? 1) }, () =>
        valueFor(service, shape.member!, name, world, random),
      );
    case 'map':
      return {};
    case 'boolean':
      return random() < 0.5;
    case 'integer':
    case 'long':
    case 'float':
    case 'double':
    case 'timestamp':
      return (shape.min ?? 1) + Math.floor(random() * Math.min(50, (shape.max ?? 50) - (shape.min ?? 1) + 1));
    default:
      return shape.enum === undefined ? pick(['alpha', 'beta', 'gamma'], random) : pick(shape.enum, random);
  }
}

/** A random input of a shape: what is required, some of the rest that the account has values for, and now and then nonsense. */
function inputFor(
  service: ServiceName,
  shapeName: string | undefined,
  world: World,
  random: Random,
): JsonObject {
  const shape = shapeName === undefined ? undefined : serviceModel(service).shapes[shapeName];
  const members = Object.entries(shape?.members ?? {}).filter(
    ([name]) =>
      shape?.required?.includes(name) === true ||
      random() < (candidates(name, world) === undefined ? 0.03 : 0.25),
  );
  return Object.fromEntries(members.map(([name, of]) => [name, valueFor(service, of, name, world, random)]));
}

/** An account with most of what random calls are about; some of it is missing, so that it is created on the way. */
function startingWorld(random: Random): World {
  const first: readonly (readonly [ServiceName, string, JsonObject])[] = [
    ...people.map((UserName) => ['iam', 'CreateUser', { UserName }] as const),
    ...groups.map((GroupName) => ['iam', 'CreateGroup', { GroupName }] as const),
    ...roles.map(
      (RoleName) =>
        ['iam', 'CreateRole', { RoleName, AssumeRolePolicyDocument: pick(trustPolicies, random) }] as const,
    ),
    ...['P1', 'P2'].map(
      (PolicyName) => ['iam', 'CreatePolicy', { PolicyName, PolicyDocument: identityPolicies[0]! }] as const,
    ),
    ...buckets.map((Bucket) => ['s3', 'CreateBucket', { Bucket }] as const),
  ];
  let world = freshWorld();
  for (const [service, operation, input] of first) {
    if (random() < 0.3) continue;
    const request = { service, operation, input, region: 'us-east-1', face: 'cli' as const };
    const now = world.log.at(-1)!.at + 1000;
    ({ world } = perform(world, { ...request, signature: { by: 'scenario', principal: root } }, { now }));
  }
  return withLag(world, 'eu-west-1', 20_000, world.log.at(-1)!.at);
}

function signatureFor(world: World, random: Random): Signature {
  const chance = random();
  if (chance < 0.55) return { by: 'scenario', principal: root };
  const sessions = [...accountOf(world.state, account).sessions.keys()];
  if (chance < 0.7 && sessions.length > 0) return { by: 'console', session: pick(sessions, random) };
  const principal = `arn:aws:iam::${account}:user/${pick(people, random)}`;
  const now = world.log.at(-1)!.at;
  return { by: 'scenario', principal, ...(random() < 0.3 && { mfa: now }) };
}

/** What does not hold in an account; nothing, unless there is a bug. */
function broken(own: Account): readonly string[] {
  const problems: string[] = [];
  const must = (holds: boolean, what: string): void => {
    if (!holds) problems.push(what);
  };
  const policy = (arn: string): boolean =>
    arn.startsWith('arn:aws:iam::aws:') || [...own.policies.values()].some((one) => one.arn === arn);
  for (const holder of [...own.users.values(), ...own.groups.values(), ...own.roles.values()]) {
    must(holder.attached.every(policy), `${holder.name}: attached to a policy that is not there`);
    must(holder.attached.length <= 10, `${holder.name}: more than ten managed policies`);
  }
  for (const user of own.users.values()) {
    must(
      user.groups.every((name) => own.groups.has(name.toLowerCase())),
      `${user.name}: in a group that is not there`,
    );
    must(user.groups.length <= 10, `${user.name}: in more than ten groups`);
    const keys = [...own.accessKeys.values()].filter(
      (key) => key.user.toLowerCase() === user.name.toLowerCase(),
    );
    must(keys.length <= 2, `${user.name}: more than two keys`);
    const devices = [...own.mfaDevices.values()].filter(
      (one) => one.user?.toLowerCase() === user.name.toLowerCase(),
    );
    must(devices.length <= 8, `${user.name}: more than eight devices`);
  }
  for (const [table, rows] of [
    ['key', own.accessKeys],
    ['password', own.loginProfiles],
    ['device', own.mfaDevices],
  ] as const)
    for (const { user } of rows.values())
      must(
        user === undefined || user === '' || own.users.has(user.toLowerCase()),
        `a ${table} of ${user ?? ''}, who is not there`,
      );
  for (const profile of own.instanceProfiles.values())
    must(
      profile.role === undefined || own.roles.has(profile.role.toLowerCase()),
      `${profile.name}: holds a role that is not there`,
    );
  for (const one of own.policies.values()) {
    must(one.versions.length <= 5, `${one.name}: more than five versions`);
    must(
      one.versions.some(({ id }) => id === one.defaultVersion),
      `${one.name}: its default version is not there`,
    );
  }
  return problems;
}

/** One walk: random calls by random principals on a fresh account. Says what does not hold; nothing, unless there is a bug. */
export function walk(
  seed: number,
  calls: number,
): { readonly problems: readonly string[]; readonly allowed: number } {
  const random = seeded(seed);
  let world = startingWorld(random);
  const rows = operations.filter(({ service }) => service === 'iam' || service === 'sts' || random() < 0.2);
  const problems: string[] = [];
  let allowed = 0;
  for (let step = 0; step < calls; step += 1) {
    const { service, name } = pick(rows, random);
    const input = inputFor(service, serviceModel(service).operations[name]?.input, world, random);
    const region = random() < 0.3 ? 'eu-west-1' : 'us-east-1';
    const before = world.state;
    const now = world.log.at(-1)!.at + Math.floor(random() * 9000);
    const done = perform(
      world,
      { service, operation: name, input, signature: signatureFor(world, random), region, face: 'cli' },
      { now },
    );
    ({ world } = done);
    if (done.error === undefined) allowed += 1;
    else if (world.state !== before) problems.push(`${service}:${name} was refused and changed the account`);
    const found = broken(accountOf(world.state, account));
    if (found.length > 0)
      problems.push(`after ${service}:${name} ${JSON.stringify(input)}: ${found.join('; ')}`);
    if (problems.length > 0) break;
  }
  if (!same(stateAfter(world.log), world.state)) problems.push('replaying the log gives another state');
  const replica = world.replicas['eu-west-1'];
  if (replica !== undefined && !same(stateAfter(world.log, replica.applied), replica.state))
    problems.push('the replica is no prefix of the log');
  return { problems: problems.map((problem) => `seed ${seed}: ${problem}`), allowed };
}

function same(left: World['state'], right: World['state']): boolean {
  return JSON.stringify(plain(left)) === JSON.stringify(plain(right));
}
function plain(state: World['state']): unknown {
  return [...state].map(([id, tables]) => [
    id,
    Object.entries(tables).map(([name, rows]) => [name, [...rows]]),
  ]);
}
