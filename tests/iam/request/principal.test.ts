import { expect, test } from 'vitest';
import { callerOf } from '../../../src/iam/request/caller.ts';
import { withChanges } from '../../../src/iam/request/changes.ts';
import { isServiceLinked, parsePrincipal } from '../../../src/iam/request/principal.ts';

const account = '111122223333';
const arn = (rest: string) => `arn:aws:${rest}`;

/** IAM User Guide, “AWS JSON policy elements: Principal”, “IAM identifiers”. */
test.each([
  ['anonymous', { kind: 'anonymous' }],
  ['ec2.amazonaws.com', { kind: 'service' }],
  ['graph.facebook.com', { kind: 'identityProvider' }],
  ['accounts.google.com', { kind: 'identityProvider' }],
  ['www.amazon.com', { kind: 'identityProvider' }],
  ['cognito-identity.amazonaws.com', { kind: 'identityProvider' }],
  [arn(`iam::${account}:root`), { kind: 'root', account }],
  [arn(`iam::${account}:user/ana`), { kind: 'user', account, name: 'ana' }],
  [arn(`iam::${account}:user/path/ana`), { kind: 'user', account, name: 'ana' }],
  [
    arn(`iam::${account}:role/App`),
    { kind: 'role', account, name: 'App', role: arn(`iam::${account}:role/App`) },
  ],
  [arn(`iam::${account}:saml-provider/AD`), { kind: 'identityProvider' }],
  [arn(`iam::${account}:oidc-provider/token.example.com`), { kind: 'identityProvider' }],
  [arn(`sts::${account}:federated-user/fay`), { kind: 'federatedUser', account, name: 'fay' }],
  [
    arn(`sts::${account}:assumed-role/App/s1`),
    { kind: 'roleSession', account, name: 'App', role: arn(`iam::${account}:role/App`), session: 's1' },
  ],
])('%s is a principal', (text, wanted) => {
  expect(parsePrincipal(text)).toEqual({ text, ...wanted });
});

test.each([
  '',
  '*',
  account,
  'ec2',
  'EC2.amazonaws.com',
  'ec2.amazonaws.com ',
  '.amazonaws.com',
  arn(`iam::${account}:group/devs`),
  arn(`iam::${account}:user`),
  arn(`iam::${account}:user/`),
  arn(`iam::${account}:roots`),
  arn(`iam:eu-west-1:${account}:user/ana`),
  arn('iam::1111222233:user/ana'),
  arn('iam::a11112222333:user/ana'),
  arn(`iam::${account}3:root`),
  arn(`sts::${account}:root`),
  arn(`sts::${account}:user/ana`),
  arn(`sts::${account}:role/App`),
  arn(`sts::${account}:role/App/s1`),
  arn(`sts::${account}:saml-provider/AD`),
  arn(`sts::${account}:assumed-role/App`),
  arn(`sts::${account}:assumed-role/App/`),
  arn(`sts::${account}:assumed-role/path/App/s1`),
  arn(`iam::${account}:assumed-role/App/s1`),
  arn(`iam::${account}:federated-user/fay`),
  arn(`s3::${account}:user/ana`),
])('%s names nobody who can call', (text) => {
  expect(parsePrincipal(text)).toBeUndefined();
  expect(callerOf(text)).toBeUndefined();
});

test('the role of a session is derived, in its partition, or given where it has a path', () => {
  const session = `arn:aws-cn:sts::${account}:assumed-role/App/s1`;
  expect(parsePrincipal(session)).toMatchObject({ role: `arn:aws-cn:iam::${account}:role/App` });
  const role = `arn:aws-cn:iam::${account}:role/aws-service-role/x.amazonaws.com/App`;
  const linked = parsePrincipal(session, role);
  expect(linked).toMatchObject({ role, name: 'App' });
  expect(linked && isServiceLinked(linked)).toBe(true);
  expect(isServiceLinked({ kind: 'user', text: role, account, name: 'App' })).toBe(false);
  expect(callerOf(session, role)).toMatchObject({ role, serviceLinked: true });
  expect(callerOf(session)).toMatchObject({
    role: `arn:aws-cn:iam::${account}:role/App`,
    serviceLinked: false,
  });
});

test.each([
  [
    arn(`iam::${account}:user/path/ana`),
    {
      'aws:PrincipalArn': arn(`iam::${account}:user/path/ana`),
      'aws:PrincipalAccount': account,
      'aws:PrincipalType': 'User',
      'aws:username': 'ana',
      'aws:PrincipalIsAWSService': 'false',
    },
  ],
  [
    arn(`iam::${account}:root`),
    {
      'aws:PrincipalArn': arn(`iam::${account}:root`),
      'aws:PrincipalAccount': account,
      'aws:PrincipalType': 'Account',
      'aws:userid': account,
      'aws:PrincipalIsAWSService': 'false',
    },
  ],
  [
    arn(`sts::${account}:assumed-role/App/s1`),
    {
      'aws:PrincipalArn': arn(`iam::${account}:role/App`),
      'aws:PrincipalAccount': account,
      'aws:PrincipalType': 'AssumedRole',
      'aws:PrincipalIsAWSService': 'false',
    },
  ],
  [
    arn(`sts::${account}:federated-user/fay`),
    {
      'aws:PrincipalArn': arn(`sts::${account}:federated-user/fay`),
      'aws:PrincipalAccount': account,
      'aws:PrincipalType': 'FederatedUser',
      'aws:userid': `${account}:fay`,
      'aws:PrincipalIsAWSService': 'false',
    },
  ],
  [
    'anonymous',
    {
      'aws:PrincipalAccount': 'anonymous',
      'aws:PrincipalType': 'Anonymous',
      'aws:userid': 'anonymous',
    },
  ],
  [
    'ec2.amazonaws.com',
    {
      'aws:PrincipalIsAWSService': 'true',
      'aws:PrincipalServiceName': 'ec2.amazonaws.com',
      'aws:PrincipalServiceNamesList': ['ec2.amazonaws.com'],
    },
  ],
  [
    'graph.facebook.com',
    {
      'aws:PrincipalAccount': 'anonymous',
      'aws:PrincipalType': 'Anonymous',
      'aws:FederatedProvider': 'graph.facebook.com',
    },
  ],
])('%s brings the condition keys that follow from who calls', (text, wanted) => {
  const caller = callerOf(text);
  expect(caller?.implied).toEqual(wanted);
  expect([...(caller?.keys ?? [])]).toEqual(
    Object.entries(wanted).map(([key, value]) => [key.toLowerCase(), value]),
  );
});

test('a caller is read once, and hostile texts fill no memory', () => {
  const ana = callerOf(arn(`iam::${account}:user/ana`));
  expect(callerOf(arn(`iam::${account}:user/ana`))).toBe(ana);
  const bob = callerOf(arn(`iam::${account}:user/bob`));
  expect(callerOf(arn(`iam::${account}:user/ana`))).toBe(ana);
  expect(callerOf(arn(`iam::${account}:user/bob`))).toBe(bob);
  for (let index = 0; index < 600; index += 1) callerOf(arn(`iam::${account}:user/u${index}`));
  const again = callerOf(arn(`iam::${account}:user/ana`));
  expect(again).toEqual(ana);
  expect(again).not.toBe(ana);
});

test('a change of context replaces a key in any letter case, and null takes it away', () => {
  const request = { principal: 'anonymous', action: 's3:GetObject', resource: '*' };
  const given = { ...request, context: { 'aws:SourceIp': '203.0.113.9', 'aws:x': '1' } };
  expect(withChanges(given, { 'AWS:sourceip': '198.51.100.1', 'aws:y': ['2'] }).context).toEqual({
    'aws:x': '1',
    'AWS:sourceip': '198.51.100.1',
    'aws:y': ['2'],
  });
  expect(withChanges(given, { 'AWS:X': null }).context).toEqual({ 'aws:SourceIp': '203.0.113.9' });
  expect(withChanges(request, { 'aws:x': '1' })).toEqual({ ...request, context: { 'aws:x': '1' } });
});
