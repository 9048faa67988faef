import { describe, expect, test } from 'vitest';
import { checkPolicy, type JsonObject, type JsonValue, type PolicyType } from '#iam';
import { more as en } from '../../../src/ui/i18n/en/more.ts';

function policy(statement: JsonObject, more: JsonObject = {}): JsonValue {
  const base = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };
  return { Version: '2012-10-17', Statement: [{ ...base, ...statement }], ...more };
}
function resourcePolicy(Principal: JsonValue): JsonValue {
  return policy({ Principal });
}
function trust(Principal: JsonValue, more: JsonObject = {}): JsonValue {
  const statement = { Effect: 'Allow', Principal, Action: 'sts:AssumeRole', ...more };
  return { Version: '2012-10-17', Statement: [statement] };
}
function rcp(more: JsonObject): JsonValue {
  return policy({ Effect: 'Deny', Principal: '*', Action: 's3:*', ...more });
}
const when = (Condition: JsonValue): JsonValue => policy({ Condition });
const on = (Resource: JsonValue): JsonValue => policy({ Resource });

/** Each code with a document that raises it. */
const cases: readonly (readonly [code: string, type: PolicyType, document: JsonValue])[] = [
  ['POLICY_NOT_AN_OBJECT', 'identity', []],
  ['STATEMENT_NOT_AN_OBJECT', 'identity', { Version: '2012-10-17', Statement: ['x'] }],
  ['MISSING_VERSION', 'identity', { Statement: [] }],
  ['RCP_VERSION_REQUIRED', 'rcp', { Statement: [] }],
  ['RCP_VERSION_REQUIRED', 'rcp', { Version: '2008-10-17', Statement: [] }],
  ['INVALID_VERSION', 'identity', { Version: 2012, Statement: [] }],
  ['INVALID_VERSION', 'identity', { Version: ['2012-10-17'], Statement: [] }],
  ['RCP_SYNTAX_ERROR_NOTACTION', 'rcp', rcp({ NotAction: 's3:*' })],
  ['ID_NOT_USED', 'identity', policy({}, { Id: 'x' })],
  ['DATA_TYPE_MISMATCH', 'resource', policy({ Principal: '*' }, { Id: 1 })],
  ['DATA_TYPE_MISMATCH', 'identity', policy({ Sid: 1 })],
  ['DATA_TYPE_MISMATCH', 'identity', policy({ Action: [1] })],
  ['DATA_TYPE_MISMATCH', 'identity', when('x')],
  ['DATA_TYPE_MISMATCH', 'identity', when({ StringEquals: 'x' })],
  ['DATA_TYPE_MISMATCH', 'identity', when({ StringEquals: { 'aws:username': [{}] } })],
  ['UNSUPPORTED_SID', 'identity', policy({ Sid: 'a b' })],
  ['INVALID_EFFECT', 'identity', policy({ Effect: ['Allow'] })],
  ['MISSING_RESOURCE', 'identity', { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*' } }],
  ['UNSUPPORTED_ELEMENT_COMBINATION', 'identity', policy({ NotAction: 's3:*' })],
  ['UNSUPPORTED_ELEMENT_COMBINATION', 'identity', policy({ NotResource: '*' })],
  [
    'UNSUPPORTED_ELEMENT_COMBINATION',
    'resource',
    policy({ Effect: 'Deny', Principal: '*', NotPrincipal: '*' }),
  ],
  ['SCP_SYNTAX_ERROR_PRINCIPAL', 'scp', policy({ Principal: '*' })],
  ['ALLOW_WITH_NOT_PRINCIPAL', 'resource', policy({ NotPrincipal: { AWS: '111122223333' } })],
  [
    'ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL',
    'trust',
    trust({}, { NotPrincipal: { AWS: '111122223333' } }),
  ],
  ['ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL', 'trust', trust('*')],
  ['UNSUPPORTED_PRINCIPAL', 'rcp', policy({ Effect: 'Deny', NotPrincipal: '*' })],
  ['RCP_SYNTAX_ERROR_PRINCIPAL', 'rcp', rcp({ Principal: { AWS: '111122223333' } })],
  ['RCP_SYNTAX_ERROR_ACTION', 'rcp', rcp({ Action: '*' })],
  ['INVALID_PRINCIPAL_FORMAT', 'resource', resourcePolicy('111122223333')],
  ['INVALID_PRINCIPAL_KEY', 'resource', resourcePolicy({ User: 'ana' })],
  ['INVALID_PRINCIPAL_ARN', 'resource', resourcePolicy({ AWS: 'ana' })],
  ['INVALID_USER_REFERENCE', 'resource', resourcePolicy({ AWS: 'AIDAJQABLZS4A3QDU576Q' })],
  ['INVALID_ROLE_REFERENCE', 'resource', resourcePolicy({ AWS: 'AROAJQABLZS4A3QDU576Q' })],
  [
    'UNSUPPORTED_WILDCARD_IN_PRINCIPAL',
    'resource',
    resourcePolicy({ AWS: 'arn:aws:iam::111122223333:user/*' }),
  ],
  ['UNSUPPORTED_WILDCARD_IN_PRINCIPAL', 'resource', resourcePolicy({ Service: '*' })],
  ['INVALID_SERVICE_PRINCIPAL_FORMAT', 'resource', resourcePolicy({ Service: 'EC2' })],
  ['FEDERATED_PRINCIPAL_NOT_SUPPORTED', 'resource', resourcePolicy({ Federated: 'graph.facebook.com' })],
  ['INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY', 'trust', trust({ Federated: 'Facebook' })],
  ['EMPTY_ARRAY_ACTION', 'identity', policy({ Action: [] })],
  ['EMPTY_ARRAY_RESOURCE', 'identity', on([])],
  ['ACTION_WITHOUT_NAME', 'identity', policy({ Action: 's3:' })],
  ['INVALID_SERVICE_IN_ACTION', 'identity', policy({ Action: 's*:GetObject' })],
  ['UNSUPPORTED_ACTION_IN_POLICY', 'trust', trust({ AWS: '111122223333' }, { Action: 's3:GetObject' })],
  ['UNSUPPORTED_ACTION_IN_POLICY', 'trust', trust({ AWS: '111122223333' }, { Action: '*' })],
  ['INVALID_PARTITION', 'identity', on('arn:amazon:s3:::b')],
  ['WILDCARD_IN_ARN_SERVICE', 'identity', on('arn:aws:s*:::b')],
  ['INVALID_ARN_SERVICE_CASE', 'identity', on('arn:aws:S3:::b')],
  ['MISSING_ARN_FIELD', 'session', on('arn:aws:s3')],
  ['INVALID_ARN_ACCOUNT', 'identity', on('arn:aws:sqs:us-east-1:12345:q')],
  ['INVALID_CONDITION_KEY_FORMAT', 'identity', when({ StringEquals: { username: 'a' } })],
  ['WILDCARD_WITHOUT_LIKE_OPERATOR', 'identity', when({ StringEquals: { 'aws:username': 'a*' } })],
  ['VARIABLE_UNSUPPORTED_IN_ELEMENT', 'identity', policy({ Action: 's3:${aws:username}' })],
  [
    'VARIABLE_UNSUPPORTED_IN_VERSION',
    'identity',
    policy({ Resource: 'arn:aws:s3:::${aws:username}' }, { Version: '2008-10-17' }),
  ],
  ['MISSING_BRACE_IN_VARIABLE', 'identity', on('arn:aws:s3:::${aws:username')],
  ['EMPTY_VARIABLE', 'identity', on('arn:aws:s3:::${}')],
  ['MISSING_QUOTE_IN_VARIABLE', 'identity', on('arn:aws:s3:::${aws:username, x}')],
  ['UNSUPPORTED_SPACE_IN_VARIABLE', 'identity', on('arn:aws:s3:::${aws: username}')],
  ['UNIQUE_SIDS_REQUIRED', 'identity', { Version: '2012-10-17', Statement: [{ Sid: 'a' }, { Sid: 'a' }] }],
  ['UNIQUE_SIDS_RECOMMENDED', 'resource', { Version: '2012-10-17', Statement: [{ Sid: 'a' }, { Sid: 'a' }] }],
];

/** Documents that IAM takes, although they come near a rule. */
const accepted: readonly (readonly [why: string, type: PolicyType, document: JsonValue])[] = [
  ['an Id in a bucket policy', 'resource', policy({ Principal: '*' }, { Id: 'x' })],
  ['a short ARN in an identity-based policy', 'identity', on('arn:aws:sqs')],
  ['an escaped star under StringEquals', 'identity', when({ StringEquals: { 'aws:username': 'a${*}' } })],
  ['a variable with a default', 'identity', on("arn:aws:s3:::${aws:username, 'anonymous'}")],
  ['spaces in the Sid of a bucket policy', 'resource', policy({ Sid: 'a b', Principal: '*' })],
  ['everybody in braces in a trust policy', 'trust', trust({ AWS: '*' })],
  [
    'a SAML provider in a trust policy',
    'trust',
    trust({ Federated: 'arn:aws:iam::111122223333:saml-provider/AD' }),
  ],
  ['a canonical user in a bucket policy', 'resource', resourcePolicy({ CanonicalUser: 'a'.repeat(64) })],
  [
    'an Allow with a Condition in a service control policy',
    'scp',
    when({ Bool: { 'aws:SecureTransport': true } }),
  ],
  ['NotPrincipal with Deny', 'resource', policy({ Effect: 'Deny', NotPrincipal: { AWS: '111122223333' } })],
  ['sts:Tag* in a trust policy', 'trust', trust({ AWS: '111122223333' }, { Action: 'sts:Tag*' })],
  ['a Deny in a resource control policy', 'rcp', rcp({})],
];

describe('the grammar of each policy type', () => {
  test.each(cases)('%s in a policy of type %s', (code, type, document) => {
    expect(checkPolicy(document, type).map((issue) => issue.code)).toContain(code);
    expect(en).toHaveProperty([`issues.${code}`]);
  });

  test.each(accepted)('%s is taken', (_why, type, document) => {
    expect(checkPolicy(document, type)).toEqual([]);
  });

  test('a value nested too deep is an issue and not an exception', () => {
    let deep: JsonValue = 'x';
    for (let level = 0; level < 100_000; level += 1) deep = [deep];
    expect(checkPolicy(deep, 'identity').map(({ code }) => code)).toEqual(['TOO_DEEP']);
    expect(checkPolicy({ deep }, 'identity').map(({ code }) => code)).toEqual(['TOO_DEEP']);
  });
});
