import type { JsonValue, PolicySet, PolicyType } from '#iam';
import type { Permissions } from '../state/entities.ts';
import { accountOf, type Account, type State } from '../state/state.ts';
import type { World } from '../state/world.ts';
import type { Caller } from './caller.ts';
import { controlLevels, managementOf } from './controls.ts';
import { documentOf, named } from './documents.ts';
import { nameKey } from './names.ts';
import { resourcePolicy } from './resource-policy.ts';

/**
 * The default version of a managed policy, the customer's or AWS's; undefined where the region knows none by the ARN.
 * `group` is the group it comes through.
 */
export function managedDocument(
  world: World,
  account: Account,
  arn: string,
  type: PolicyType,
  group?: string,
): JsonValue | undefined {
  const aws = world.catalogue.get(arn);
  const name = arn.slice(arn.lastIndexOf('/') + 1);
  const origin = { name, arn, ...(group !== undefined && { group }) };
  if (aws !== undefined) return named(aws.document, origin);
  const policy = account.policies.get(nameKey(name));
  const version = policy?.versions.find(({ id }) => id === policy.defaultVersion);
  return version === undefined ? undefined : named(documentOf(version.document, type), origin);
}

function granted(
  world: World,
  account: Account,
  { attached, inline }: Permissions,
  group?: string,
): JsonValue[] {
  return [
    ...Object.entries(inline).map(([name, text]) =>
      named(documentOf(text, 'identity'), { name, ...(group !== undefined && { group }) }),
    ),
    ...attached
      .map((arn) => managedDocument(world, account, arn, 'identity', group))
      .filter((found) => found !== undefined),
  ];
}

/** The documents that grant a user or a role its permissions: its own, and those of a user's groups. */
export function identityDocuments(
  world: World,
  account: Account,
  principal: Permissions & { groups?: readonly string[] },
): JsonValue[] {
  const groups = (principal.groups ?? []).map((name) => account.groups.get(nameKey(name)));
  return [
    ...granted(world, account, principal),
    ...groups.flatMap((group) => (group === undefined ? [] : granted(world, account, group, group.name))),
  ];
}

/** The user or role whose policies are the caller's; undefined for root users, services and anonymous callers. */
function holderOf(
  account: Account,
  caller: Caller,
): (Permissions & { readonly boundary?: string; readonly groups?: readonly string[] }) | undefined {
  if (caller.kind === 'roleSession') return account.roles.get(nameKey(caller.session?.role ?? ''));
  return caller.user === '' ? undefined : account.users.get(nameKey(caller.user));
}

/**
 * What the account's password policy itself grants: where it lets users change their own passwords, each may, and may read
 * the rules.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_enable-user-change.html
 */
function selfService(account: Account, { kind, arn }: Caller): readonly JsonValue[] {
  const { passwordPolicy } = account.settings.get('account') ?? {};
  if (kind !== 'user' || passwordPolicy?.AllowUsersToChangePassword !== true) return [];
  const Statement = [
    { Effect: 'Allow', Action: 'iam:ChangePassword', Resource: arn },
    { Effect: 'Allow', Action: 'iam:GetAccountPasswordPolicy', Resource: '*' },
  ];
  return [named({ Version: '2012-10-17', Statement }, { name: 'account password policy' })];
}

/**
 * All policies that apply when the caller asks for something of the resource, as the state has them.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function policiesFor(
  world: World,
  state: State,
  caller: Caller,
  resource: string,
  owner: string,
  action: string,
): PolicySet {
  const account = accountOf(state, caller.account);
  const holder = holderOf(account, caller);
  const boundary =
    holder?.boundary === undefined
      ? undefined
      : (managedDocument(world, account, holder.boundary, 'boundary') ?? holder.boundary);
  const session = caller.session?.policies?.map((text, index) =>
    named(documentOf(text, 'session'), { name: `session policy ${index + 1}` }),
  );
  const found = resourcePolicy(state, owner, resource);
  // A role's trust policy says who assumes the role, not who changes it.
  const granting = found?.type === 'trust' && !/^sts:/i.test(action) ? undefined : found;
  const management = managementOf(state, caller.account) ?? managementOf(state, owner);
  return {
    identity: [
      ...(holder === undefined ? [] : identityDocuments(world, account, holder)),
      ...selfService(account, caller),
    ],
    ...(boundary !== undefined && { boundary }),
    ...(session !== undefined && { session }),
    ...(granting !== undefined && {
      resource: named(documentOf(granting.text, granting.type), { name: granting.name }),
    }),
    scps: controlLevels(state, caller.account, 'SERVICE_CONTROL_POLICY'),
    rcps: controlLevels(state, owner, 'RESOURCE_CONTROL_POLICY'),
    ...(management !== undefined && { managementAccount: management }),
  };
}
