import { describe, expect, test } from 'vitest';
import { accountOf } from '#account';
import type { Decision } from '#iam';
import { accountOfWorld, asking, readScenario } from '#scenario';
import { beginning } from '../../../src/scenario/world/set-up.ts';
import { scenario } from '../fixture.ts';
import { home, key, partner, queue, reader, secret, table, topic, world } from './invented-world.ts';

const account = accountOfWorld(world);
const { requestOf, decide, authorizerFor, policiesFor } = asking(world, account);

function asked(caller: string, action: string, resource: string, context?: Record<string, string>) {
  return requestOf({ id: 'asked', caller, action, resource, ...(context !== undefined && { context }) });
}

test('the invented world contradicts itself nowhere', () => {
  const predict = { kind: 'predict', requests: ['a'] };
  const requests = [{ id: 'a', caller: 'ana', action: 's3:GetObject', resource: '*' }];
  const file = JSON.stringify({ ...scenario, world, requests, steps: [predict] });
  expect(readScenario(file, 'scenario.json').issues).toEqual([]);
});

describe('what is decided in an invented world of three accounts', () => {
  test.each<[string, string, string, string, Decision]>([
    ['a group’s policy grants its members', 'ana', 'dynamodb:PutItem', table, 'allowed'],
    ['an SCP of a unit denies', 'ana', 'dynamodb:DeleteTable', table, 'explicitDeny'],
    ['an SCP of the account denies', 'ana', 'kms:ScheduleKeyDeletion', key, 'explicitDeny'],
    ['SCPs bind the root user of a member', 'root', 'dynamodb:DeleteTable', table, 'explicitDeny'],
    ['and otherwise it may do anything', 'root', 's3:CreateBucket', 'arn:aws:s3:::new', 'allowed'],
    ['an SCP that lists services lets no other pass', 'pia', 'dynamodb:ListTables', '*', 'implicitDeny'],
    ['and lets those pass', 'pia', 's3:ListAllMyBuckets', '*', 'allowed'],
    [
      'SCPs do not bind the management account',
      'max',
      'dynamodb:DeleteTable',
      'arn:aws:dynamodb:eu-west-1:777788889999:table/t',
      'allowed',
    ],
    ['an RCP denies whoever asks', 'ana', 'sqs:PurgeQueue', queue, 'explicitDeny'],
    ['a service too', 'sns', 'sqs:PurgeQueue', queue, 'explicitDeny'],
    ['and lets pass what it does not name', 'ana', 'sqs:SendMessage', queue, 'allowed'],
    ['a boundary lets pass what both grant', 'bruno', 'dynamodb:GetItem', table, 'allowed'],
    ['and nothing else', 'bruno', 'dynamodb:PutItem', table, 'implicitDeny'],
    ['a key policy that does not name the account shuts it out', 'ana', 'kms:Decrypt', key, 'implicitDeny'],
    [
      'a key without a policy has AWS’s, which lets IAM decide',
      'ana',
      'kms:Decrypt',
      key.replace('1234abcd', '9999abcd'),
      'allowed',
    ],
    [
      'a key policy that names a user needs no other, and no boundary stops it',
      'bruno',
      'kms:Decrypt',
      key,
      'allowed',
    ],
    ['a secret’s policy lets another account in', 'pia', 'secretsmanager:GetSecretValue', secret, 'allowed'],
    ['to whom its own account grants it', 'pol', 'secretsmanager:GetSecretValue', secret, 'implicitDeny'],
    [
      'a bucket of another account is open with both',
      'ana',
      's3:GetObject',
      'arn:aws:s3:::partner-data/a',
      'allowed',
    ],
    ['and shut with one', 'ana', 's3:PutObject', 'arn:aws:s3:::partner-data/a', 'implicitDeny'],
    [
      'a bucket that is open to all is open to nobody in particular',
      'nobody',
      's3:GetObject',
      'arn:aws:s3:::partner-data/a',
      'allowed',
    ],
    ['and another is not', 'nobody', 's3:GetObject', 'arn:aws:s3:::puerto-media/a', 'implicitDeny'],
    [
      'a managed policy of another path grants',
      'pol',
      's3:GetObject',
      'arn:aws:s3:::partner-data/a',
      'allowed',
    ],
    ['a queue’s policy lets a service in', 'sns', 'sqs:SendMessage', queue, 'allowed'],
    ['a topic’s policy lets all in', 'nobody', 'sns:Publish', topic, 'allowed'],
    ['a topic without one does not', 'nobody', 'sns:Publish', `${topic}-plain`, 'implicitDeny'],
    ['the tags of a resource are asked', 'dev', 'dynamodb:PutItem', `${table}-dev`, 'allowed'],
    ['and others do not do', 'dev', 'dynamodb:PutItem', table, 'implicitDeny'],
    [
      'the tags of a session win over the role’s',
      'narrow',
      's3:GetObject',
      'arn:aws:s3:::puerto-media/media/a',
      'allowed',
    ],
    [
      'which holds where the session has none',
      'wide',
      's3:GetObject',
      'arn:aws:s3:::puerto-media/none/a',
      'allowed',
    ],
    [
      'a session policy takes away what it does not name',
      'narrow',
      'dynamodb:GetItem',
      table,
      'implicitDeny',
    ],
    ['and only of its session', 'wide', 'dynamodb:GetItem', table, 'allowed'],
    ['MFA is there', 'cy-mfa', 's3:ListAllMyBuckets', '*', 'allowed'],
    ['or is not, which the key says', 'cy-no-mfa', 's3:ListAllMyBuckets', '*', 'implicitDeny'],
    ['long-term keys say nothing, and Bool is not met', 'cy', 's3:ListAllMyBuckets', '*', 'implicitDeny'],
    ['though IfExists is', 'cy', 'iam:ListUsers', '*', 'allowed'],
    ['and is not where the key says false', 'cy-no-mfa', 'iam:ListUsers', '*', 'implicitDeny'],
    ['a trust policy opens the door to whom it names', 'ana', 'sts:AssumeRole', reader, 'allowed'],
    ['and to nobody else', 'bruno', 'sts:AssumeRole', reader, 'implicitDeny'],
    [
      'a role whose trust policy IAM would refuse lets nobody in',
      'ana',
      'sts:AssumeRole',
      `arn:aws:iam::${home}:role/Shut`,
      'implicitDeny',
    ],
  ])('%s: %s, %s', (_, caller, action, resource, decision) => {
    expect(decide(asked(caller, action, resource))).toBe(decision);
  });
});

describe('a request of the world', () => {
  test.each<[string, string, string, string, Record<string, string> | undefined, object]>([
    [
      'a user has the tags of the user',
      'ana',
      's3:GetObject',
      'arn:aws:s3:::puerto-media/a',
      undefined,
      { 'aws:PrincipalTag/team': 'media', 'aws:username': 'ana', 'aws:ResourceTag/env': 'prod' },
    ],
    [
      'a session has its own',
      'narrow',
      's3:GetObject',
      'arn:aws:s3:::puerto-media/a',
      undefined,
      { 'aws:PrincipalTag/team': 'media', 'aws:SourceIdentity': 'ana' },
    ],
    [
      'and the keys that it carries',
      'wide',
      's3:ListAllMyBuckets',
      '*',
      undefined,
      { 'aws:FederatedProvider': 'graph.facebook.com' },
    ],
    [
      'what the call brings wins',
      'wide',
      's3:ListAllMyBuckets',
      '*',
      { 'aws:FederatedProvider': 'other' },
      { 'aws:FederatedProvider': 'other' },
    ],
  ])('%s', (_, caller, action, resource, context, carried) => {
    const { evaluate } = authorizerFor(asked(caller, action, resource, context));
    expect(evaluate(asked(caller, action, resource, context)).context).toMatchObject(carried);
  });

  test('MFA is true, false, or not there', () => {
    const mfa = ['cy-mfa', 'cy-no-mfa', 'cy'].map((caller) => {
      const request = asked(caller, 's3:ListAllMyBuckets', '*');
      return authorizerFor(request).evaluate(request).context['aws:MultiFactorAuthPresent'];
    });
    expect(mfa).toEqual(['true', 'false', undefined]);
  });

  test('says who owns the resource, where its ARN does not', () => {
    expect(asked('ana', 's3:GetObject', 'arn:aws:s3:::partner-data/a').resourceAccount).toBe(partner);
    expect(asked('ana', 's3:GetObject', 'arn:aws:s3:::puerto-media/a').resourceAccount).toBe(home);
  });

  test('of somebody whom the world does not know is asked as it stands, and denied', () => {
    const stranger = 'arn:aws:iam::111122223333:user/stranger';
    const request = asked(stranger, 's3:GetObject', 'arn:aws:s3:::puerto-media/a');
    expect(request).toMatchObject({ principal: stranger, action: 's3:GetObject' });
    expect(decide(request)).not.toBe('allowed');
  });
});

describe('the policies that are shown carry the scenario’s ids', () => {
  const controls = ['full', 'tables-stay', 'keys-stay', 'no-purge'];

  test.each<[string, string, string, readonly string[]]>([
    ['ana', 'dynamodb:DeleteTable', table, [...controls, 'broad']],
    ['bruno', 'dynamodb:GetItem', table, [...controls, 'broad', 'ceiling']],
    ['narrow', 's3:GetObject', 'arn:aws:s3:::puerto-media/media/a', [...controls, 'own-shelf', 'narrow']],
    [
      'pia',
      'secretsmanager:GetSecretValue',
      secret,
      ['full', 'only-storage', 'admin', 'secret-out', 'no-purge'],
    ],
    ['pol', 's3:GetObject', 'arn:aws:s3:::partner-data/a', ['full', 'only-storage', 'shared', 'open-shelf']],
    ['sns', 'sqs:PurgeQueue', queue, ['queue-in', 'no-purge']],
    ['ana', 'sts:AssumeRole', reader, [...controls, 'door', 'broad']],
  ])('%s, %s', (caller, action, resource, ids) => {
    const request = asked(caller, action, resource);
    const { gates } = authorizerFor(request).evaluate(request);
    const seen = gates.flatMap(({ statements }) => statements.map(({ source }) => source.policyId));
    expect([...new Set(seen)].toSorted()).toEqual(ids.toSorted());
  });

  test('levels of SCPs and RCPs stand from the root down', () => {
    const { scps, rcps } = policiesFor(asked('ana', 'sqs:SendMessage', queue));
    expect(scps?.map(({ length }) => length)).toEqual([1, 2, 2]);
    // RCPFullAWSAccess is AWS's own: it allows, as no RCP that one writes may, and is understood at every level.
    expect(rcps?.map(({ length }) => length)).toEqual([0, 1, 0]);
  });

  test('an authorizer is prepared once for requests with the same policies', () => {
    const one = asked('ana', 's3:GetObject', 'arn:aws:s3:::puerto-media/a');
    expect(authorizerFor({ ...one, resource: 'arn:aws:s3:::puerto-media/b' })).toBe(authorizerFor(one));
    expect(authorizerFor(asked('bruno', 's3:GetObject', one.resource))).not.toBe(authorizerFor(one));
    expect(authorizerFor(asked('ana', 's3:GetObject', 'arn:aws:s3:::partner-data/a'))).not.toBe(
      authorizerFor(one),
    );
  });
});

describe('a set-up', () => {
  test('has the texts that are given in the place of the world’s own', () => {
    const denied = JSON.stringify({ Version: '2012-10-17', Statement: [] });
    const other = asking(world, accountOfWorld(world, { texts: { broad: denied } }));
    expect(other.decide(asked('ana', 'dynamodb:PutItem', table))).toBe('implicitDeny');
    const broken = asking(world, accountOfWorld(world, { texts: { broad: '{' } }));
    expect(broken.decide(asked('ana', 'dynamodb:PutItem', table))).toBe('implicitDeny');
  });

  test('of a session policy is what the session brings', () => {
    const text = JSON.stringify({ Version: '2012-10-17', Statement: [] });
    const texts = { narrow: text };
    const other = asking(world, accountOfWorld(world, { texts }), texts);
    const shelf = asked('narrow', 's3:GetObject', 'arn:aws:s3:::puerto-media/media/a');
    expect([decide(shelf), other.decide(shelf)]).toEqual(['allowed', 'implicitDeny']);
  });

  test('is the same account every time, at the time that is given', () => {
    expect(accountOfWorld(world)).toEqual(account);
    const later = accountOfWorld(world, { at: 1_800_000_000_000 });
    expect(later.log[0]?.at).toBe(1_800_000_000_000);
    expect(later.seed).toBe(account.seed);
  });

  test('keeps AWS’s policies that are given, and what the world writes down of them wins', () => {
    const given = (arn: string) => ({ arn, versionId: 'v9', document: {} });
    const arns = ['AdministratorAccess', 'ReadOnlyAccess'].map((name) => `arn:aws:iam::aws:policy/${name}`);
    const { catalogue } = accountOfWorld(world, { managed: new Map(arns.map((arn) => [arn, given(arn)])) });
    expect(arns.map((arn) => catalogue.get(arn)?.versionId)).toEqual(['v1', 'v9']);
  });

  test('is what the account’s calls see: users in groups, paths, boundaries, owners', () => {
    const { users, roles, policies } = accountOf(account.state, home);
    expect(users.get('ana')).toMatchObject({ groups: ['Everyone'], tags: [{ Key: 'team', Value: 'media' }] });
    expect(users.get('bruno')).toMatchObject({ boundary: `arn:aws:iam::${home}:policy/Named-ceiling` });
    expect(roles.get('reader')).toMatchObject({ path: '/team/', name: 'Reader' });
    expect([...policies.keys()]).toEqual(['named-ceiling']);
    expect([...accountOf(account.state, partner).buckets.keys()]).toEqual(['partner-data']);
  });

  test('runs its lines before the learner comes, with the files that lie there', () => {
    const begun = beginning(
      {
        ...world,
        setUp: ['aws iam create-user --user-name eva', 'cat note.txt', 'aws iam create-user'],
        files: { 'note.txt': 'hello' },
      },
      {},
    );
    expect(begun.printed.map(({ exitCode }) => exitCode === 0)).toEqual([true, true, false]);
    expect(begun.printed[1]?.output).toContain('hello');
    expect(accountOf(begun.state.world.state, home).users.has('eva')).toBe(true);
  });
});
