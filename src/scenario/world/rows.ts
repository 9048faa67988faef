import { defaultKeyPolicy, nameKey, put, stableId, type Change } from '#account';
import type { World, WorldPolicy } from './world.ts';

/** What is known of the whole world when one of its rows is made. */
export interface Placing {
  /** The policies whose texts IAM takes, by id, each with its text. */
  readonly policies: ReadonlyMap<string, WorldPolicy & { readonly text: string }>;
  /** The first account: it owns what names no other. */
  readonly home: string;
  readonly at: number;
}

/** An IAM ARN taken apart: `arn:aws:iam::111122223333:user/team/ana`. */
function iamName(arn: string): { readonly account: string; readonly path: string; readonly name: string } {
  const [, , , , account = '', ...rest] = arn.split(':');
  const [, ...parts] = rest.join(':').split('/');
  const name = parts.pop() ?? '';
  return { account, path: parts.length === 0 ? '/' : `/${parts.join('/')}/`, name };
}

function tagList(
  tags: Readonly<Record<string, string>> = {},
): readonly { readonly Key: string; readonly Value: string }[] {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}

/** What grants permissions: policies with an ARN are attached, others are inline. */
function permissions(ids: readonly string[] = [], { policies }: Placing) {
  const found = ids.map((id) => policies.get(id)).filter((policy) => policy !== undefined);
  return {
    attached: found.flatMap(({ arn }) => (arn === undefined ? [] : [arn])),
    inline: Object.fromEntries(
      found.flatMap(({ arn, name, text }) => (arn === undefined ? [[name, text] as const] : [])),
    ),
  };
}

/** The ARN by which a policy is attached as a boundary: its own, or one in the holder's account. */
function boundaryArn(id: string | undefined, account: string, { policies }: Placing): string | undefined {
  const policy = id === undefined ? undefined : policies.get(id);
  return policy && (policy.arn ?? `arn:aws:iam::${account}:policy/${policy.name}`);
}

export function userRow(user: World['users'][number], placing: Placing): Change {
  const { account, path, name } = iamName(user.arn);
  const boundary = boundaryArn(user.boundary, account, placing);
  return put(account, 'users', nameKey(name), {
    name,
    path,
    id: stableId('AIDA', user.arn),
    created: placing.at,
    ...permissions(user.policies, placing),
    tags: tagList(user.tags),
    groups: user.groups ?? [],
    ...(boundary !== undefined && { boundary }),
  });
}

export function groupRow({ name, policies }: World['groups'][number], placing: Placing): Change {
  return put(placing.home, 'groups', nameKey(name), {
    name,
    path: '/',
    id: stableId('AGPA', `arn:aws:iam::${placing.home}:group/${name}`),
    created: placing.at,
    ...permissions(policies, placing),
  });
}

/** A role without a trust policy that IAM takes lets nobody in. */
export function roleRow(role: World['roles'][number], placing: Placing): Change {
  const { account, path, name } = iamName(role.arn);
  const boundary = boundaryArn(role.boundary, account, placing);
  return put(account, 'roles', nameKey(name), {
    name,
    path,
    id: stableId('AROA', role.arn),
    created: placing.at,
    ...permissions(role.policies, placing),
    tags: tagList(role.tags),
    trust: placing.policies.get(role.trust)?.text ?? '{"Version":"2012-10-17","Statement":[]}',
    maxSession: 3600,
    ...(boundary !== undefined && { boundary }),
  });
}

/** A customer managed policy, for those with an ARN in an account and for boundaries; AWS's own are in the catalogue. */
export function managedRow(
  policy: WorldPolicy & { readonly text: string },
  { home, at }: Placing,
): readonly Change[] {
  const arn =
    policy.arn ?? (policy.type === 'boundary' ? `arn:aws:iam::${home}:policy/${policy.name}` : undefined);
  if (arn === undefined || arn.startsWith('arn:aws:iam::aws:')) return [];
  const { account, path, name } = iamName(arn);
  return [
    put(account, 'policies', nameKey(name), {
      name,
      path,
      id: stableId('ANPA', arn),
      created: at,
      arn,
      updated: at,
      tags: [],
      versions: [{ id: 'v1', document: policy.text, created: at }],
      defaultVersion: 'v1',
      nextVersion: 2,
    }),
  ];
}

/**
 * A bucket, key, queue or topic is a row as the account's own operations would write it. Whatever else has an ARN (a
 * secret, a repository) is of a service that the account does not operate: it becomes a row of the table `things`, with its
 * owner, policy and tags.
 */
export function resourceRow(resource: World['resources'][number], { policies, home, at }: Placing): Change {
  const { arn } = resource;
  const [, , service = '', region = '', inArn = '', ...rest] = arn.split(':');
  const owner = resource.account ?? (inArn === '' ? home : inArn);
  const name = rest.join(':');
  const text = resource.policy === undefined ? undefined : policies.get(resource.policy)?.text;
  const policy = text === undefined ? {} : { policy: text };
  const tags = tagList(resource.tags);
  if (service === 's3' && inArn === '' && region === '' && !name.includes('/'))
    return put(owner, 'buckets', name, { name, region: 'us-east-1', created: at, ...policy, tags });
  if (service === 'kms' && name.startsWith('key/')) {
    const id = name.slice('key/'.length);
    const more = { description: '', state: 'Enabled', aliases: [], tags } as const;
    return put(owner, 'keys', id, {
      id,
      arn,
      region,
      created: at,
      policy: text ?? defaultKeyPolicy(owner),
      ...more,
    });
  }
  if (service === 'sqs')
    return put(owner, 'queues', arn, {
      name,
      arn,
      url: `https://sqs.${region}.amazonaws.com/${owner}/${name}`,
      created: at,
      ...policy,
      attributes: {},
      messages: [],
      tags,
    });
  if (service === 'sns' && text !== undefined)
    return put(owner, 'topics', arn, { name, arn, created: at, policy: text, displayName: '', tags });
  return put(owner, 'things', arn, { arn, ...policy, tags });
}
