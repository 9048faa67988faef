import { expect, test } from 'vitest';
import { actionsMatching, isUsual } from '../../../src/iam/reference/actions.ts';

test('a pattern finds actions that exist, in a fixed order', () => {
  expect(actionsMatching('S3:getobject')).toEqual(['s3:GetObject']);
  expect(actionsMatching('sts:Get*')).toEqual([
    'sts:GetCallerIdentity',
    'sts:GetSessionToken',
    'sts:GetFederationToken',
  ]);
  expect(actionsMatching('s3')).toEqual([]);
});

test('an action that a learner meets is known by its name in lower case, any other is not', () => {
  expect(['s3:getobject', 's3:GetObject', 's3:bypassgovernanceretention'].map(isUsual)).toEqual([
    true,
    false,
    false,
  ]);
});
