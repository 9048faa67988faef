import { describe, expect, test } from 'vitest';
import { cloudTrailEvent, sourceIp, type CallRecord } from '#account';
import type { Session } from '../../src/account/state/entities.ts';
import { account, call, freshWorld, root, start } from './fresh-world.ts';

describe('a call as CloudTrail records it', () => {
  test('of the root user that makes a user', () => {
    const { record } = call(freshWorld(), 'iam:CreateUser', { UserName: 'ana' }, { region: 'eu-west-1' });
    const event = cloudTrailEvent(record, sourceIp, undefined);
    expect(event).toMatchObject({
      eventVersion: '1.11',
      userIdentity: {
        type: 'Root',
        principalId: account,
        arn: root,
        accountId: account,
        userName: 'Puerto Labs',
      },
      eventTime: '2026-01-01T00:00:01Z',
      eventSource: 'iam.amazonaws.com',
      eventName: 'CreateUser',
      awsRegion: 'us-east-1',
      sourceIPAddress: '203.0.113.9',
      requestParameters: { userName: 'ana' },
      responseElements: { user: { userName: 'ana', arn: `arn:aws:iam::${account}:user/ana` } },
      readOnly: false,
      eventType: 'AwsApiCall',
      recipientAccountId: account,
    });
    expect(event).not.toHaveProperty('errorCode');
    expect(event['userIdentity']).not.toHaveProperty('sessionContext');
  });

  test('of a refused call: its error, and no answer', () => {
    const { record } = call(freshWorld(), 'iam:GetUser', { UserName: 'ana' });
    expect(cloudTrailEvent(record, sourceIp, undefined)).toMatchObject({
      errorCode: 'NoSuchEntity',
      errorMessage: 'The user with name ana cannot be found.',
      responseElements: null,
      readOnly: true,
    });
  });

  test('without parameters there is null, and a read tells no answer', () => {
    const { record } = call(freshWorld(), 'iam:ListUsers', {});
    expect(record.output).toBeDefined();
    expect(cloudTrailEvent(record, sourceIp, undefined)).toMatchObject({
      requestParameters: null,
      responseElements: null,
    });
  });

  test('a session says when it began, whether with MFA, and of which role', () => {
    const staged = call(freshWorld(), 'iam:ListUsers', {}, { mfa: start });
    expect(cloudTrailEvent(staged.record, sourceIp, undefined)).toMatchObject({
      userIdentity: {
        sessionContext: { attributes: { creationDate: '2026-01-01T00:00:00Z', mfaAuthenticated: 'true' } },
      },
    });
    const arn = `arn:aws:sts::${account}:assumed-role/ops/shift`;
    const record: CallRecord = {
      ...staged.record,
      caller: {
        type: 'AssumedRole',
        arn,
        account,
        principalId: 'AROAEXAMPLE:shift',
        accessKeyId: 'ASIAQQQQQQQQQEXAMPLE',
        mfa: false,
        issuer: `arn:aws:iam::${account}:role/team/ops`,
        sourceIdentity: 'ana',
      },
    };
    const session = { issued: start + 5000 } as Session;
    expect(cloudTrailEvent(record, sourceIp, session)['userIdentity']).toEqual({
      type: 'AssumedRole',
      principalId: 'AROAEXAMPLE:shift',
      arn,
      accountId: account,
      accessKeyId: 'ASIAQQQQQQQQQEXAMPLE',
      sessionContext: {
        sessionIssuer: {
          type: 'Role',
          principalId: 'AROAEXAMPLE',
          arn: `arn:aws:iam::${account}:role/team/ops`,
          accountId: account,
          userName: 'ops',
        },
        sourceIdentity: 'ana',
        attributes: { creationDate: '2026-01-01T00:00:05Z', mfaAuthenticated: 'false' },
      },
    });
  });

  test('a service calls from its own name, and somebody unknown is an anonymous principal', () => {
    const { record } = call(freshWorld(), 'iam:ListUsers', {});
    const identity = { arn: 'lambda.amazonaws.com', account: '', principalId: '', mfa: false };
    const service = { ...record, caller: { ...identity, type: 'AWSService' as const } };
    expect(cloudTrailEvent(service, sourceIp, undefined)).toMatchObject({
      userIdentity: { type: 'AWSService', invokedBy: 'lambda.amazonaws.com' },
      sourceIPAddress: 'lambda.amazonaws.com',
    });
    const unknown = { ...record, caller: { ...identity, type: 'Unknown' as const } };
    expect(cloudTrailEvent(unknown, sourceIp, undefined)['userIdentity']).toMatchObject({
      accountId: 'ANONYMOUS_PRINCIPAL',
    });
  });
});
