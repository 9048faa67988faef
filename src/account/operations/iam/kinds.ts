import type { JsonObject, RequestContext } from '#iam';
import { text, textIn } from '../../calls/input.ts';
import { iamArn, nameKey } from '../../calls/names.ts';
import type { Call, Operation, Outcome } from '../../calls/operation.ts';
import { refuse, type Refusal } from '../../calls/refusal.ts';
import { tagKeys } from '../../calls/tag-set.ts';
import type { Group, InstanceProfile, ManagedPolicy, Role, Tag, User } from '../../state/entities.ts';
import type { Ask } from '../../state/record.ts';

/** A kind of IAM entity that operations are about: how a call names it, finds it, and misses it. */
export interface Kind<Entity> {
  readonly find: (call: Call) => Entity | undefined;
  /** ARN that policies see, also where there is no such entity. */
  readonly arn: (call: Call) => string;
  readonly missing: (call: Call) => Refusal;
  readonly tags?: (entity: Entity) => readonly Tag[];
  /** AWS's refusal of a call that does not name one rightly, before anything is asked. */
  readonly invalid?: (call: Call) => Refusal | undefined;
}

function noSuch(kind: string, name: string): Refusal {
  return refuse('NoSuchEntity', `The ${kind} with name ${name} cannot be found.`);
}

/** The user a call names; without a name, the one who calls, where AWS lets the name be left out. */
export const user: Kind<User> = {
  find: (call) => call.account.users.get(nameKey(textIn(call.input, 'UserName') ?? call.caller.user)),
  arn: (call) => {
    const name = textIn(call.input, 'UserName') ?? call.caller.user;
    if (name === '' && call.caller.kind === 'root') return call.caller.arn;
    return iamArn(call.accountId, 'user', user.find(call) ?? { path: '/', name });
  },
  missing: ({ input, caller }) => noSuch('user', textIn(input, 'UserName') ?? caller.user),
  tags: ({ tags }) => tags,
};

export const group: Kind<Group> = {
  find: ({ account, input }) => account.groups.get(nameKey(text(input, 'GroupName'))),
  arn: (call) =>
    iamArn(call.accountId, 'group', group.find(call) ?? { path: '/', name: text(call.input, 'GroupName') }),
  missing: ({ input }) => noSuch('group', text(input, 'GroupName')),
};

export const role: Kind<Role> = {
  find: ({ account, input }) => account.roles.get(nameKey(text(input, 'RoleName'))),
  arn: (call) =>
    iamArn(call.accountId, 'role', role.find(call) ?? { path: '/', name: text(call.input, 'RoleName') }),
  missing: ({ input }) => noSuch('role', text(input, 'RoleName')),
  tags: ({ tags }) => tags,
};

export const instanceProfile: Kind<InstanceProfile> = {
  find: ({ account, input }) => account.instanceProfiles.get(nameKey(text(input, 'InstanceProfileName'))),
  arn: (call) =>
    iamArn(
      call.accountId,
      'instance-profile',
      instanceProfile.find(call) ?? { path: '/', name: text(call.input, 'InstanceProfileName') },
    ),
  missing: ({ input }) =>
    refuse('NoSuchEntity', `Instance Profile ${text(input, 'InstanceProfileName')} cannot be found.`),
  tags: ({ tags }) => tags,
};

/** A customer managed policy, named by its ARN. */
export const policy: Kind<ManagedPolicy> = {
  find: ({ account, input }) => {
    const arn = text(input, 'PolicyArn');
    const found = account.policies.get(nameKey(arn.slice(arn.lastIndexOf('/') + 1)));
    return found?.arn === arn ? found : undefined;
  },
  arn: ({ input }) => text(input, 'PolicyArn'),
  missing: ({ input }) => refuse('NoSuchEntity', `Policy ${text(input, 'PolicyArn')} was not found.`),
  tags: ({ tags }) => tags,
};

/** The question of an IAM operation about an entity: its own action on the entity's ARN, with the entity's tags. */
export function askAbout<Entity>(
  name: string,
  kind: Kind<Entity>,
  call: Call,
  context?: RequestContext,
): Ask {
  const entity = kind.find(call);
  const tags = entity === undefined ? [] : (kind.tags?.(entity) ?? []);
  return { action: `iam:${name}`, resource: kind.arn(call), context: { ...tagKeys(tags), ...context } };
}

/**
 * A row about one entity that must be there: the caller needs the action on its ARN, and `NoSuchEntity` is AWS's
 * answer where it is not.
 */
export function about<Entity>(
  kind: Kind<Entity>,
  name: string,
  run: (call: Call, entity: Entity) => Outcome | Refusal,
  more: { readonly reads?: true; readonly context?: (call: Call, entity?: Entity) => RequestContext } = {},
): Operation {
  return {
    service: 'iam',
    name,
    ...(more.reads && { reads: true }),
    asks: (call) =>
      kind.invalid?.(call) ?? [askAbout(name, kind, call, more.context?.(call, kind.find(call)))],
    run: (call) => {
      const entity = kind.find(call);
      return entity === undefined ? kind.missing(call) : run(call, entity);
    },
  };
}

/** One page of a list, as IAM gives it: at most `MaxItems` (100 unless told), from `Marker` on. */
export function page(
  input: JsonObject,
  name: string,
  all: readonly JsonObject[] | readonly string[],
): JsonObject {
  const from = Number(textIn(input, 'Marker') ?? '0');
  const maxItems = typeof input['MaxItems'] === 'number' ? input['MaxItems'] : 100;
  const rest = all.length > from + maxItems;
  return {
    [name]: all.slice(from, from + maxItems),
    IsTruncated: rest,
    ...(rest && { Marker: String(from + maxItems) }),
  };
}

/** AWS's refusal where a quota is used up. */
export function overQuota(name: string, quota: number): Refusal {
  return refuse('LimitExceeded', `Cannot exceed quota for ${name}: ${quota}`);
}
