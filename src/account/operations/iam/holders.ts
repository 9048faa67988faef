import type { RequestContext } from '#iam';
import { nameKey } from '../../calls/names.ts';
import type { Call, Operation, Outcome } from '../../calls/operation.ts';
import { refuse, type Refusal } from '../../calls/refusal.ts';
import type { Group, Permissions, Role, User } from '../../state/entities.ts';
import { put, type Change } from '../../state/state.ts';
import { boundaryKey } from './boundary.ts';
import { about, group, role, user, type Kind } from './kinds.ts';

/** What permissions hang on: a user, a group or a role. */
export type HolderEntity = Permissions & {
  readonly name: string;
  readonly path: string;
  readonly boundary?: string;
};

/** A kind of entity that has policies, with its quotas. */
export interface Holder<Entity extends HolderEntity> {
  readonly noun: 'User' | 'Group' | 'Role';
  readonly kind: Kind<Entity>;
  readonly write: (account: string, entity: Entity) => Change;
  /** Managed policies that may be attached. */
  readonly maxAttached: number;
  /** Characters of all inline policies together. */
  readonly maxInline: number;
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
export const userHolder: Holder<User> = {
  noun: 'User',
  kind: user,
  write: (account, one) => put(account, 'users', nameKey(one.name), one),
  maxAttached: 10,
  maxInline: 2048,
};

export const groupHolder: Holder<Group> = {
  noun: 'Group',
  kind: group,
  write: (account, one) => put(account, 'groups', nameKey(one.name), one),
  maxAttached: 10,
  maxInline: 5120,
};

export const roleHolder: Holder<Role> = {
  noun: 'Role',
  kind: role,
  write: (account, one) => put(account, 'roles', nameKey(one.name), one),
  maxAttached: 20,
  maxInline: 10_240,
};

/**
 * AWS's refusal to change a role that a service or IAM Identity Center owns; undefined for all others.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html
 */
export function protectedRole({
  name,
  path,
}: {
  readonly name: string;
  readonly path: string;
}): Refusal | undefined {
  return isReservedPath(path)
    ? refuse(
        'UnmodifiableEntity',
        `Cannot perform the operation on the protected role '${name}' - this role is only modifiable by AWS`,
      )
    : undefined;
}

/** Paths of roles that only AWS makes. */
export function isReservedPath(path: string): boolean {
  return path.startsWith('/aws-service-role/') || path.startsWith('/aws-reserved/');
}

/**
 * A row that changes what a user, group or role has: its permissions boundary is a condition key, and a protected role
 * stays as it is.
 */
export function changing<Entity extends HolderEntity>(
  { kind, noun }: Pick<Holder<Entity>, 'kind' | 'noun'>,
  name: string,
  run: (call: Call, entity: Entity) => Outcome | Refusal,
  context: (call: Call) => RequestContext = () => ({}),
): Operation {
  return about(
    kind,
    name,
    (call, one) => (noun === 'Role' ? protectedRole(one) : undefined) ?? run(call, one),
    { context: (call, one) => ({ ...boundaryKey(one), ...context(call) }) },
  );
}
