import { describe, expect, test } from 'vitest';
import type { JsonObject, PolicyType } from '#iam';
import { withEdits } from '#panels/policy/issues/finding-row.ts';
import { statementFindings } from '#proof';
import { catalogueFor } from '../../scripts/catalogue-actions.ts';

const allow = (Action: string | readonly string[], Resource: string, Condition?: JsonObject): JsonObject => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...(Condition && { Condition }),
});
const deny = (Action: string, Resource: string): JsonObject => ({ Effect: 'Deny', Action, Resource });

function found(statements: readonly JsonObject[], type: PolicyType = 'identity'): readonly string[] {
  const text = JSON.stringify({ Version: '2012-10-17', Statement: statements });
  return statementFindings(text, type, catalogueFor).map(({ check, path, range }) => {
    expect(range).toBeDefined();
    return `${check} ${path}`;
  });
}

const media = 'arn:aws:s3:::media/*';
const queue = 'arn:aws:sqs:eu-west-1:111122223333:q';

describe('a statement that changes nothing', () => {
  test('is redundant where another one covers it, of two alike the first', () => {
    expect(found([allow('s3:GetObject', media), allow('s3:Get*', 'arn:aws:s3:::*')])).toEqual([
      'REDUNDANT_STATEMENT /Statement/0',
    ]);
    expect(found([allow('s3:GetObject', media), allow('s3:getobject', media)])).toEqual([
      'REDUNDANT_STATEMENT /Statement/0',
    ]);
  });
  test('is redundant where several cover it together', () => {
    expect(
      found([
        allow(['s3:GetObject', 's3:PutObject'], media),
        allow('s3:GetObject', media),
        allow('s3:PutObject', media),
      ]),
    ).toEqual(['REDUNDANT_STATEMENT /Statement/0']);
  });
  test('is redundant where a condition only narrows what another one allows', () => {
    const withMfa = allow('s3:GetObject', media, { Bool: { 'aws:MultiFactorAuthPresent': 'true' } });
    expect(found([withMfa, allow('s3:GetObject', media)])).toEqual(['REDUNDANT_STATEMENT /Statement/0']);
  });
  test('is unreachable where the policy’s own Deny takes it all back', () => {
    expect(found([allow('sqs:SendMessage', '*'), deny('sqs:*', '*')])).toEqual([
      'UNREACHABLE_STATEMENT /Statement/0',
    ]);
  });
  test('is a Deny that another Deny covers, although the policy allows nothing', () => {
    expect(found([deny('sqs:*', '*'), deny('sqs:SendMessage', queue)])).toEqual([
      'REDUNDANT_STATEMENT /Statement/1',
    ]);
    expect(found([deny('sqs:*', '*'), deny('sqs:SendMessage', queue)], 'scp')).toEqual([
      'REDUNDANT_STATEMENT /Statement/1',
    ]);
  });
});

test('each finding is mended by taking the statement out, and then there is none', () => {
  const text = `{ "Version": "2012-10-17",
    "Statement": [${JSON.stringify(allow('s3:GetObject', media))}, ${JSON.stringify({ Sid: 'All', ...allow('s3:*', '*') })}] }`;
  const [finding] = statementFindings(text, 'identity', catalogueFor);
  const edits = finding?.fix?.edits ?? [];
  expect(finding?.fix).toMatchObject({ code: 'remove', values: { text: 'Statement 1' } });
  const mended = withEdits(
    text,
    edits.map(({ range: { start, end }, text: written }) => ({ start, end, text: written })),
  );
  expect(mended).toBe(`{ "Version": "2012-10-17",
    "Statement": [${JSON.stringify({ Sid: 'All', ...allow('s3:*', '*') })}] }`);
  expect(statementFindings(mended, 'identity', catalogueFor)).toEqual([]);
});

describe('a statement stays silent', () => {
  test('that says something of its own', () => {
    expect(found([allow('s3:GetObject', media), allow('s3:PutObject', media), deny('sqs:*', '*')])).toEqual(
      [],
    );
    expect(
      found([allow('sts:AssumeRole', 'arn:aws:iam::111122223333:role/a'), allow('s3:GetObject', media)]),
    ).toEqual([]);
  });
  test('that allows nothing even by itself, which is another fault', () => {
    expect(found([allow('s3:GetObject', 'arn:aws:s3:::media'), allow('s3:PutObject', media)])).toEqual([]);
  });
  test('whose Deny leaves a part of it', () => {
    expect(found([allow('sqs:SendMessage', '*'), deny('sqs:SendMessage', queue)])).toEqual([]);
  });
  test('alone, in a policy with principals, and in one that IAM would refuse', () => {
    expect(found([allow('s3:GetObject', media)])).toEqual([]);
    expect(found([allow('s3:Get*', media), allow('s3:GetObject', media)], 'resource')).toEqual([]);
    expect(statementFindings('{"Statement":[', 'identity', catalogueFor)).toEqual([]);
    expect(statementFindings('{"Statement":[{},{}]}', 'identity', catalogueFor)).toEqual([]);
  });
  test('in a policy of more statements than are proved on the way', () => {
    expect(found(Array.from({ length: 41 }, () => allow('s3:GetObject', media)))).toEqual([]);
  });
});
