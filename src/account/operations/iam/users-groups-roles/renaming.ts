import { textIn } from '../../../calls/input.ts';
import { iamArn, nameKey } from '../../../calls/names.ts';
import type { Call, Operation, Outcome } from '../../../calls/operation.ts';
import { refuse, type Refusal } from '../../../calls/refusal.ts';
import type { Group, User } from '../../../state/entities.ts';
import { put, remove, type Account, type Change } from '../../../state/state.ts';
import { about, askAbout, group, user, type Kind } from '../kinds.ts';
import { trustFollows } from './trust-principals.ts';

/**
 * The row that gives a user or group another name or path: its id stays, its ARN is another. The caller needs the action
 * on the old and on the new ARN.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_users_rename.html
 */
function renaming<Entity extends { readonly name: string; readonly path: string }>(
  kind: Kind<Entity>,
  noun: 'User' | 'Group',
  table: 'users' | 'groups',
  follow: (call: Call, before: Entity, after: Entity) => readonly Change[],
): Operation {
  const name = `Update${noun}`;
  const arn = (accountId: string, one: Entity): string =>
    iamArn(accountId, noun === 'User' ? 'user' : 'group', one);
  const after = ({ input }: Call, one: Entity): Entity => ({
    ...one,
    name: textIn(input, `New${noun}Name`) ?? one.name,
    path: textIn(input, 'NewPath') ?? one.path,
  });
  const run = (call: Call, before: Entity): Outcome | Refusal => {
    const made = after(call, before);
    const taken = nameKey(made.name) !== nameKey(before.name) && call.account[table].has(nameKey(made.name));
    if (taken) return refuse('EntityAlreadyExists', `${noun} with name ${made.name} already exists.`);
    return { changes: follow(call, before, made) };
  };
  return {
    ...about(kind, name, run),
    asks: (call) => {
      const ask = askAbout(name, kind, call);
      const one = kind.find(call);
      const other = one === undefined ? ask.resource : arn(call.accountId, after(call, one));
      return other === ask.resource ? [ask] : [ask, { ...ask, resource: other }];
    },
  };
}

/** What belongs to a user goes by its name in the account's tables, and takes the new one. */
function belongings(account: Account, accountId: string, before: User, after: User): readonly Change[] {
  const own = ({ user: name }: { readonly user?: string }): boolean =>
    name !== undefined && nameKey(name) === nameKey(before.name);
  const login = account.loginProfiles.get(nameKey(before.name));
  const arn = iamArn(accountId, 'user', after);
  return [
    ...(login === undefined
      ? []
      : [
          remove(accountId, 'loginProfiles', nameKey(before.name)),
          put(accountId, 'loginProfiles', nameKey(after.name), { ...login, user: after.name }),
        ]),
    ...[...account.accessKeys]
      .filter(([, key]) => own(key))
      .map(([id, key]) => put(accountId, 'accessKeys', id, { ...key, user: after.name })),
    ...[...account.mfaDevices]
      .filter(([, device]) => own(device))
      .map(([id, device]) => put(accountId, 'mfaDevices', id, { ...device, user: after.name })),
    ...[...account.sessions]
      .filter(([, session]) => own(session))
      .map(([id, session]) =>
        put(accountId, 'sessions', id, {
          ...session,
          user: after.name,
          principal: session.kind === 'federationToken' ? session.principal : arn,
        }),
      ),
  ];
}

const updateUser = renaming<User>(user, 'User', 'users', ({ account, accountId, state }, before, after) => [
  remove(accountId, 'users', nameKey(before.name)),
  put(accountId, 'users', nameKey(after.name), after),
  ...belongings(account, accountId, before, after),
  ...trustFollows(state, iamArn(accountId, 'user', before), iamArn(accountId, 'user', after)),
]);

const updateGroup = renaming<Group>(group, 'Group', 'groups', ({ account, accountId }, before, after) => [
  remove(accountId, 'groups', nameKey(before.name)),
  put(accountId, 'groups', nameKey(after.name), after),
  ...[...account.users]
    .filter(([, { groups }]) => groups.includes(before.name))
    .map(([key, one]) =>
      put(accountId, 'users', key, {
        ...one,
        groups: one.groups.map((name) => (name === before.name ? after.name : name)),
      }),
    ),
]);

export const renamingOperations: readonly Operation[] = [updateUser, updateGroup];
