import { expect, test } from 'vitest';
import type { JsonObject } from '#iam';
import { compareAccess, lengthOf, shorten } from '#proof';
import { actionsOf } from '../../scripts/catalogue-actions.ts';

const domain = {
  situations: [{ principal: 'arn:aws:iam::111122223333:user/ana' }],
  actions: actionsOf(['s3']),
};
const allow = (
  action: string | string[],
  resource: string | string[],
  more: JsonObject = {},
): JsonObject => ({
  Effect: 'Allow',
  Action: action,
  Resource: resource,
  ...more,
});
const policy = (...statements: JsonObject[]): JsonObject => ({
  Version: '2012-10-17',
  Statement: statements,
});
const media = 'arn:aws:s3:::puerto-media/*';

/** Proved to mean the same over all of S3. */
function short(document: JsonObject): JsonObject {
  return shorten(
    document,
    (candidate) =>
      compareAccess({ identity: [candidate] }, { identity: [document] }, domain).relation === 'equal',
  );
}

test('names, doubles and lists of one go, and what remains means the same', () => {
  const long = policy(
    allow(['s3:GetObject'], [media], { Sid: 'Read' }),
    allow('s3:GetObject', 'arn:aws:s3:::puerto-media/2026/*'),
  );
  expect(short({ ...long, Id: 'mine' })).toEqual(policy(allow('s3:GetObject', media)));
});

test('two statements become one where that gives nothing away, and stay two where it would', () => {
  const split = policy(allow('s3:GetObject', media), allow('s3:PutObject', media));
  expect(lengthOf(short(split)).statements).toBe(1);
  const crossed = policy(allow('s3:GetObject', media), allow('s3:PutObject', 'arn:aws:s3:::puerto-inbox/*'));
  expect(short(crossed)).toEqual(crossed);
  // A bucket action on objects, and an object action on the bucket, are no requests: here one statement is exact.
  const shelf = policy(allow('s3:ListBucket', 'arn:aws:s3:::puerto-media'), allow('s3:GetObject', media));
  expect(lengthOf(short(shelf)).statements).toBe(1);
});

test('a wildcard takes the place of actions only where it stays exact over what AWS has', () => {
  const all = actionsOf(['s3']).map(({ name }) => name);
  const restores = all.filter((name) => name.startsWith('s3:Delete'));
  expect(short(policy(allow(restores, '*')))).toEqual(policy(allow('s3:Delete*', '*')));
  const few = policy(allow(['s3:DeleteObject', 's3:DeleteObjectVersion'], media));
  expect(short(few)).toEqual(few);
});

test('a condition that decides nothing goes, and one that decides stays', () => {
  const needless = policy(
    allow('s3:GetObject', media),
    allow('s3:PutObject', media, { Condition: { Null: { 'aws:CurrentTime': 'false' } } }),
  );
  expect(JSON.stringify(short(needless))).not.toContain('Condition');
  const needed = policy(
    allow('s3:GetObject', media, { Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } }),
  );
  expect(short(needed)).toEqual(needed);
});
