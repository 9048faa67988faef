import { isJsonObject, type JsonObject, type JsonValue } from '#iam';
import { tableNames, type TableName } from './state.ts';

/** What a member of a row may hold; `?` behind it: or nothing. */
type Kind = 'text' | 'number' | 'flag' | 'texts' | 'textRecord' | 'tags' | 'object' | 'objects';
type Members = Readonly<Record<string, Kind | `${Kind}?`>>;

const named: Members = { name: 'text', path: 'text', id: 'text', created: 'number' };
const permissions: Members = { attached: 'texts', inline: 'textRecord' };

/** The members of each table's rows. */
const rows: Readonly<Record<TableName, Members>> = {
  settings: {
    name: 'text',
    email: 'text',
    created: 'number',
    alias: 'text?',
    passwordPolicy: 'object?',
    managedBy: 'text?',
    report: 'object?',
  },
  users: {
    ...named,
    ...permissions,
    tags: 'tags',
    groups: 'texts',
    boundary: 'text?',
    passwordLastUsed: 'number?',
  },
  groups: { ...named, ...permissions },
  roles: {
    ...named,
    ...permissions,
    tags: 'tags',
    trust: 'text',
    maxSession: 'number',
    boundary: 'text?',
    description: 'text?',
    linkedTo: 'text?',
  },
  instanceProfiles: { ...named, tags: 'tags', role: 'text?' },
  policies: {
    ...named,
    arn: 'text',
    updated: 'number',
    tags: 'tags',
    versions: 'objects',
    defaultVersion: 'text',
    nextVersion: 'number',
    description: 'text?',
  },
  loginProfiles: {
    user: 'text',
    created: 'number',
    changed: 'number',
    password: 'text',
    earlier: 'texts',
    resetRequired: 'flag',
  },
  accessKeys: { id: 'text', user: 'text', secret: 'text', status: 'text', created: 'number' },
  mfaDevices: {
    serial: 'text',
    kind: 'text',
    seed: 'text?',
    user: 'text?',
    created: 'number',
    drift: 'number',
    lastStep: 'number?',
    tags: 'tags',
  },
  samlProviders: { name: 'text', arn: 'text', metadata: 'text', created: 'number', tags: 'tags' },
  oidcProviders: {
    url: 'text',
    arn: 'text',
    clientIds: 'texts',
    thumbprints: 'texts',
    created: 'number',
    tags: 'tags',
  },
  sessions: {
    id: 'text',
    secret: 'text',
    token: 'text',
    kind: 'text',
    principal: 'text',
    issued: 'number',
    expires: 'number',
    tags: 'tags',
    transitiveTags: 'texts',
    policies: 'texts?',
    keys: 'object?',
    mfaAt: 'number?',
  },
  organization: { id: 'text', rootId: 'text', features: 'text', enabledTypes: 'texts', trusted: 'texts' },
  units: { id: 'text', name: 'text', parent: 'text' },
  members: {
    id: 'text',
    name: 'text',
    email: 'text',
    parent: 'text',
    joined: 'number',
    method: 'text',
    status: 'text',
    tags: 'tags',
  },
  controls: {
    id: 'text',
    name: 'text',
    description: 'text',
    type: 'text',
    content: 'text',
    awsManaged: 'flag',
    targets: 'texts',
    tags: 'tags',
  },
  buckets: { name: 'text', region: 'text', created: 'number', policy: 'text?', tags: 'tags' },
  objects: {
    bucket: 'text',
    key: 'text',
    body: 'text',
    contentType: 'text',
    modified: 'number',
    tags: 'tags',
    kmsKey: 'text?',
  },
  keys: {
    id: 'text',
    arn: 'text',
    region: 'text',
    created: 'number',
    description: 'text',
    policy: 'text',
    state: 'text',
    aliases: 'texts',
    tags: 'tags',
  },
  queues: {
    name: 'text',
    arn: 'text',
    url: 'text',
    created: 'number',
    policy: 'text?',
    messages: 'objects',
    tags: 'tags',
  },
  topics: { name: 'text', arn: 'text', created: 'number', policy: 'text', tags: 'tags' },
  functions: {
    name: 'text',
    arn: 'text',
    role: 'text',
    runtime: 'text',
    handler: 'text',
    description: 'text',
    timeout: 'number',
    modified: 'number',
    statements: 'textRecord',
    tags: 'tags',
  },
  instances: {
    id: 'text',
    arn: 'text',
    region: 'text',
    image: 'text',
    type: 'text',
    launched: 'number',
    state: 'text',
    profile: 'text?',
    association: 'text?',
    tags: 'tags',
  },
};

const isText = (value: JsonValue | undefined): boolean => typeof value === 'string';
const every = (value: JsonValue | undefined, holds: (one: JsonValue) => boolean): boolean =>
  Array.isArray(value) && (value as readonly JsonValue[]).every(holds);

const holds: Readonly<Record<Kind, (value: JsonValue | undefined) => boolean>> = {
  text: isText,
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  flag: (value) => typeof value === 'boolean',
  texts: (value) => every(value, isText),
  textRecord: (value) => isJsonObject(value) && Object.values(value).every(isText),
  tags: (value) => every(value, (tag) => isJsonObject(tag) && isText(tag['Key']) && isText(tag['Value'])),
  object: isJsonObject,
  objects: (value) => every(value, isJsonObject),
};

function has(value: JsonObject, members: Members): boolean {
  return Object.entries(members).every(([name, kind]) => {
    const optional = kind.endsWith('?');
    if (optional && value[name] === undefined) return true;
    return holds[(optional ? kind.slice(0, -1) : kind) as Kind](value[name]);
  });
}

const record: Members = {
  at: 'number',
  region: 'text',
  known: 'number?',
  face: 'text',
  service: 'text',
  operation: 'text',
  input: 'object',
  output: 'object?',
  caller: 'object?',
  error: 'object?',
  asks: 'objects',
  changes: 'objects',
};
const ask: Members = { action: 'text', resource: 'text', resourceAccount: 'text?', context: 'object?' };

/** Whether a value out of a file can stand as the record with that number: it and all rows it writes. */
export function wellFormed(value: JsonValue, id: number): boolean {
  if (!isJsonObject(value) || value['id'] !== id || !has(value, record)) return false;
  const { asks, changes } = value;
  return every(asks, (one) => isJsonObject(one) && has(one, ask)) && every(changes, isChange);
}

function isChange(value: JsonValue): boolean {
  if (!isJsonObject(value) || !isText(value['account']) || !isText(value['key'])) return false;
  const table = tableNames.find((name) => name === value['table']);
  const row = value['value'];
  return table !== undefined && (row === null || (isJsonObject(row) && has(row, rows[table])));
}
