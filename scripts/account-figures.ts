import {
  accountStart,
  newWorld,
  perform,
  put,
  readWorld,
  saveWorld,
  worldOf,
  type Change,
  type World,
} from '#account';
import type { JsonObject } from '#iam';

const account = '111122223333';
const start = 1_767_225_600_000;
const document = (action: string): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: action, Resource: '*' }] });

/** An account of a middling company: 1,000 users in 20 groups, 300 roles, 500 policies. */
function company(): World {
  const changes: Change[] = [
    ...accountStart(account, { name: 'Puerto Labs', email: 'root@puerto.example', at: start }),
  ];
  const base = (name: string, id: string) => ({ name, path: '/', id: id.padEnd(21, 'A'), created: start });
  const arn = (index: number): string => `arn:aws:iam::${account}:policy/p${index % 500}`;
  for (let index = 0; index < 500; index += 1) {
    const versions = [{ id: 'v1', document: document(index === 0 ? '*' : `s3:Get*`), created: start }];
    const one = { arn: arn(index), updated: start, tags: [], versions, defaultVersion: 'v1', nextVersion: 2 };
    changes.push(put(account, 'policies', `p${index}`, { ...base(`p${index}`, `ANPA${index}`), ...one }));
  }
  for (let index = 0; index < 20; index += 1) {
    const attached = [arn(index), arn(index + 20)];
    changes.push(
      put(account, 'groups', `g${index}`, { ...base(`g${index}`, `AGPA${index}`), attached, inline: {} }),
    );
  }
  for (let index = 0; index < 1000; index += 1) {
    const own = {
      tags: [],
      groups: [`g${index % 20}`],
      attached: [arn(index)],
      inline: { own: document('iam:Get*') },
    };
    changes.push(put(account, 'users', `u${index}`, { ...base(`u${index}`, `AIDA${index}`), ...own }));
  }
  const trust = JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${account}:root` }, Action: 'sts:AssumeRole' },
    ],
  });
  for (let index = 0; index < 300; index += 1) {
    const own = { tags: [], attached: [arn(index)], inline: {}, trust, maxSession: 3600 };
    changes.push(put(account, 'roles', `r${index}`, { ...base(`r${index}`, `AROA${index}`), ...own }));
  }
  return newWorld(changes, start, new Map());
}

function median(times: readonly number[]): number {
  return [...times].sort((left, right) => left - right)[Math.floor(times.length / 2)] ?? 0;
}

/** Figures of the simulated account: one call on a full account, and the load of a long log. */
export function accountFigures(print: (name: string, value: number, unit: string) => void): void {
  let world = company();
  const as = (user: string) =>
    ({ by: 'scenario', principal: `arn:aws:iam::${account}:user/${user}` }) as const;
  const make = (operation: string, input: JsonObject, user = 'u0'): void => {
    const now = (world.log.at(-1)?.at ?? start) + 1000;
    const request = {
      service: 'iam',
      operation,
      input,
      signature: as(user),
      region: 'us-east-1',
      face: 'cli',
    } as const;
    ({ world } = perform(world, request, { now }));
  };
  const calls: (() => void)[] = [
    () => make('GetUser', { UserName: 'u7' }, 'u5'),
    () => make('TagUser', { UserName: 'u9', Tags: [{ Key: 'team', Value: String(world.log.length) }] }),
    () => make('ListUsers', {}),
    () => make('CreateUser', { UserName: `n${world.log.length}` }),
    () => make('DeleteUser', { UserName: 'u3' }, 'u4'),
  ];
  const times: number[] = [];
  for (let round = 0; round < 400; round += 1)
    for (const call of calls) {
      const before = performance.now();
      call();
      if (round >= 40) times.push(performance.now() - before);
    }
  while (world.log.length < 10_000)
    make('TagUser', { UserName: `u${world.log.length % 1000}`, Tags: [{ Key: 'n', Value: '1' }] });
  const saved = saveWorld(world);
  const loads = Array.from({ length: 5 }, () => {
    const before = performance.now();
    const read = readWorld(saved);
    if ('log' in read) worldOf(read, new Map());
    return performance.now() - before;
  });
  print('account: one call, 1,000 users, 300 roles, 500 policies', median(times), 'ms');
  print('account: 10,000 records read and folded', median(loads), 'ms');
}
