import { expect, test } from 'vitest';
import { actionsMatching, takesResource } from '../../../src/iam/reference/actions.ts';

test('a pattern finds actions that exist, in a fixed order', () => {
  expect(actionsMatching('S3:getobject')).toEqual(['s3:GetObject']);
  expect(actionsMatching('sts:Get*')).toEqual([
    'sts:GetCallerIdentity',
    'sts:GetSessionToken',
    'sts:GetFederationToken',
  ]);
  expect(actionsMatching('s3')).toEqual([]);
});

/** Service Authorization Reference, “Actions, resources, and condition keys for Amazon S3”. */
test.each([
  ['s3:ListBucket', 'arn:aws:s3:::b', true],
  ['s3:ListBucket', 'arn:aws:s3:::b/a', false],
  ['s3:GetObject', 'arn:aws:s3:::b/a', true],
  ['S3:getobject', 'arn:aws:s3:::b', false],
  ['s3:GetObject', 'arn:aws:sqs:eu-west-1:111122223333:b/a', false],
  ['s3:GetObject', 's3:b:s3/a', false],
  ['s3:ListAllMyBuckets', '*', true],
  ['s3:ListAllMyBuckets', 'arn:aws:s3:::b', false],
  ['iam:GetUser', 'arn:aws:iam::111122223333:user/ana', true],
  ['x:Unknown', 'arn:aws:s3:::b', true],
])('%s is asked on %s: %s', (action, resource, expected) => {
  expect(takesResource(action, resource)).toBe(expected);
});
