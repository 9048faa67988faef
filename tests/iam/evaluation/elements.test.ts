import { describe, expect, test } from 'vitest';
import { evaluate, type AccessRequest, type GateName, type JsonObject, type PolicySet } from '#iam';

const session = 'arn:aws:sts::111122223333:assumed-role/App/s1';
const role = 'arn:aws:iam::111122223333:role/App';
const get: AccessRequest = {
  principal: session,
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::media/a.png',
  resourceAccount: '111122223333',
};

/** The elements of the first statement of a policy, as the trace tells them. */
function told(
  gate: GateName,
  statement: JsonObject,
  request: AccessRequest,
  others: Partial<PolicySet> = {},
) {
  const document = { Version: '2012-10-17', Statement: statement };
  const policies = gate === 'resource' ? { resource: document } : { identity: [document] };
  const { gates } = evaluate(request, { identity: [], ...policies, ...others });
  const [first] = gates.flatMap(({ gate: name, statements }) => (name === gate ? statements : []));
  return first;
}
const everything = { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } };
const silent = { matchedPattern: undefined, operator: undefined, key: undefined, wildcards: undefined };

describe('an element says what the policy writes, what the request brings, and because of what they match', () => {
  test('every element of a statement that applies, in order', () => {
    const statement = {
      Effect: 'Allow',
      Principal: { AWS: ['444455556666', role] },
      Action: ['s3:Put*', 's3:Get*'],
      Resource: ['arn:aws:s3:::other/*', 'arn:aws:s3:::media/*.png'],
      Condition: {
        StringLike: { 'aws:PrincipalTag/team': ['a', 'b*'] },
        Bool: { 'aws:SecureTransport': 'true' },
      },
    };
    const context = { 'aws:PrincipalTag/team': 'beta', 'aws:SecureTransport': 'true' };
    expect(told('resource', statement, { ...get, context })).toMatchObject({
      applies: true,
      elements: [
        {
          ...silent,
          element: 'Principal',
          matches: true,
          patterns: ['444455556666', role],
          matchedPattern: 1,
          value: session,
          because: 'namesTheRole',
        },
        {
          ...silent,
          element: 'Action',
          matches: true,
          patterns: ['s3:Put*', 's3:Get*'],
          matchedPattern: 1,
          value: 's3:GetObject',
          because: 'matched',
          wildcards: [[6, 12]],
        },
        {
          ...silent,
          element: 'Resource',
          matches: true,
          patterns: ['arn:aws:s3:::other/*', 'arn:aws:s3:::media/*.png'],
          matchedPattern: 1,
          value: get.resource,
          because: 'matched',
          wildcards: [[19, 20]],
        },
        {
          element: 'Condition',
          matches: true,
          patterns: ['a', 'b*'],
          matchedPattern: 1,
          value: 'beta',
          operator: 'StringLike',
          key: 'aws:PrincipalTag/team',
          because: 'matched',
          wildcards: [[1, 4]],
        },
        { element: 'Condition', matches: true, operator: 'Bool', key: 'aws:SecureTransport', value: 'true' },
      ],
    });
  });

  test('a statement applies when every element matches, and each is told all the same', () => {
    const statement: JsonObject = {
      Effect: 'Allow',
      Principal: '*',
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:::media/*',
      Condition: { StringEquals: { 'aws:PrincipalTag/team': 'a' } },
    };
    const context = { 'aws:PrincipalTag/team': 'a' };
    const matching = (change: JsonObject, given: AccessRequest['context'] = context) => {
      const { applies, elements = [] } =
        told('resource', { ...statement, ...change }, { ...get, context: given }) ?? {};
      return [applies, ...elements.map(({ matches }) => matches)];
    };
    expect(matching({})).toEqual([true, true, true, true, true]);
    expect(matching({ Principal: { AWS: '444455556666' } })).toEqual([false, false, true, true, true]);
    expect(matching({ Action: 's3:PutObject' })).toEqual([false, true, false, true, true]);
    expect(matching({ Resource: 'arn:aws:s3:::other/*' })).toEqual([false, true, true, false, true]);
    expect(matching({}, { 'aws:PrincipalTag/team': 'b' })).toEqual([false, true, true, true, false]);
  });

  test.each<[JsonObject, string, boolean, number | undefined]>([
    [{ AWS: '111122223333' }, 'delegatesToAccount', true, 0],
    [{ AWS: ['444455556666', session] }, 'matched', true, 1],
    [{ AWS: '444455556666' }, 'noMatch', false, undefined],
    [{ Service: 'ec2.amazonaws.com' }, 'noMatch', false, undefined],
  ])('Principal %j: %s', (Principal, because, matches, matchedPattern) => {
    const statement = { Effect: 'Allow', Principal, Action: 's3:*', Resource: '*' };
    expect(told('resource', statement, get)?.elements[0]).toMatchObject({
      element: 'Principal',
      because,
      matches,
      matchedPattern,
    });
  });

  /** IAM User Guide, “NotPrincipal”: the account is listed with the session, and a boundary spares nobody. */
  test.each<[readonly string[], Partial<PolicySet>, string, boolean]>([
    [['111122223333', session], {}, 'sparedByNotPrincipal', false],
    [[session], {}, 'notSparedByNotPrincipal', true],
    [['111122223333', session], { boundary: everything }, 'notSparedByNotPrincipal', true],
  ])('NotPrincipal %j with %j: %s', (AWS, others, because, matches) => {
    const statement = { Effect: 'Deny', NotPrincipal: { AWS }, Action: 's3:*', Resource: '*' };
    expect(told('resource', statement, get, others)?.elements[0]).toMatchObject({
      ...silent,
      element: 'NotPrincipal',
      patterns: AWS,
      matchedPattern: 0,
      because,
      matches,
    });
  });

  test.each<[JsonObject, JsonObject]>([
    [
      { NotAction: 's3:Get*' },
      { element: 'NotAction', matches: false, matchedPattern: 0, because: 'noMatch', wildcards: [[6, 12]] },
    ],
    [{ NotAction: 'ec2:*' }, { element: 'NotAction', matches: true, because: 'matched' }],
    [{ Action: 'ec2:*' }, { element: 'Action', matches: false, because: 'noMatch' }],
    [{ Action: 's3:GetObject' }, { element: 'Action', matches: true, matchedPattern: 0 }],
  ])('%j is told as %j', (element, expected) => {
    expect(told('identity', { Effect: 'Allow', Resource: '*', ...element }, get)?.elements[0]).toMatchObject(
      expected,
    );
  });

  test.each<[JsonObject, JsonObject]>([
    [
      { NotResource: ['arn:aws:s3:::x', 'arn:aws:s3:::media/*'] },
      {
        element: 'NotResource',
        matches: false,
        matchedPattern: 1,
        because: 'noMatch',
        wildcards: [[19, 24]],
      },
    ],
    [{ NotResource: 'arn:aws:s3:::x' }, { element: 'NotResource', matches: true, because: 'matched' }],
    [{ Resource: 'arn:aws:s3:::x' }, { element: 'Resource', matches: false, because: 'noMatch' }],
    [{ Resource: '*' }, { element: 'Resource', matches: true, matchedPattern: 0, wildcards: [[0, 24]] }],
    [{ Resource: 'arn:aws:s3:::${aws:username}' }, { matches: false, because: 'variableWithoutValue' }],
    [{ Resource: ['arn:aws:s3:::x', 'arn:aws:s3:::${aws:username}'] }, { because: 'variableWithoutValue' }],
    [{ Resource: 'arn:aws:s3:::${aws:userid}' }, { matches: false, because: 'noMatch' }],
    [{ Resource: ['arn:aws:s3:::${aws:username}', '*'] }, { matches: true, because: 'matched' }],
    [{ NotResource: 'arn:aws:s3:::${aws:username}' }, { matches: true, because: 'matched' }],
  ])('%j is told as %j', (element, expected) => {
    const request = { ...get, context: { 'aws:userid': 'AROA:s1' } };
    const [, second] =
      told('identity', { Effect: 'Allow', Action: 's3:*', ...element }, request)?.elements ?? [];
    expect(second).toMatchObject(expected);
  });
});
