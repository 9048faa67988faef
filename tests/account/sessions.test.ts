import { describe, expect, it } from 'vitest';
import {
  accountStart,
  newWorld,
  perform,
  type CallRecord,
  type Performed,
  type Request,
  type Signature,
  type World,
} from '#account';
import type { JsonObject } from '#iam';
import { codeOf } from '../../src/account/tokens/totp.ts';
import { put } from '../../src/account/state/state.ts';
import type { Organization } from '../../src/account/state/organization.ts';
import type { MfaDevice, Role, User } from '../../src/account/state/entities.ts';
import { account, catalogue, start } from './fresh-world.ts';

const other = '444455556666';
const seed = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const serial = `arn:aws:iam::${account}:mfa/ana`;

const statement = (allowed: JsonObject): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...allowed }] });
const all = statement({ Action: '*', Resource: '*' });

function user(name: string, policy: string): User {
  const id = `AIDA${name.toUpperCase().padEnd(17, 'X')}`;
  return { name, path: '/', id, created: start, tags: [], groups: [], attached: [], inline: { own: policy } };
}

function role(name: string, trusted: string, policy: string, more: Partial<Role> = {}): Role {
  const trust = statement({
    Principal: { AWS: trusted },
    Action: ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'],
  });
  const id = `AROA${name.toUpperCase().padEnd(17, 'X')}`;
  return {
    ...{ name, path: '/', id, created: start, tags: [], attached: [], inline: { own: policy } },
    ...{ trust, maxSession: 43_200, ...more },
  };
}

const device: MfaDevice = {
  ...{ serial, kind: 'virtual', seed, user: 'ana', created: start, enabled: start, drift: 0, tags: [] },
};
const needsMfa = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${account}:root` },
      Action: 'sts:AssumeRole',
      Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
    },
  ],
});

function world(): World {
  const root = `arn:aws:iam::${account}:root`;
  return newWorld(
    [
      ...accountStart(account, { name: 'Puerto Labs', email: 'root@puerto.example', at: start }),
      ...accountStart(other, { name: 'Partner', email: 'root@partner.example', at: start }),
      put(account, 'users', 'ana', user('ana', all)),
      put(account, 'users', 'ben', user('ben', statement({ Action: 's3:ListAllMyBuckets', Resource: '*' }))),
      put(account, 'mfaDevices', serial, device),
      put(account, 'roles', 'first', role('First', root, all)),
      put(account, 'roles', 'second', role('Second', root, all)),
      put(account, 'roles', 'careful', role('Careful', root, all, { trust: needsMfa })),
      put(
        other,
        'roles',
        'guest',
        role('Guest', root, statement({ Action: 'iam:ListUsers', Resource: '*' })),
      ),
    ],
    start,
    catalogue,
  );
}

const signedAs = (name: string): Signature => ({
  by: 'scenario',
  principal: `arn:aws:iam::${account}:user/${name}`,
});

function call(
  before: World,
  signature: Signature,
  operation: string,
  input: JsonObject = {},
  after = 1000,
): Performed {
  const [service = '', name = ''] = operation.split(':');
  const request: Request = {
    ...{ service: service as Request['service'], operation: name, input, signature },
    ...{ region: 'us-east-1', face: 'cli' },
  };
  return perform(before, request, {
    now: (before.log.at(-1)?.at ?? start) + after,
  });
}

/** The keys that a call answered with, as a signature. */
function keys({ output }: Performed): Signature {
  const { AccessKeyId, SecretAccessKey, SessionToken } = output!['Credentials'] as Record<string, string>;
  return {
    ...{ by: 'keys', accessKeyId: AccessKeyId!, secretAccessKey: SecretAccessKey! },
    sessionToken: SessionToken!,
  };
}

const arn = (name: string, where = account): string => `arn:aws:iam::${where}:role/${name}`;
const assume = (name: string, more: JsonObject = {}): JsonObject => ({
  ...{ RoleArn: arn(name), RoleSessionName: 'monday' },
  ...more,
});
const told = (record: CallRecord): string => JSON.stringify(record);

describe('a session of a role', () => {
  it('is the caller from then on, until it ends', () => {
    const made = call(world(), signedAs('ana'), 'sts:AssumeRole', assume('First'));
    const asked = call(made.world, keys(made), 'sts:GetCallerIdentity');
    expect(asked.output).toEqual({
      UserId: 'AROAFIRSTXXXXXXXXXXXX:monday',
      Account: account,
      Arn: `arn:aws:sts::${account}:assumed-role/First/monday`,
    });
    const late = call(made.world, keys(made), 'sts:GetCallerIdentity', {}, 3_600_001);
    expect(late.error?.code).toBe('ExpiredToken');
  });

  it('leaves no secret in the trail or in the state', () => {
    const made = call(world(), signedAs('ana'), 'sts:AssumeRole', assume('First'));
    const { SecretAccessKey, SessionToken } = made.output!['Credentials'] as Record<string, string>;
    for (const secret of [SecretAccessKey!, SessionToken!]) expect(told(made.record)).not.toContain(secret);
  });

  it('is worth nothing without its token, or with another secret', () => {
    const made = call(world(), signedAs('ana'), 'sts:AssumeRole', assume('First'));
    const signature = keys(made) as Signature & { by: 'keys' };
    const { by, accessKeyId, secretAccessKey } = signature;
    const bare: Signature = { by, accessKeyId, secretAccessKey };
    expect(call(made.world, bare, 'sts:GetCallerIdentity').error?.code).toBe('InvalidClientTokenId');
    const wrong = { ...signature, secretAccessKey: 'wrong' };
    expect(call(made.world, wrong, 'sts:GetCallerIdentity').error?.code).toBe('SignatureDoesNotMatch');
  });

  it('makes sessions of other roles for an hour at most', () => {
    const made = call(world(), signedAs('ana'), 'sts:AssumeRole', assume('First', { DurationSeconds: 7200 }));
    const chained = call(
      made.world,
      keys(made),
      'sts:AssumeRole',
      assume('Second', { DurationSeconds: 3601 }),
    );
    expect(chained.error).toEqual({
      code: 'ValidationError',
      message:
        'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.',
    });
    expect(call(made.world, keys(made), 'sts:AssumeRole', assume('Second')).error).toBeUndefined();
  });

  it('passes on its transitive tags and its source identity, and nobody changes them', () => {
    const made = call(
      world(),
      signedAs('ana'),
      'sts:AssumeRole',
      assume('First', {
        Tags: [
          { Key: 'team', Value: 'home' },
          { Key: 'shift', Value: 'night' },
        ],
        TransitiveTagKeys: ['team'],
        SourceIdentity: 'ana',
      }),
    );
    const chained = call(made.world, keys(made), 'sts:AssumeRole', assume('Second'));
    const session = [...chained.world.state.get(account)!.sessions.values()].at(-1)!;
    expect(session.tags).toEqual([{ Key: 'team', Value: 'home' }]);
    expect(session.sourceIdentity).toBe('ana');
    expect(chained.record.asks.map(({ action }) => action)).toEqual([
      'sts:AssumeRole',
      'sts:TagSession',
      'sts:SetSourceIdentity',
    ]);
    const tags = { Tags: [{ Key: 'Team', Value: 'away' }] };
    expect(call(made.world, keys(made), 'sts:AssumeRole', assume('Second', tags)).error?.code).toBe(
      'InvalidParameterValue',
    );
    const renamed = call(
      made.world,
      keys(made),
      'sts:AssumeRole',
      assume('Second', { SourceIdentity: 'ben' }),
    );
    expect(renamed.error?.code).toBe('AccessDenied');
  });

  it('may what both the role and the session policy allow', () => {
    const Policy = statement({ Action: 'iam:ListUsers', Resource: '*' });
    const made = call(world(), signedAs('ana'), 'sts:AssumeRole', assume('First', { Policy }));
    expect(call(made.world, keys(made), 'iam:ListUsers').error).toBeUndefined();
    expect(call(made.world, keys(made), 'iam:ListPolicies').error?.message).toContain(
      'because no session policy allows the iam:ListPolicies action',
    );
  });

  it('makes neither session tokens nor federated users', () => {
    const made = call(world(), signedAs('ana'), 'sts:AssumeRole', assume('First'));
    for (const [operation, input] of [
      ['GetSessionToken', {}],
      ['GetFederationToken', { Name: 'guest' }],
    ] as const)
      expect(call(made.world, keys(made), `sts:${operation}`, input).error).toEqual({
        code: 'AccessDenied',
        message: `Cannot call ${operation} with session credentials`,
      });
  });
});

describe('a role of another account', () => {
  const input = { RoleArn: arn('Guest', other), RoleSessionName: 'visit' };

  it('needs both its trust policy and the caller’s own permission', () => {
    const made = call(world(), signedAs('ana'), 'sts:AssumeRole', input);
    expect(made.error).toBeUndefined();
    expect(call(made.world, keys(made), 'sts:GetCallerIdentity').output).toMatchObject({ Account: other });
    expect(call(made.world, keys(made), 'iam:ListUsers').output).toMatchObject({ Users: [] });
    expect(call(world(), signedAs('ben'), 'sts:AssumeRole', input).error?.code).toBe('AccessDenied');
  });
});

describe('a code of an MFA device', () => {
  const proved = (code: string): JsonObject => ({ SerialNumber: serial, TokenCode: code });
  const now = (start + 1000) / 1000;
  const code = codeOf(seed, Math.floor(now / 30));

  it('opens a role that wants MFA', () => {
    const made = call(world(), signedAs('ana'), 'sts:AssumeRole', assume('Careful', proved(code)));
    expect(made.error).toBeUndefined();
    expect(call(world(), signedAs('ana'), 'sts:AssumeRole', assume('Careful')).error?.code).toBe(
      'AccessDenied',
    );
  });

  it('is good once', () => {
    const made = call(world(), signedAs('ana'), 'sts:GetSessionToken', proved(code));
    expect(made.error).toBeUndefined();
    expect(call(made.world, signedAs('ana'), 'sts:GetSessionToken', proved(code)).error).toEqual({
      code: 'AccessDenied',
      message: 'MultiFactorAuthentication failed with invalid MFA one time pass code.',
    });
  });

  it('goes with a session token: the role that wants MFA opens to it without another code', () => {
    const made = call(world(), signedAs('ana'), 'sts:GetSessionToken', proved(code));
    expect(call(made.world, keys(made), 'sts:AssumeRole', assume('Careful')).error).toBeUndefined();
    const plain = call(world(), signedAs('ana'), 'sts:GetSessionToken');
    expect(call(plain.world, keys(plain), 'sts:AssumeRole', assume('Careful')).error?.code).toBe(
      'AccessDenied',
    );
  });

  it('is nobody else’s', () => {
    const refused = call(world(), signedAs('ben'), 'sts:GetSessionToken', proved(code));
    expect(refused.error?.message).toContain('unable to validate MFA code');
  });
});

describe('a federated user', () => {
  it('may nothing unless a session policy says so', () => {
    const made = call(world(), signedAs('ana'), 'sts:GetFederationToken', { Name: 'guest' });
    expect(call(made.world, keys(made), 'iam:ListUsers').error?.code).toBe('AccessDenied');
    const Policy = statement({ Action: 'iam:ListUsers', Resource: '*' });
    const more = call(world(), signedAs('ana'), 'sts:GetFederationToken', { Name: 'guest', Policy });
    expect(call(more.world, keys(more), 'iam:ListUsers').error).toBeUndefined();
    expect(call(more.world, keys(more), 'sts:GetCallerIdentity').output).toMatchObject({
      UserId: `${account}:guest`,
      Arn: `arn:aws:sts::${account}:federated-user/guest`,
    });
  });
});

describe('a session of a member account’s root user', () => {
  const task = {
    TargetPrincipal: other,
    TaskPolicyArn: { arn: 'arn:aws:iam::aws:policy/root-task/IAMAuditRootUserCredentials' },
  };
  const organized = (): World => {
    const { log } = world();
    const settings = { name: 'Puerto Labs', email: 'root@puerto.example', created: start };
    const member = { email: 'a@puerto.example', parent: 'r-1', joined: start, method: 'CREATED' } as const;
    const organization: Organization = {
      ...{ id: 'o-1', rootId: 'r-1', features: 'ALL', enabledTypes: [], tags: [], creations: [] },
      trusted: { 'iam.amazonaws.com': start },
    };
    return newWorld(
      [
        ...log[0]!.changes,
        put(account, 'settings', 'account', { ...settings, managedBy: account }),
        put(other, 'settings', 'account', { ...settings, managedBy: account }),
        put(account, 'organization', 'organization', organization),
        put(account, 'members', other, { ...member, id: other, name: 'Partner', status: 'ACTIVE', tags: [] }),
      ],
      start,
      catalogue,
    );
  };

  it('is for the management account, and not for its root user', () => {
    expect(call(organized(), signedAs('ana'), 'sts:AssumeRoot', task).error).toBeUndefined();
    expect(call(world(), signedAs('ana'), 'sts:AssumeRoot', task).error?.code).toBe('AccessDenied');
    expect(call(organized(), signedAs('ben'), 'sts:AssumeRoot', task).error?.code).toBe('AccessDenied');
    const root: Signature = { by: 'scenario', principal: `arn:aws:iam::${account}:root` };
    expect(call(organized(), root, 'sts:AssumeRoot', task).error?.code).toBe('AccessDenied');
  });

  it('may what the task policy leaves, for a quarter of an hour', () => {
    const made = call(organized(), signedAs('ana'), 'sts:AssumeRoot', task);
    expect(call(made.world, keys(made), 'sts:GetCallerIdentity').output).toEqual({
      UserId: other,
      Account: other,
      Arn: `arn:aws:iam::${other}:root`,
    });
    expect(call(made.world, keys(made), 'iam:ListUsers').error).toBeUndefined();
    expect(call(made.world, keys(made), 'iam:CreateUser', { UserName: 'eve' }).error?.message).toContain(
      'with an explicit deny in a session policy',
    );
    expect(call(made.world, keys(made), 'iam:ListUsers', {}, 900_001).error?.code).toBe('ExpiredToken');
  });
});
