import { describe, expect, test } from 'vitest';
import type { JsonObject, JsonValue } from '#iam';
import { catalogueFor } from '../../scripts/catalogue-actions.ts';
import { comparePair } from '../../src/proof/compare-pair.ts';
import { unpackQuestion } from '../../src/proof/explain-question.ts';
import { callersOf } from '../../src/proof/pair-callers.ts';
import { examplesOf } from '../../src/proof/pair-examples.ts';
import type { ComparableType, PairDifference } from '../../src/proof/pair-questions.ts';
import { grantsNew, relationOf } from '../../src/proof/pair-relation.ts';

function allow(action: string | string[], resource: string | string[], more: JsonObject = {}): JsonObject {
  return { Effect: 'Allow', Action: action, Resource: resource, ...more };
}
function deny(action: string, condition: JsonObject): JsonObject {
  return { Effect: 'Deny', Action: action, Resource: '*', Condition: condition };
}
function policy(...statements: JsonObject[]): JsonValue {
  return { Version: '2012-10-17', Statement: statements };
}
function difference(before: JsonValue, after: JsonValue, type: ComparableType = 'identity'): PairDifference {
  return comparePair({ before, after, type }, catalogueFor([before, after])).difference;
}
function relation(before: JsonValue, after: JsonValue, type?: ComparableType): string {
  return relationOf(difference(before, after, type));
}
const media = 'arn:aws:s3:::puerto-media/*';

describe('an example', () => {
  const documents = {
    type: 'identity',
    before: policy(allow('s3:GetObject', media)),
    after: policy(allow(['s3:*', 'glue:Get*', 'glue:CreateTable'], '*')),
  } as const;
  const shown = (...actions: string[]): unknown =>
    examplesOf(
      actions.map((action) => ({ principal: 'arn:aws:iam::111122223333:user/ana', action, resource: '*' })),
      documents,
      catalogueFor([]),
    ).map(({ request: { action }, standIn }) => [action, standIn]);

  test('of an action without a name of its own stands where no other of the service shows the same', () => {
    expect(shown('s3:ListAllMyBuckets', 's3:X', 'glue:GetX')).toEqual([
      ['s3:ListAllMyBuckets', false],
      ['glue:GetX', true],
    ]);
    expect(shown('glue:GetX', 'glue:CreateTable')).toEqual([['glue:CreateTable', false]]);
  });

  test('carries the policy of a role or key that the answer hangs on', () => {
    const key = 'arn:aws:kms:us-east-1:111122223333:key/1';
    const [one] = examplesOf(
      [{ principal: 'arn:aws:iam::111122223333:user/ana', action: 'kms:Decrypt', resource: key }],
      { ...documents, after: policy(allow('kms:Decrypt', key)) },
      catalogueFor([]),
    );
    expect(one).toMatchObject({ before: { decision: 'implicitDeny' }, after: { decision: 'allowed' } });
    const question = unpackQuestion(one?.after.question ?? '');
    expect(question?.policies.map(({ layer }) => layer)).toEqual(['identity', 'resource']);
  });

  test('has no link where the policy is too long for one', () => {
    const long = policy(...Array.from({ length: 900 }, () => allow('s3:GetObject', media)));
    const [one] = examplesOf(
      [{ principal: 'arn:aws:iam::111122223333:user/ana', action: 's3:GetObject', resource: media }],
      { ...documents, after: long },
      catalogueFor([]),
    );
    expect(one?.after.question).toBeUndefined();
  });
});

describe('what a change grants and takes away', () => {
  test('a policy and itself are equal, in every kind', () => {
    for (const type of ['identity', 'scp', 'boundary'] as const)
      expect(relation(policy(allow('*', '*')), policy(allow('*', '*')), type)).toBe('equal');
  });

  test('a wildcard of which the list knows a part still covers more than that part', () => {
    expect(relation(policy(allow('ec2:DescribeInstances', '*')), policy(allow('ec2:Describe*', '*')))).toBe(
      'exceeds',
    );
  });

  test('resources of an account that only the policies name are compared', () => {
    const table = (name: string): string => `arn:aws:dynamodb:us-east-1:123456789012:table/${name}`;
    const found = difference(
      policy(allow('dynamodb:GetItem', table('Books'))),
      policy(allow('dynamodb:GetItem', [table('Books'), table('Users')])),
    );
    expect(found.granted).toMatchObject([{ action: 'dynamodb:GetItem', resource: table('Users') }]);
  });

  test('roles, keys and another account’s resources are taken to trust the caller’s account', () => {
    const role = (name: string): string => `arn:aws:iam::123456789012:role/${name}`;
    expect(
      relation(
        policy(allow('sts:AssumeRole', role('Read'))),
        policy(allow('sts:AssumeRole', [role('Read'), role('Admin')])),
      ),
    ).toBe('exceeds');
    const key = 'arn:aws:kms:us-east-1:123456789012:key/1';
    expect(
      relation(policy(allow('kms:Decrypt', key)), policy(allow(['kms:Decrypt', 'kms:Encrypt'], key))),
    ).toBe('exceeds');
  });

  test('a name is told from a variable', () => {
    expect(
      relation(
        policy(allow('s3:GetObject', 'arn:aws:s3:::home/ana/*')),
        policy(allow('s3:GetObject', 'arn:aws:s3:::home/${aws:username}/*')),
      ),
    ).toBe('incomparable');
  });

  test('an SCP that exempts one more role lets that role do more', () => {
    const exempt = (...roles: string[]): JsonValue =>
      policy(allow('*', '*'), deny('s3:*', { ArnNotLike: { 'aws:PrincipalArn': roles } }));
    const found = difference(
      exempt('arn:aws:iam::*:role/Admin'),
      exempt('arn:aws:iam::*:role/Admin', 'arn:aws:iam::*:role/ops/Break*'),
      'scp',
    );
    expect(relationOf(found)).toBe('exceeds');
    expect(found.granted[0]?.principalRole).toBe('arn:aws:iam::111122223333:role/ops/Breakx417');
  });

  test('an SCP that shuts a region takes something away, never for a request without a region', () => {
    const found = difference(
      policy(allow('*', '*')),
      policy(allow('*', '*'), deny('ec2:*', { StringNotEquals: { 'aws:RequestedRegion': 'eu-west-1' } })),
      'scp',
    );
    expect(relationOf(found)).toBe('within');
    expect(found.lost[0]?.context).toHaveProperty(['aws:RequestedRegion']);
  });

  test('what is not decided is named', () => {
    const team = (bucket: string): JsonValue =>
      policy(allow('s3:GetObject', `arn:aws:s3:::${bucket}/\${aws:PrincipalTag/team}/*`));
    const found = difference(team('a'), policy(allow('s3:GetObject', 'arn:aws:s3:::a/*')));
    expect(relationOf(found)).toBe('grantsOpen');
    expect(found.undecided).toContainEqual({ construct: 'variable', name: 'aws:principaltag/team' });
  });
});

describe('the relation', () => {
  const request = { principal: 'p', action: 'a', resource: 'r' };
  const open = [{ construct: 'budget', name: '200000' }] as const;

  test('a direction that was found is told even where the other is open', () => {
    const cases: [PairDifference, string, string][] = [
      [{ granted: [], lost: [], undecided: [] }, 'equal', 'no'],
      [{ granted: [], lost: [request], undecided: [] }, 'within', 'no'],
      [{ granted: [request], lost: [], undecided: [] }, 'exceeds', 'yes'],
      [{ granted: [request], lost: [request], undecided: open }, 'incomparable', 'yes'],
      [{ granted: [request], lost: [], undecided: open }, 'grantsOpen', 'yes'],
      [{ granted: [], lost: [request], undecided: open }, 'losesOpen', 'open'],
      [{ granted: [], lost: [], undecided: open }, 'undecided', 'open'],
    ];
    for (const [found, name, word] of cases) {
      expect(relationOf(found)).toBe(name);
      expect(grantsNew(relationOf(found))).toBe(word);
    }
  });
});

describe('who asks', () => {
  test('one user, where the policies do not look at who calls', () => {
    expect(callersOf([policy(allow('*', '*'))])).toHaveLength(1);
  });

  test('two users and a role session, where they do', () => {
    expect(callersOf([policy(allow('s3:*', 'arn:aws:s3:::${aws:username}'))])).toEqual([
      { principal: 'arn:aws:iam::111122223333:user/ana' },
      { principal: 'arn:aws:iam::111122223333:user/bruno' },
      { principal: 'arn:aws:sts::111122223333:assumed-role/Deploy/ci' },
    ]);
  });

  test('and each caller of a condition; what is no caller is left out', () => {
    const named = {
      StringLike: { 'AWS:PrincipalArn': ['arn:aws:iam::*:root', '*', 'arn:aws:iam::*:user/*'] },
    };
    const user = { StringEquals: { 'aws:username': 'carla' } };
    const callers = callersOf([policy(deny('*', named), deny('*', user))]).map(({ principal }) => principal);
    expect(callers.slice(3)).toEqual([
      'arn:aws:iam::111122223333:user/carla',
      'arn:aws:iam::111122223333:root',
      'arn:aws:iam::111122223333:user/x417',
    ]);
  });
});

test('every call that is asked on a role is asked by its trust policy’s grammar: more that says nothing changes nothing', () => {
  const everything = policy(allow('*', '*'));
  const found = difference(everything, policy(allow(['*', 's3:*'], '*')));
  expect([relationOf(found), found.undecided]).toEqual(['equal', []]);
});
