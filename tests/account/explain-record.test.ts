import { describe, expect, test } from 'vitest';
import {
  accountStart,
  explainRecord,
  newWorld,
  outcomeOf,
  perform,
  withLag,
  worldOf,
  type Change,
  type Signature,
  type World,
} from '#account';
import { fingerprint } from '../../src/account/state/ids.ts';
import { put } from '../../src/account/state/state.ts';
import { account, call, catalogue, freshWorld, root, start } from './fresh-world.ts';

const ana = `arn:aws:iam::${account}:user/ana`;
const trust = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { AWS: root }, Action: 'sts:AssumeRole' }],
});
function policy(...statements: readonly object[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}
const mayCreate = { Sid: 'Create', Effect: 'Allow', Action: 'iam:CreateUser', Resource: '*' };
const needsMfa = {
  Sid: 'NeedsMfa',
  Effect: 'Deny',
  Action: '*',
  Resource: '*',
  Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
};

function user(name: string, inline: Readonly<Record<string, string>>): Change {
  const common = { path: '/', created: start, tags: [], groups: [], attached: [] };
  return put(account, 'users', name, { ...common, name, id: 'AIDAEXAMPLEUSER00000', inline });
}
/** A world with ana in it, whose one inline policy is this. */
function worldWith(text: string, ...more: readonly Change[]): World {
  const settings = accountStart(account, { name: 'Puerto Labs', email: 'root@puerto.example', at: start });
  return newWorld([...settings, user('ana', { own: text }), ...more], start, catalogue);
}

describe('a recorded call, explained', () => {
  test('names the statement that denied it', () => {
    const { world, record } = call(
      worldWith(policy(mayCreate, needsMfa)),
      'iam:CreateUser',
      { UserName: 'b' },
      { as: ana },
    );
    expect(outcomeOf(record)).toBe('explicitDeny');
    const explained = explainRecord(world, record.id);
    expect(explained?.refused).toBe(0);
    expect(explained?.asks[0]?.evaluation).toMatchObject({
      decision: 'explicitDeny',
      matched: [{ source: { sid: 'NeedsMfa', policyName: 'own' } }],
      message: record.error?.message,
    });
  });

  test('names the group through which a policy came, be it inline, managed or AWS’s own', () => {
    const group = call(freshWorld(), 'iam:CreateGroup', { GroupName: 'makers' }).world;
    const own = call(group, 'iam:CreatePolicy', { PolicyName: 'create', PolicyDocument: policy(mayCreate) });
    const PolicyArn = `arn:aws:iam::${account}:policy/create`;
    const admin = 'arn:aws:iam::aws:policy/AdministratorAccess';
    const world = [
      ['iam:CreateUser', { UserName: 'ana' }] as const,
      ['iam:AddUserToGroup', { UserName: 'ana', GroupName: 'makers' }] as const,
      [
        'iam:PutGroupPolicy',
        { GroupName: 'makers', PolicyName: 'inline', PolicyDocument: policy(mayCreate) },
      ] as const,
      ['iam:AttachGroupPolicy', { GroupName: 'makers', PolicyArn }] as const,
      ['iam:AttachGroupPolicy', { GroupName: 'makers', PolicyArn: admin }] as const,
      ['iam:AttachUserPolicy', { UserName: 'ana', PolicyArn }] as const,
    ].reduce((so, [name, input]) => call(so, name, input).world, own.world);
    const made = call(world, 'iam:CreateUser', { UserName: 'b' }, { as: ana });
    const { matched = [] } = explainRecord(made.world, made.record.id)?.asks[0]?.evaluation ?? {};
    expect(matched.map(({ source: { policyName, group: through } }) => [policyName, through])).toEqual([
      ['create', undefined],
      ['inline', 'makers'],
      ['create', 'makers'],
      ['AdministratorAccess', 'makers'],
    ]);
  });

  test('knows of the MFA that the caller had, and when it was proved', () => {
    const deny = { ...needsMfa, Condition: { NumericGreaterThan: { 'aws:MultiFactorAuthAge': '60' } } };
    const world = worldWith(policy(mayCreate, deny));
    for (const [ago, decision] of [
      [30_000, 'allowed'],
      [90_000, 'explicitDeny'],
    ] as const) {
      const done = call(world, 'iam:CreateUser', { UserName: 'b' }, { as: ana, mfa: start + 1000 - ago });
      expect(explainRecord(done.world, done.record.id)?.asks[0]?.evaluation.decision).toBe(decision);
      expect(outcomeOf(done.record)).toBe(decision === 'allowed' ? 'done' : 'explicitDeny');
    }
  });

  test('goes by the policies of its moment, whatever they became', () => {
    const { world, record } = call(worldWith(policy()), 'iam:CreateUser', { UserName: 'b' }, { as: ana });
    const later = worldOf(
      {
        ...world,
        log: [...world.log, { ...record, id: 3, changes: [user('ana', { own: policy(mayCreate) })] }],
      },
      catalogue,
    );
    expect(outcomeOf(record)).toBe('implicitDeny');
    expect(explainRecord(later, record.id)?.asks[0]?.evaluation.decision).toBe('implicitDeny');
  });

  test('goes by what the region knew, where it was behind', () => {
    const slow = withLag(freshWorld(), 'eu-west-1', 'paused', start + 1);
    const made = call(slow, 'iam:CreateUser', { UserName: 'ana' });
    expect(made.record).not.toHaveProperty('known');
    const far = call(made.world, 'iam:GetUser', { UserName: 'ana' }, { region: 'eu-west-1' });
    expect(far.record).toMatchObject({ known: 1, error: { code: 'NoSuchEntity' } });
    expect(explainRecord(far.world, far.record.id)).toMatchObject({ refused: undefined });
    const asAna = call(made.world, 'iam:ListUsers', {}, { as: ana, region: 'eu-west-1' });
    expect(asAna.error?.code).toBe('InvalidClientTokenId');
    expect(explainRecord(asAna.world, asAna.record.id)).toEqual({ asks: [], refused: undefined });
  });

  test('finds who called again by their keys: a user’s and a role session’s', () => {
    const key = 'AKIAQQQQQQQQQEXAMPLE';
    const session = 'ASIAQQQQQQQQQEXAMPLE';
    const role = { name: 'ops', path: '/', id: 'AROAEXAMPLEROLE00000', created: start };
    const world = worldWith(
      policy(mayCreate),
      put(account, 'accessKeys', key, {
        id: key,
        user: 'ana',
        secret: fingerprint('s'),
        status: 'Active',
        created: start,
      }),
      put(account, 'roles', 'ops', { ...role, tags: [], trust, maxSession: 3600, attached: [], inline: {} }),
      put(account, 'sessions', session, {
        id: session,
        secret: fingerprint('s'),
        token: fingerprint('t'),
        kind: 'role',
        principal: `arn:aws:sts::${account}:assumed-role/ops/shift`,
        role: 'ops',
        roleId: role.id,
        issued: start,
        expires: start + 3_600_000,
        tags: [],
        transitiveTags: [],
      }),
    );
    const send = (signature: Signature) =>
      perform(
        world,
        {
          service: 'iam',
          operation: 'CreateUser',
          input: { UserName: 'b' },
          signature,
          region: 'us-east-1',
          face: 'cli',
        },
        { now: start + 1000 },
      );
    const own = send({ by: 'keys', accessKeyId: key, secretAccessKey: 's' });
    expect(own.error).toBeUndefined();
    expect(explainRecord(own.world, 2)?.asks[0]?.evaluation.matched[0]?.source.sid).toBe('Create');
    const shift = send({ by: 'keys', accessKeyId: session, secretAccessKey: 's', sessionToken: 't' });
    expect(outcomeOf(shift.record)).toBe('implicitDeny');
    const evaluation = explainRecord(shift.world, 2)?.asks[0]?.evaluation;
    expect(evaluation?.request.principal).toBe(`arn:aws:sts::${account}:assumed-role/ops/shift`);
    expect(evaluation?.message).toBe(shift.record.error?.message);
  });

  test('of the start, of no record and of a caller that nobody knows there is no explanation', () => {
    const { world, record } = call(freshWorld(), 'iam:ListUsers', {});
    expect(explainRecord(world, 1)).toBeUndefined();
    expect(explainRecord(world, 9)).toBeUndefined();
    const stranger = { ...record, caller: { ...record.caller!, type: 'IAMUser' as const, arn: ana } };
    expect(
      explainRecord(worldOf({ ...world, log: [world.log[0]!, stranger] }, catalogue), 2),
    ).toBeUndefined();
  });
});
