import {
  accountStart,
  newWorld,
  perform,
  type AwsPolicy,
  type Performed,
  type ServiceName,
  type World,
} from '#account';
import type { JsonObject } from '#iam';

export const account = '111122223333';
export const root = `arn:aws:iam::${account}:root`;
export const start = 1_767_225_600_000;

/** AWS managed policies that tests attach. */
export const catalogue: ReadonlyMap<string, AwsPolicy> = new Map(
  [
    ['AdministratorAccess', { Effect: 'Allow', Action: '*', Resource: '*' }] as const,
    [
      'ReadOnlyAccess',
      { Effect: 'Allow', Action: ['iam:Get*', 'iam:List*', 's3:Get*', 's3:List*'], Resource: '*' },
    ] as const,
    [
      'root-task/IAMAuditRootUserCredentials',
      { Effect: 'Deny', NotAction: ['iam:GetUser', 'iam:ListAccessKeys', 'iam:ListUsers'], Resource: '*' },
    ] as const,
    ['AmazonS3ReadOnlyAccess', { Effect: 'Allow', Action: ['s3:Get*', 's3:List*'], Resource: '*' }] as const,
  ].map(([name, statement]) => [
    `arn:aws:iam::aws:policy/${name}`,
    {
      arn: `arn:aws:iam::aws:policy/${name}`,
      versionId: 'v1',
      document: { Version: '2012-10-17', Statement: [statement] },
    },
  ]),
);

/** A seeded generator of numbers in [0, 1): the same world every time. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function freshWorld(): World {
  return newWorld(
    accountStart(account, {
      name: 'Puerto Labs',
      email: 'root@puerto.example',
      at: start,
      rootPassword: 'correct horse 9!',
    }),
    start,
    catalogue,
  );
}

/** Calls `service:Operation` as a user or the root user (or, unsigned, as `nobody`), one second after the call before. */
export function call(
  world: World,
  operation: string,
  input: JsonObject,
  {
    as = root,
    region = 'us-east-1',
    mfa,
    after = 1000,
  }: {
    readonly as?: string;
    readonly region?: string;
    readonly mfa?: number;
    readonly after?: number;
  } = {},
): Performed {
  const [service = '', name = ''] = operation.split(':');
  const now = (world.log.at(-1)?.at ?? start) + after;
  return perform(
    world,
    {
      service: service as ServiceName,
      operation: name,
      input,
      signature:
        as === 'nobody'
          ? { by: 'nobody' }
          : { by: 'scenario', principal: as, ...(mfa !== undefined && { mfa }) },
      region,
      face: 'cli',
    },
    { now },
  );
}
