import { describe, expect, test } from 'vitest';
import { evaluate, type AccessRequest } from '#iam';
import type { Credentials } from '../../../src/iam/request/request.ts';

const ana: AccessRequest = {
  principal: 'arn:aws:iam::111122223333:user/ana',
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::b/a',
};
const contextOf = (more: Partial<AccessRequest>) => evaluate({ ...ana, ...more }, { identity: [] }).context;
const present = (credentials: Credentials, action = 's3:GetObject') => {
  const context = contextOf({ credentials, action });
  return [context['aws:MultiFactorAuthPresent'], context['aws:MultiFactorAuthAge']];
};

/** IAM User Guide, “AWS global condition context keys”, “Secure API access with MFA”. */
describe('the keys that a session brings', () => {
  test('MFA: absent with long-term keys, told in the console and with GetSessionToken, absent for roles', () => {
    expect(present({ kind: 'longTerm' })).toEqual([undefined, undefined]);
    expect(present({ kind: 'longTerm', mfaAge: 5 })).toEqual([undefined, undefined]);
    expect(present({ kind: 'console' })).toEqual(['false', undefined]);
    expect(present({ kind: 'console', mfaAge: 300 })).toEqual(['true', '300']);
    expect(present({ kind: 'sessionToken' })).toEqual(['false', undefined]);
    expect(present({ kind: 'sessionToken', mfaAge: 0 })).toEqual(['true', '0']);
    expect(present({ kind: 'role', mfaAge: 5 })).toEqual([undefined, undefined]);
    expect(present({ kind: 'federationToken' })).toEqual([undefined, undefined]);
  });

  test('MFA: the one STS call that carries a code has it, whatever the credentials', () => {
    expect(present({ kind: 'longTerm', mfaAge: 0 }, 'sts:AssumeRole')).toEqual(['true', '0']);
    expect(present({ kind: 'longTerm', mfaAge: 0 }, 'STS:GetSessionToken')).toEqual(['true', '0']);
    expect(present({ kind: 'longTerm', mfaAge: 0 }, 'asts:AssumeRole')).toEqual([undefined, undefined]);
    expect(present({ kind: 'role', mfaAge: 0 }, 'sts:AssumeRole')).toEqual([undefined, undefined]);
    expect(present({ kind: 'longTerm' }, 'sts:AssumeRole')).toEqual([undefined, undefined]);
  });

  test('when temporary credentials were issued, the source identity, the tags', () => {
    const issued = '2026-11-24T09:00:00Z';
    expect(contextOf({ credentials: { kind: 'longTerm', issued } })['aws:TokenIssueTime']).toBeUndefined();
    const bare = contextOf({ credentials: { kind: 'role' } });
    expect(bare).not.toHaveProperty(['aws:TokenIssueTime']);
    expect(bare).not.toHaveProperty(['aws:SourceIdentity']);
    const context = contextOf({
      credentials: { kind: 'role', issued, sourceIdentity: 'ana@x', tags: { team: 'red' } },
    });
    expect(context).toMatchObject({
      'aws:TokenIssueTime': issued,
      'aws:SourceIdentity': 'ana@x',
      'aws:PrincipalTag/team': 'red',
      'aws:ViaAWSService': 'false',
    });
  });

  test('a request that a service forwards says through whom, and never that MFA was given', () => {
    const calledVia = ['athena.amazonaws.com', 'kms.amazonaws.com'];
    const context = contextOf({ calledVia, credentials: { kind: 'console', mfaAge: 5 } });
    expect(context).toMatchObject({
      'aws:ViaAWSService': 'true',
      'aws:CalledVia': calledVia,
      'aws:CalledViaFirst': 'athena.amazonaws.com',
      'aws:CalledViaLast': 'kms.amazonaws.com',
      'aws:MultiFactorAuthPresent': 'false',
    });
    expect(contextOf({ calledVia })['aws:MultiFactorAuthPresent']).toBeUndefined();
    expect(contextOf({ calledVia: ['athena.amazonaws.com'] })).toMatchObject({
      'aws:CalledVia': ['athena.amazonaws.com'],
      'aws:CalledViaFirst': 'athena.amazonaws.com',
      'aws:CalledViaLast': 'athena.amazonaws.com',
    });
    expect(contextOf({ calledVia: [] })['aws:ViaAWSService']).toBe('false');
  });

  test('what the request says itself stays, and conditions see what follows', () => {
    const credentials: Credentials = { kind: 'console', mfaAge: 5 };
    expect(contextOf({ credentials, context: { 'AWS:multifactorauthpresent': 'false' } })).not.toHaveProperty(
      ['aws:MultiFactorAuthPresent'],
    );
    const fenced = {
      Version: '2012-10-17',
      Statement: {
        Effect: 'Allow',
        Action: '*',
        Resource: '*',
        Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
      },
    };
    expect(evaluate({ ...ana, credentials }, { identity: [fenced] }).decision).toBe('allowed');
    expect(evaluate({ ...ana, credentials: { kind: 'console' } }, { identity: [fenced] }).decision).toBe(
      'implicitDeny',
    );
    expect(evaluate({ ...ana, contextComplete: true, credentials }, { identity: [fenced] }).decision).toBe(
      'implicitDeny',
    );
  });
});
