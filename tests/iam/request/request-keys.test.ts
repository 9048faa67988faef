import { expect, test } from 'vitest';
import { callerOf } from '../../../src/iam/request/caller.ts';
import { allRequestKeys, requestKey } from '../../../src/iam/request/request-keys.ts';
import type { AccessRequest } from '../../../src/iam/request/request.ts';

const ana: AccessRequest = {
  principal: 'arn:aws:iam::111122223333:user/ana',
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::b/a',
};
const keys = (more: Partial<AccessRequest> = {}, owner?: string) => {
  const request = { ...ana, ...more };
  const caller = callerOf(ana.principal)!;
  return {
    ...{ request, caller, owner, given: undefined, session: undefined },
    get: requestKey,
    all: () => allRequestKeys(request, caller, owner),
  };
};

/** IAM User Guide, “AWS global condition context keys”. */
test('a request has the keys that it says, and those that follow from the caller, the way and the resource', () => {
  const some = keys({ context: { 'AWS:SourceIp': '203.0.113.9', 'aws:tagkeys': ['a'] } }, '444455556666');
  expect(some.get('aws:sourceip')).toBe('203.0.113.9');
  expect(some.get('aws:tagkeys')).toEqual(['a']);
  expect(some.get('aws:username')).toBe('ana');
  expect(some.get('aws:viaawsservice')).toBe('false');
  expect(some.get('aws:resourceaccount')).toBe('444455556666');
  expect(some.get('aws:nothing')).toBeUndefined();
  expect(some.all()).toEqual({
    'AWS:SourceIp': '203.0.113.9',
    'aws:tagkeys': ['a'],
    'aws:PrincipalArn': ana.principal,
    'aws:PrincipalAccount': '111122223333',
    'aws:PrincipalType': 'User',
    'aws:username': 'ana',
    'aws:PrincipalIsAWSService': 'false',
    'aws:ViaAWSService': 'false',
    'aws:ResourceAccount': '444455556666',
  });
});

test('a resource that nobody owns has no account', () => {
  expect(keys().get('aws:resourceaccount')).toBeUndefined();
  expect(keys().all()).not.toHaveProperty(['aws:ResourceAccount']);
});

test('what a request says itself stands, in any letter case, also where it takes a key away', () => {
  const said = keys({ context: { 'AWS:Username': 'bob', 'aws:resourceaccount': '1' } }, '2');
  expect(said.get('aws:username')).toBe('bob');
  expect(said.get('aws:resourceaccount')).toBe('1');
  expect(said.all()).toMatchObject({ 'AWS:Username': 'bob', 'aws:resourceaccount': '1' });
  expect(said.all()).not.toHaveProperty(['aws:username']);
  expect(said.all()).not.toHaveProperty(['aws:ResourceAccount']);
  const taken = { 'aws:username': null } as unknown as AccessRequest['context'] & object;
  expect(keys({ context: taken }).get('aws:username')).toBeUndefined();
});

test('where the context is complete nothing is added', () => {
  const context = { 'aws:x': '1' };
  const complete = keys({ context, contextComplete: true }, '2');
  expect(complete.get('aws:x')).toBe('1');
  expect(complete.get('aws:username')).toBeUndefined();
  expect(complete.get('aws:resourceaccount')).toBeUndefined();
  expect(complete.all()).toEqual(context);
  expect(keys({ contextComplete: true }).all()).toEqual({});
});
