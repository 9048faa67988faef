import type { AccessRequest, JsonObject, JsonValue, PolicySet } from '#iam';

/** Random worlds for comparing engine and oracle: policies first, then requests built from them, near misses included. */
export interface World {
  readonly policies: PolicySet;
  readonly requests: readonly Asked[];
}

interface Asked {
  readonly request: AccessRequest;
  /** Whether a key that a condition of the world names is in the request. */
  readonly keyPresent: boolean;
  /** Whether an action or resource was made by filling in a wildcard of the world. */
  readonly wildcardHit: boolean;
}

/** A small random source (mulberry32): the same seed gives the same worlds everywhere. */
export function randomSource(seed: number) {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return {
    chance: (share: number): boolean => next() < share,
    below: (count: number): number => Math.floor(next() * count),
    of: <Item>(items: readonly Item[]): Item => {
      const item = items[Math.floor(next() * items.length)];
      if (item === undefined) throw new Error('Nothing to choose from.');
      return item;
    },
  };
}
export type Source = ReturnType<typeof randomSource>;

const own = '111122223333';
const other = '444455556666';
const callers = [
  'arn:aws:iam::111122223333:user/ana',
  'arn:aws:iam::111122223333:user/ana',
  'arn:aws:sts::111122223333:assumed-role/App/s1',
  'arn:aws:iam::111122223333:user/ana',
  'arn:aws:iam::111122223333:user/ana',
  'arn:aws:iam::111122223333:user/dev/bob',
  'arn:aws:iam::444455556666:user/bea',
  'arn:aws:sts::111122223333:assumed-role/App/s1',
  'arn:aws:sts::111122223333:assumed-role/App/s1',
  'arn:aws:iam::111122223333:role/App',
  'arn:aws:sts::444455556666:assumed-role/Far/s1',
  'arn:aws:sts::111122223333:federated-user/fay',
  'arn:aws:iam::111122223333:root',
  'arn:aws:sts::111122223333:assumed-role/AWSServiceRoleForX/s1',
  'cloudtrail.amazonaws.com',
  'anonymous',
  'graph.facebook.com',
];
const actionPatterns = [
  ...['*', 's3:*', 's3:Get*', 's3:GetObject', 'S3:getOBJECT', 's3:*Object', 's3:?etObject', 's3:Put*Acl'],
  ...[
    'sqs:*',
    'sqs:Send?essage',
    'sqs:SendMessage',
    'iam:*',
    'iam:Pass*',
    'iam:*Access*Key*',
    'ec2:*Instances',
  ],
  ...['kms:*', 'kms:Decrypt', 'sts:*', 'sts:AssumeRole', 'sts:AssumeRole*', 'sts:Get*', 'dynamodb:Get*Item'],
];
const trustActions = [
  'sts:AssumeRole',
  'sts:AssumeRoleWithWebIdentity',
  'sts:TagSession',
  'sts:AssumeRoleWithSAML',
];
const resourcePatterns = [
  ...[
    '*',
    'arn:aws:s3:::*',
    'arn:aws:s3:::b',
    'arn:aws:s3:::b/*',
    'arn:aws:s3:::b/a?/x*',
    'arn:aws:s3:::b*/c',
  ],
  ...[
    'arn:aws:s3:::b/${aws:username}/*',
    "arn:aws:s3:::b/${aws:PrincipalTag/team, 'none'}/*",
    'arn:aws:s3:::b/${*}/x',
  ],
  ...[
    'arn:aws:sqs:*:111122223333:q*',
    'arn:aws:sqs:eu-*-1:*:q',
    'arn:aws:sqs:eu-west-?:111122223333:*',
    'arn:aws:sqs',
  ],
  ...[
    'arn:aws:iam::111122223333:user/*',
    'arn:aws:iam::*:role/App',
    'arn:aws:iam::111122223333:*',
    'arn:*:iam::*',
  ],
  ...[
    'arn:aws:kms:eu-west-1:111122223333:key/*',
    'arn:aws:kms:*:*:key/1',
    'arn:aws:dynamodb:*:*:table/${aws:PrincipalTag/team}',
  ],
];
/** Keys with operators that suit them and values to choose from, as a policy writes them and as a request brings them. */
const conditionKeys: readonly {
  readonly key: string;
  readonly operators: readonly string[];
  readonly values: readonly string[];
  readonly many?: true;
}[] = [
  {
    key: 'aws:PrincipalTag/team',
    operators: [
      'StringEquals',
      'StringNotEquals',
      'StringLike',
      'StringNotLike',
      'StringEqualsIgnoreCase',
      'StringNotEqualsIgnoreCase',
    ],
    values: ['red', 'Red', 'r*', 'blue', '${aws:ResourceTag/team}', 're?', ''],
  },
  {
    key: 'aws:ResourceTag/team',
    operators: ['StringEquals', 'StringNotLike'],
    values: ['red', 'blue', '*', '${aws:PrincipalTag/team}'],
  },
  { key: 'aws:MultiFactorAuthPresent', operators: ['Bool'], values: ['true', 'false', 'TRUE', 'yes'] },
  { key: 'aws:SecureTransport', operators: ['Bool'], values: ['true', 'false'] },
  {
    key: 'aws:MultiFactorAuthAge',
    operators: [
      'NumericLessThan',
      'NumericGreaterThanEquals',
      'NumericEquals',
      'NumericNotEquals',
      'NumericLessThanEquals',
      'NumericGreaterThan',
    ],
    values: ['3600', '60', '3600.0', '-1', '1e3', '1000', 'soon', '0.5'],
  },
  {
    key: 'aws:CurrentTime',
    operators: [
      'DateLessThan',
      'DateGreaterThanEquals',
      'DateEquals',
      'DateNotEquals',
      'DateGreaterThan',
      'DateLessThanEquals',
    ],
    values: [
      '2026-11-24T09:00:00Z',
      '2026-11-24T10:00:00+01:00',
      '2026-11-24',
      '1795510800',
      '2026',
      '2026-13-01',
      '2026-11-24T09:00:00.5Z',
    ],
  },
  {
    key: 'aws:SourceIp',
    operators: ['IpAddress', 'NotIpAddress'],
    values: [
      '203.0.113.0/24',
      '203.0.113.9',
      '10.0.0.0/8',
      '2001:db8::/32',
      '2001:db8::1',
      '::ffff:203.0.113.9',
      '0.0.0.0/0',
      '203.0.113.9/33',
    ],
  },
  {
    key: 'aws:PrincipalArn',
    operators: ['ArnLike', 'ArnNotLike', 'ArnEquals', 'ArnNotEquals'],
    values: [
      'arn:aws:iam::111122223333:user/ana',
      'arn:aws:iam::*:role/*',
      'arn:aws:iam::111122223333:*',
      'arn:*:iam::*:root',
      'arn:aws:iam',
    ],
  },
  {
    key: 'aws:TagKeys',
    operators: ['StringEquals', 'StringLike', 'StringNotEquals'],
    values: ['team', 'cost', 't*', 'Team'],
    many: true,
  },
  {
    key: 'aws:CalledVia',
    operators: ['StringEquals', 'StringNotLike'],
    values: ['athena.amazonaws.com', 'cloud*'],
    many: true,
  },
  {
    key: 'aws:ResourceOrgPaths',
    operators: ['ArnLike', 'StringLike'],
    values: ['o-1/r-1/*', 'arn:aws:x:::y'],
    many: true,
  },
  { key: 'x:Bytes', operators: ['BinaryEquals'], values: ['QQ==', 'QR==', 'QUJD', '?'] },
  {
    key: 'aws:username',
    operators: ['StringEquals', 'StringLike', 'StringNotEquals'],
    values: ['ana', 'b*', '${aws:PrincipalTag/team}'],
  },
];

/** What a statement names, to make requests of. */
interface Named {
  readonly deny: boolean;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly wanted: { readonly key: string; readonly values: readonly string[]; readonly many: boolean }[];
}
type Draft = Named[];

function some<Item>(source: Source, items: readonly Item[], most: number): Item | Item[] {
  if (source.chance(0.4)) return source.of(items);
  return Array.from({ length: 1 + source.below(most) }, () => source.of(items));
}

function condition(source: Source, wanted: Named['wanted']): JsonObject {
  const block: Record<string, Record<string, JsonValue>> = {};
  for (let count = 1 + source.below(2); count > 0; count -= 1) {
    const chosen = source.of(conditionKeys);
    const nul = source.chance(0.08);
    const set = source.chance(chosen.many === true ? 0.8 : 0.08)
      ? source.of(['ForAllValues:', 'ForAnyValue:'])
      : '';
    const operator = `${set}${nul ? 'Null' : `${source.of(chosen.operators)}${source.chance(0.2) ? 'IfExists' : ''}`}`;
    const key = source.chance(0.1) ? chosen.key.toUpperCase() : chosen.key;
    if (Object.keys(block[operator] ?? {}).some((one) => one.toLowerCase() === key.toLowerCase())) continue;
    const values = nul ? source.of(['true', 'false']) : some(source, chosen.values, 3);
    (block[operator] ??= {})[key] = values;
    wanted.push({
      key: chosen.key,
      values: nul ? chosen.values : [values].flat(),
      many: chosen.many === true,
    });
  }
  return block;
}

const named: readonly JsonValue[] = [
  '*',
  { AWS: '*' },
  { AWS: own },
  { AWS: `arn:aws:iam::${own}:root` },
  { AWS: `arn:aws:iam::${own}:user/ana` },
  { AWS: [`arn:aws:iam::${own}:user/ana`, own] },
  { AWS: `arn:aws:iam::${own}:role/App` },
  { AWS: `arn:aws:sts::${own}:assumed-role/App/s1` },
  { AWS: [`arn:aws:sts::${own}:federated-user/fay`, other] },
  { AWS: `arn:aws:iam::${other}:user/bea` },
  { Service: 'cloudtrail.amazonaws.com' },
  { Service: ['ec2.amazonaws.com', 'cloudtrail.amazonaws.com'], AWS: other },
];

type Kind = 'plain' | 'session' | 'resource' | 'trust' | 'rcp';

/** Session policies take whole ARNs only. */
const whole = resourcePatterns.filter((pattern) => pattern === '*' || pattern.split(':').length > 5);

function statement(source: Source, kind: Kind, denies: number, draft: Draft): JsonObject {
  const deny = kind === 'rcp' || source.chance(denies);
  const actions = some(
    source,
    kind === 'trust' ? trustActions : kind === 'rcp' ? actionPatterns.slice(1) : actionPatterns,
    3,
  );
  const resources = some(source, kind === 'session' ? whole : resourcePatterns, 3);
  const wanted: Named['wanted'] = [];
  draft.push({ deny, actions: [actions].flat(), resources: [resources].flat(), wanted });
  const notAction = kind !== 'rcp' && kind !== 'trust' && source.chance(0.1);
  const notResource = source.chance(0.1);
  const notPrincipal = kind === 'resource' && deny && source.chance(0.3);
  const federated = kind === 'trust' && source.chance(0.3) ? { Federated: 'graph.facebook.com' } : undefined;
  const withPrincipal = kind === 'resource' || kind === 'trust';
  const principals = kind === 'trust' ? named.slice(1) : named;
  return {
    Effect: deny ? 'Deny' : 'Allow',
    ...(kind === 'rcp' && { Principal: '*' }),
    ...(withPrincipal && {
      [notPrincipal ? 'NotPrincipal' : 'Principal']: federated ?? source.of(principals),
    }),
    [notAction ? 'NotAction' : 'Action']: actions,
    ...(kind !== 'trust' && { [notResource ? 'NotResource' : 'Resource']: resources }),
    ...(source.chance(0.65) && { Condition: condition(source, wanted) }),
  };
}

function document(source: Source, kind: Kind, denies: number, draft: Draft): JsonObject {
  const statements = Array.from({ length: 1 + source.below(3) }, () =>
    statement(source, kind, denies, draft),
  );
  const old = kind !== 'rcp' && source.chance(0.05);
  return { Version: old ? '2008-10-17' : '2012-10-17', Statement: statements };
}

const everything: JsonObject = {
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Action: '*', Resource: '*' },
};

/** One world: policies, and requests made out of what they name. */
export function randomWorld(source: Source, count: number): World {
  const draft: Draft = [];
  const trust = source.chance(0.08);
  const plain = (denies: number): JsonObject => document(source, 'plain', denies, draft);
  const level = (): JsonObject[] => [
    ...(source.chance(0.93) ? [everything] : []),
    ...(source.chance(0.5) ? [plain(0.5)] : []),
  ];
  const policies: PolicySet = {
    identity: [
      ...(source.chance(0.65) ? [everything] : []),
      ...Array.from({ length: source.below(4) }, () => plain(0.55)),
    ],
    ...(source.chance(0.25) && { boundary: source.chance(0.7) ? everything : plain(0.1) }),
    ...(source.chance(0.3) && {
      session: [document(source, 'session', 0.1, draft), ...(source.chance(0.7) ? [everything] : [])],
    }),
    ...((trust || source.chance(0.5)) && {
      resource: document(source, trust ? 'trust' : 'resource', 0.2, draft),
    }),
    ...(source.chance(0.3) && { scps: Array.from({ length: 1 + source.below(3) }, level) }),
    ...(source.chance(0.2) && { rcps: [source.chance(0.5) ? [document(source, 'rcp', 1, draft)] : []] }),
    ...(source.chance(0.1) && { vpcEndpoint: document(source, 'resource', 0.1, draft) }),
    ...(source.chance(0.1) && { managementAccount: source.of([own, other]) }),
  };
  if (draft.length === 0)
    draft.push({ deny: false, actions: ['s3:*'], resources: ['arn:aws:s3:::b/*'], wanted: [] });
  return { policies, requests: Array.from({ length: count }, () => ask(source, draft, trust)) };
}

const filling = ['', 'a', 'Object', 'x/y', 'q', 'b', 'a:b', 'Tagging'];

function ask(source: Source, draft: Draft, trust: boolean): Asked {
  const denying = draft.filter(({ deny }) => deny);
  const chosen = denying.length > 0 && source.chance(0.75) ? source.of(denying) : source.of(draft);
  const context: Record<string, string | string[]> = {};
  for (const { key, values, many } of [...chosen.wanted, ...source.of(draft).wanted]) {
    if (source.chance(0.12)) continue;
    const bring = (): string => fill(source, source.of(values), context);
    context[key] = many || source.chance(0.03) ? Array.from({ length: source.below(4) }, bring) : bring();
  }
  const keyPresent = Object.keys(context).length > 0;
  const stray = source.of(conditionKeys);
  if (source.chance(0.5)) context[stray.key] ??= fill(source, source.of(stray.values), context);
  const pattern = trust ? source.of(trustActions) : source.of(chosen.actions);
  const action =
    pattern === '*'
      ? source.of(['s3:GetObject', 'iam:PassRole', 'sqs:SendMessage'])
      : fill(source, pattern, context).replaceAll(/[^A-Za-z0-9:]/g, '');
  const wanted = trust
    ? source.of([`arn:aws:iam::${own}:role/App`, `arn:aws:iam::${own}:role/x`])
    : source.of(chosen.resources);
  const resource = trust ? wanted : near(source, fill(source, wanted, context));
  const wildcardHit = /[*?]/.test(pattern) || /[*?]/.test(wanted);
  const principal = source.of(callers);
  const linked = principal.includes('AWSServiceRoleForX');
  return {
    request: {
      principal,
      ...(linked && {
        principalRole: `arn:aws:iam::${own}:role/aws-service-role/x.amazonaws.com/AWSServiceRoleForX`,
      }),
      action:
        /^[A-Za-z0-9]+:[A-Za-z0-9]+$/.test(action) &&
        (trust || !action.startsWith('sts:') || !resource.includes(':role/'))
          ? action
          : 's3:GetObject',
      resource: resource === '*' || /^arn:(?:[^:]*:){4}/.test(resource) ? resource : 'arn:aws:s3:::b/a1/x',
      ...(source.chance(0.7) && { resourceAccount: source.chance(0.85) ? own : other }),
      context,
      ...(source.chance(0.05) && { contextComplete: true }),
    },
    keyPresent,
    wildcardHit,
  };
}

/** A text that the pattern matches, more often than not: variables and wildcards filled in. */
function fill(source: Source, pattern: string, context: Readonly<Record<string, string | string[]>>): string {
  const replaced = pattern.replaceAll(
    /\$\{([^},]+)(?:, '([^']*)')?\}/g,
    (_, key: string, fallback: string | undefined) => {
      const value = context[key];
      return typeof value === 'string' ? value : (fallback ?? (key.length === 1 ? key : 'ana'));
    },
  );
  if (source.chance(0.03)) return replaced;
  return replaced.replaceAll(/[*?]/g, (wildcard) =>
    wildcard === '?' ? source.of(['a', '1', ':']) : source.of(filling),
  );
}

/** Now and then another letter, another case, a part more or less. */
function near(source: Source, text: string): string {
  if (text === '*' || source.chance(0.8)) return text;
  const place = Math.min(text.length - 1, 13 + source.below(8));
  return source.of([
    `${text}x`,
    text.slice(0, -1),
    text.toUpperCase().replace(/^ARN/, 'arn'),
    `${text.slice(0, place)}:${text.slice(place)}`,
    `${text.slice(0, place)}${text.slice(place + 1)}`,
  ]);
}
