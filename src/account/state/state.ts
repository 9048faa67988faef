import type {
  AccessKey,
  AccountSettings,
  Group,
  InstanceProfile,
  LoginProfile,
  ManagedPolicy,
  MfaDevice,
  OidcProvider,
  Role,
  SamlProvider,
  Session,
  User,
} from './entities.ts';
import type { Control, Member, Organization, OrganizationalUnit } from './organization.ts';
import type { Bucket, Instance, KmsKey, LambdaFunction, Queue, StoredObject, Thing, Topic } from './resources.ts';

/** The tables of one account, and what stands in a row of each. Keys of named IAM entities are lower case. */
export interface Rows {
  readonly settings: AccountSettings;
  readonly users: User;
  readonly groups: Group;
  readonly roles: Role;
  readonly instanceProfiles: InstanceProfile;
  readonly policies: ManagedPolicy;
  readonly loginProfiles: LoginProfile;
  readonly accessKeys: AccessKey;
  readonly mfaDevices: MfaDevice;
  readonly samlProviders: SamlProvider;
  readonly oidcProviders: OidcProvider;
  readonly sessions: Session;
  readonly organization: Organization;
  readonly units: OrganizationalUnit;
  readonly members: Member;
  readonly controls: Control;
  readonly buckets: Bucket;
  readonly objects: StoredObject;
  readonly keys: KmsKey;
  readonly queues: Queue;
  readonly topics: Topic;
  readonly functions: LambdaFunction;
  readonly instances: Instance;
  readonly things: Thing;
}
export type TableName = keyof Rows;
export type Account = { readonly [Name in TableName]: ReadonlyMap<string, Rows[Name]> };

/** All accounts of a world, by account id. A state is never changed: a change makes another. */
export type State = ReadonlyMap<string, Account>;

/** One row written or, with `null`, removed. A call's changes are all there is to replay of it. */
export type Change = {
  readonly [Name in TableName]: {
    readonly account: string;
    readonly table: Name;
    readonly key: string;
    readonly value: Rows[Name] | null;
  };
}[TableName];

export const tableNames: readonly TableName[] = [
  'settings',
  'users',
  'groups',
  'roles',
  'instanceProfiles',
  'policies',
  'loginProfiles',
  'accessKeys',
  'mfaDevices',
  'samlProviders',
  'oidcProviders',
  'sessions',
  'organization',
  'units',
  'members',
  'controls',
  'buckets',
  'objects',
  'keys',
  'queues',
  'topics',
  'functions',
  'instances',
  'things',
];

const none: Account = Object.fromEntries(tableNames.map((name) => [name, new Map()])) as unknown as Account;

/** An account of the state; one without any row where the state does not know it. */
export function accountOf(state: State, id: string): Account {
  return state.get(id) ?? none;
}

/** The state after the changes. Tables that no change touches are shared with the state before. */
export function changed(state: State, changes: readonly Change[]): State {
  if (changes.length === 0) return state;
  const accounts = new Map(state);
  const own = new Set<unknown>();
  for (const { account: id, table, key, value } of changes) {
    let account = accounts.get(id) ?? none;
    let rows: ReadonlyMap<string, unknown> = account[table];
    if (!own.has(rows)) {
      rows = new Map(rows);
      own.add(rows);
      account = { ...account, [table]: rows };
      accounts.set(id, account);
    }
    // Invariant: `rows` was made above, in this call; nobody else holds it yet.
    if (value === null) (rows as Map<string, unknown>).delete(key);
    else (rows as Map<string, unknown>).set(key, value);
  }
  return accounts;
}

/** The change that writes a row. */
export function put<Name extends TableName>(
  account: string,
  table: Name,
  key: string,
  value: Rows[Name],
): Change {
  return { account, table, key, value } as unknown as Change;
}

/** The change that removes a row. */
export function remove(account: string, table: TableName, key: string): Change {
  return { account, table, key, value: null };
}
