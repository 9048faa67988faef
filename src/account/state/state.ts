import type * as v from 'valibot';
import {
  accessKeyRow,
  accountSettingsRow,
  groupRow,
  instanceProfileRow,
  loginProfileRow,
  managedPolicyRow,
  mfaDeviceRow,
  oidcProviderRow,
  roleRow,
  samlProviderRow,
  sessionRow,
  userRow,
} from './entities.ts';
import { controlRow, memberRow, organizationalUnitRow, organizationRow } from './organization.ts';
import {
  bucketRow,
  functionRow,
  instanceRow,
  kmsKeyRow,
  objectRow,
  queueRow,
  thingRow,
  topicRow,
} from './resources.ts';

/** The tables of one account, and the schema of a row of each. Keys of named IAM entities are lower case. */
export const tables = {
  settings: accountSettingsRow,
  users: userRow,
  groups: groupRow,
  roles: roleRow,
  instanceProfiles: instanceProfileRow,
  policies: managedPolicyRow,
  loginProfiles: loginProfileRow,
  accessKeys: accessKeyRow,
  mfaDevices: mfaDeviceRow,
  samlProviders: samlProviderRow,
  oidcProviders: oidcProviderRow,
  sessions: sessionRow,
  organization: organizationRow,
  units: organizationalUnitRow,
  members: memberRow,
  controls: controlRow,
  buckets: bucketRow,
  objects: objectRow,
  keys: kmsKeyRow,
  queues: queueRow,
  topics: topicRow,
  functions: functionRow,
  instances: instanceRow,
  things: thingRow,
};

/** What stands in a row of each table. */
type Rows = { readonly [Name in keyof typeof tables]: v.InferOutput<(typeof tables)[Name]> };
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

export const tableNames = Object.keys(tables) as readonly TableName[];

/** Whether a value names a table. */
export function isTableName(value: unknown): value is TableName {
  return typeof value === 'string' && Object.hasOwn(tables, value);
}

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
