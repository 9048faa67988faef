import type { JsonObject } from '#iam';
import { organizationOf, pathTo } from '../../calls/controls.ts';
import type { AccountSettings, Tag } from '../../state/entities.ts';
import type { Control, ControlType, Member, Organization } from '../../state/organization.ts';
import type { Account, State } from '../../state/state.ts';

/** An organization as its management account keeps it: whom it is managed by, its tables, its own row. */
export type Chart = NonNullable<ReturnType<typeof organizationOf>>;

/** A place in an organization to which policies and tags attach: the root, a unit, an account. */
export interface Place {
  readonly kind: 'ROOT' | 'ORGANIZATIONAL_UNIT' | 'ACCOUNT';
  readonly id: string;
  readonly name: string;
  /** Id of the place above; the root has none. */
  readonly parent?: string;
  readonly tags: readonly Tag[];
}

const arnKinds = { ROOT: 'root', ORGANIZATIONAL_UNIT: 'ou', ACCOUNT: 'account' } as const;

/** The organization the account is in, whether it manages it or not. */
export function chartOf(state: State, account: string): Chart | undefined {
  return organizationOf(state, account);
}

/** The root, unit or account with the id; undefined where the organization has none. */
export function placeInOrganization({ tables, organization }: Chart, id: string): Place | undefined {
  if (id === organization.rootId) return { kind: 'ROOT', id, name: 'Root', tags: organization.tags };
  const unit = tables.units.get(id);
  if (unit !== undefined) return { kind: 'ORGANIZATIONAL_UNIT', ...unit };
  const member = tables.members.get(id);
  return member && { kind: 'ACCOUNT', ...member };
}

/** ARN of what an id names, also where there is no such thing. */
export function placeArn({ management, organization }: Chart, id: string): string {
  const kind = id.startsWith('r-') ? 'ROOT' : id.startsWith('ou-') ? 'ORGANIZATIONAL_UNIT' : 'ACCOUNT';
  return `arn:aws:organizations::${management}:${arnKinds[kind]}/${organization.id}/${id}`;
}

/** Places right below a root or unit, in the order they came to be. */
export function below({ tables }: Chart, parent: string): { units: string[]; accounts: string[] } {
  const ids = (rows: Iterable<{ id: string; parent: string }>): string[] =>
    [...rows].filter((row) => row.parent === parent).map(({ id }) => id);
  return { units: ids(tables.units.values()), accounts: ids(tables.members.values()) };
}

/** Ids from the root down to a place, both included. */
export function pathOf({ tables, organization }: Chart, id: string, parent: string): string {
  return `${organization.id}/${pathTo(tables, organization, { id, parent } as Member).join('/')}/`;
}

/**
 * The policies that AWS attaches to every root, unit and account of an organization with the type.
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html
 */
export function fullAccess(type: ControlType, targets: readonly string[]): Control {
  const scp = type === 'SERVICE_CONTROL_POLICY';
  const principal = scp ? '' : '"Principal":"*",';
  return {
    id: fullAccessId[type],
    name: scp ? 'FullAWSAccess' : 'RCPFullAWSAccess',
    description: scp ? 'Allows access to every operation' : 'Allows access to every resource',
    type,
    content: `{"Version":"2012-10-17","Statement":[{"Effect":"Allow",${principal}"Action":"*","Resource":"*"}]}`,
    awsManaged: true,
    targets,
    tags: [],
  };
}

export const fullAccessId = {
  SERVICE_CONTROL_POLICY: 'p-FullAWSAccess',
  RESOURCE_CONTROL_POLICY: 'p-RCPFullAWSAccess',
} as const;

export function policyArn({ management, organization }: Chart, { id, type, awsManaged }: Control): string {
  const whose = awsManaged ? 'aws:policy' : `${management}:policy/${organization.id}`;
  return `arn:aws:organizations::${whose}/${type.toLowerCase()}/${id}`;
}

/** The settings of an account that is in no organization any more. */
export function alone(settings: AccountSettings): AccountSettings {
  const { managedBy, ...rest } = settings;
  return managedBy === undefined ? settings : rest;
}

/** All ids of an organization to which policies can be attached. */
export function allPlaces(tables: Account, { rootId }: Organization): readonly string[] {
  return [rootId, ...tables.units.keys(), ...tables.members.keys()];
}

export function rootOutput(chart: Chart): JsonObject {
  const { organization } = chart;
  return {
    Id: organization.rootId,
    Arn: placeArn(chart, organization.rootId),
    Name: 'Root',
    PolicyTypes: organization.enabledTypes.map((Type) => ({ Type, Status: 'ENABLED' })),
  };
}

export function organizationOutput(
  { management, organization }: Omit<Chart, 'tables'>,
  email: string,
): JsonObject {
  const { id, features } = organization;
  return {
    Id: id,
    Arn: `arn:aws:organizations::${management}:organization/${id}`,
    FeatureSet: features,
    MasterAccountArn: `arn:aws:organizations::${management}:account/${id}/${management}`,
    MasterAccountId: management,
    MasterAccountEmail: email,
    AvailablePolicyTypes: features === 'ALL' ? [{ Type: 'SERVICE_CONTROL_POLICY', Status: 'ENABLED' }] : [],
  };
}

export function accountOutput(chart: Chart, member: Member): JsonObject {
  return {
    Id: member.id,
    Arn: placeArn(chart, member.id),
    Email: member.email,
    Name: member.name,
    Status: member.status,
    State: member.status,
    Paths: [pathOf(chart, member.id, member.parent)],
    JoinedMethod: member.method,
    JoinedTimestamp: member.joined,
  };
}
