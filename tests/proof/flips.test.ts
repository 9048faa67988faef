import { describe, expect, test } from 'vitest';
import { type AccessRequest, type JsonValue, type PolicySet } from '#iam';
import { flips, type Flip } from '#proof';

const ana: AccessRequest = {
  principal: 'arn:aws:iam::111122223333:user/ana',
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::puerto-media/cat.jpg',
  context: { 'aws:SourceIp': '198.51.100.7' },
};
const policy = (...statements: readonly JsonValue[]): JsonValue => ({
  Version: '2012-10-17',
  Statement: statements,
});
const allow = { Effect: 'Allow', Action: 's3:*', Resource: 'arn:aws:s3:::puerto-media/*' };
const changesOf = (found: readonly Flip[]) => found.map(({ change, decision }) => `${change} ${decision}`);

describe('what would flip a decision', () => {
  test('a source address, where the policy fences it', () => {
    const fenced = { ...allow, Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } };
    expect(flips(ana, { identity: [policy(fenced)] })).toEqual([
      { change: 'context', key: 'aws:SourceIp', value: '203.0.113.0', decision: 'allowed' },
      {
        change: 'addStatement',
        layer: 'identity',
        statement: { Effect: 'Allow', Action: 's3:GetObject', Resource: ana.resource },
        decision: 'allowed',
      },
    ]);
  });

  test('a tag of the principal, a number, a date, an ARN, a set, an absent key', () => {
    const conditions: readonly (readonly [JsonValue, string])[] = [
      [{ StringEquals: { 'aws:PrincipalTag/team': 'home' } }, 'principalTag'],
      [{ NumericLessThan: { 'aws:MultiFactorAuthAge': '3600' } }, 'context'],
      [{ DateGreaterThan: { 'aws:CurrentTime': '2026-01-01T00:00:00Z' } }, 'context'],
      [{ ArnLike: { 'aws:SourceArn': 'arn:aws:sns:*:*:t' } }, 'context'],
      [{ Null: { 'aws:TokenIssueTime': 'false' } }, 'context'],
      [{ Bool: { 'aws:SecureTransport': 'true' } }, 'context'],
      [{ BinaryEquals: { 'x:Bytes': 'QUJD' } }, 'context'],
      [{ StringLike: { 'x:Path': "${aws:username}/*/${aws:PrincipalTag/none, 'no'}${*}" } }, 'context'],
    ];
    for (const [Condition, change] of conditions) {
      const [first] = flips(ana, { identity: [policy({ ...allow, Condition })] });
      expect(first).toMatchObject({ change, decision: 'allowed' });
    }
  });

  test('taking a key away, and one value of a set for another', () => {
    const fenced = { ...allow, Condition: { Null: { 'aws:SourceIp': 'true' } } };
    expect(flips(ana, { identity: [policy(fenced)] })[0]).toMatchObject({ key: 'aws:SourceIp', value: null });
    const tags = { ...allow, Condition: { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['cost'] } } };
    const asked = { ...ana, context: { 'aws:tagkeys': ['team'] } };
    expect(flips(asked, { identity: [policy(tags)] })).toContainEqual({
      change: 'context',
      key: 'aws:tagkeys',
      value: null,
      decision: 'allowed',
    });
  });

  test('another resource, and the one statement that denies', () => {
    const deny = { Effect: 'Deny', Action: 's3:*', Resource: 'arn:aws:s3:::puerto-media/c*' };
    const found = flips(ana, { identity: [policy(allow), policy(deny)] });
    expect(changesOf(found)).toEqual(
      ['resource allowed', 'resource implicitDeny', 'removeStatement allowed'].filter((change) =>
        changesOf(found).includes(change),
      ),
    );
    expect(found).toContainEqual({
      change: 'removeStatement',
      layer: 'identity',
      policyIndex: 1,
      index: 0,
      decision: 'allowed',
    });
  });

  test('the Allow that a fence lacks, whichever fence it is', () => {
    const open = policy({ Effect: 'Allow', Action: '*', Resource: '*' });
    const shut = policy({ Effect: 'Allow', Action: 'ec2:*', Resource: '*' });
    const gate = policy({ Effect: 'Allow', Principal: '*', Action: 'ec2:*', Resource: '*' });
    const session = { ...ana, principal: 'arn:aws:sts::111122223333:assumed-role/App/s' };
    const sets: readonly (readonly [AccessRequest, PolicySet, string])[] = [
      [ana, { identity: [open], boundary: shut }, 'boundary'],
      [session, { identity: [open], session: [shut] }, 'session'],
      [ana, { identity: [open], scps: [[open], [shut]] }, 'scp'],
      [ana, { identity: [open], scps: [[], [open]] }, 'scp'],
      [ana, { identity: [open], vpcEndpoint: gate }, 'vpcEndpoint'],
      [{ ...ana, resourceAccount: '444455556666' }, { identity: [open] }, 'resource'],
      [{ ...ana, principal: 'anonymous' }, { identity: [] }, 'resource'],
      [{ ...ana, principal: 'ec2.amazonaws.com' }, { identity: [], resource: gate }, 'resource'],
      [
        { ...ana, action: 'sts:AssumeRole', resource: 'arn:aws:iam::111122223333:role/App' },
        { identity: [open] },
        'resource',
      ],
    ];
    for (const [request, policies, layer] of sets)
      expect(flips(request, policies)).toContainEqual(
        expect.objectContaining({ change: 'addStatement', layer, decision: 'allowed' }),
      );
  });

  test('nothing, where nothing can be evaluated', () => {
    expect(flips({ ...ana, principal: 'nobody' }, { identity: [policy(allow)] })).toEqual([]);
    expect(flips(ana, { identity: ['no policy'] })).toEqual([]);
  });
});
