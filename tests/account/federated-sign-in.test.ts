import { describe, expect, it } from 'vitest';
import {
  accountOf,
  assertionTamperings,
  assumption,
  assumptionCommand,
  explainRecord,
  issued,
  opened,
  rolesTrusting,
  runLine,
  newTerminal,
  setupCalls,
  setupCommand,
  signerOf,
  tampered,
  tokenTamperings,
  type Tampering,
  type FederatedSignIn,
  type World,
} from '#account';
import { account, call, freshWorld } from './fresh-world.ts';

const ana: FederatedSignIn = { at: 'ad', person: 'ana', provider: 'PuertoAD' };
const visitor: FederatedSignIn = {
  at: 'login',
  issuer: 'graph.facebook.com',
  subject: '10215',
  audience: 'app-77',
};
const build: FederatedSignIn = { at: 'ci', repository: 'puerto/web', branch: 'main' };
const signIns: readonly (readonly [string, FederatedSignIn, string])[] = [
  ['a person of the directory', ana, 'Developer'],
  ['a visitor with a social login', visitor, 'FacebookVisitor'],
  ['a build', build, 'PuertoCI'],
];
const timeOf = ({ log }: World): number => log.at(-1)!.at;

function prepared(signIn: FederatedSignIn): World {
  const world = freshWorld();
  return setupCalls(signIn, accountOf(world.state, account), account, timeOf(world)).reduce((so, one) => {
    const done = call(so, `${one.service}:${one.operation}`, one.input);
    expect(done.error).toBeUndefined();
    return done.world;
  }, world);
}

/** What AWS answers to the visitor who comes with what they got, tampered with. */
function answered(
  signIn: FederatedSignIn,
  role: string,
  hows: readonly Tampering[] = [],
  anew = false,
  after = 1000,
) {
  const world = prepared(signIn);
  const text = tampered(issued(signIn, timeOf(world))!, hows, anew);
  const asked = assumption(signIn, text, role, accountOf(world.state, account), account);
  return call(world, `sts:${asked.operation}`, asked.input, { as: 'nobody', after });
}

describe.each(signIns)('%s', (_, signIn, role) => {
  it('gets a session of the role that is made for them', () => {
    const done = answered(signIn, role);
    expect(done.error).toBeUndefined();
    expect(done.output).toMatchObject({
      AssumedRoleUser: { Arn: expect.stringContaining(`:assumed-role/${role}/`) as string },
    });
  });

  it('finds nothing to set up twice', () => {
    const world = prepared(signIn);
    const known = accountOf(world.state, account);
    expect(setupCalls(signIn, known, account, timeOf(world))).toEqual([]);
    expect(rolesTrusting(signIn, known, account)).toEqual([role]);
  });

  it('gets the session by a line of the terminal too', () => {
    const world = prepared(signIn);
    const asked = assumption(signIn, '', role, accountOf(world.state, account), account);
    const ran = runLine(newTerminal(), assumptionCommand(signIn, asked), world, {
      now: timeOf(world) + 1000,
    });
    expect(ran.errors).toBe('');
    expect(ran.output).toContain(`assumed-role/${role}/`);
  });

  it('is prepared for by lines of the terminal too', () => {
    const world = freshWorld();
    const calls = setupCalls(signIn, accountOf(world.state, account), account, timeOf(world));
    const root = { by: 'scenario', principal: `arn:aws:iam::${account}:root` } as const;
    const after = calls.reduce((so, one) => {
      const ran = runLine({ ...newTerminal(), signature: root }, setupCommand(one), so, {
        now: timeOf(so) + 1000,
      });
      expect(ran.errors).toBe('');
      return ran.world;
    }, world);
    expect(rolesTrusting(signIn, accountOf(after.state, account), account)).toEqual([role]);
  });

  it('is too late when it has expired', () => {
    expect(answered(signIn, role, [], false, 3_600_000).error?.code).toBe('ExpiredTokenException');
  });

  it.each(signIn.at === 'ad' ? assertionTamperings : tokenTamperings)(
    'is turned away when the %s is changed on the way',
    (how) => {
      expect(answered(signIn, role, [how]).error?.code).toBe('InvalidIdentityToken');
    },
  );
});

describe('what the provider itself signs anew', () => {
  it.each([
    ['another recipient', ana, 'audience', 'InvalidIdentityToken'],
    ['another name', ana, 'issuer', 'InvalidIdentityToken'],
    ['other roles', ana, 'roles', 'AccessDenied'],
    ['another person', ana, 'subject', undefined],
    ['more time', ana, 'expiry', undefined],
    ['another app', build, 'audience', 'InvalidIdentityToken'],
    ['another app', visitor, 'audience', 'AccessDenied'],
    ['another repository', build, 'subject', 'AccessDenied'],
    ['another visitor', visitor, 'subject', undefined],
    ['a signature that breaks on the way', build, 'signature', 'InvalidIdentityToken'],
  ] as const)('%s', (_, signIn, how, code) => {
    const role = signIns.find(([, one]) => one === signIn)![2];
    expect(answered(signIn, role, [how], true).error?.code).toBe(code);
  });
});

describe('a refused session, explained', () => {
  it.each(signIns)('%s: the trust policy says why', (_, signIn, role) => {
    const world = prepared(signIn);
    const stricter = call(world, 'iam:UpdateAssumeRolePolicy', {
      RoleName: role,
      PolicyDocument: accountOf(world.state, account)
        .roles.get(role.toLowerCase())!
        .trust.replace(/:"[^"]*"\}\}\}\]\}$/, ':"none"}}}]}'),
    });
    expect(stricter.error).toBeUndefined();
    const text = issued(signIn, timeOf(world))!;
    const asked = assumption(signIn, text, role, accountOf(world.state, account), account);
    const done = call(stricter.world, `sts:${asked.operation}`, asked.input, { as: 'nobody' });
    expect(done.error?.code).toBe('AccessDenied');
    const explained = explainRecord(done.world, done.record.id);
    expect(explained).toMatchObject({ refused: 0, asks: [{ evaluation: { decision: 'implicitDeny' } }] });
  });
});

describe('an assertion or a token, opened', () => {
  const now = 1_767_225_600_000;

  it('an assertion says who, for whom, and for which roles', () => {
    const read = opened(issued(ana, now)!, signerOf(ana))!;
    expect(read).toMatchObject({
      kind: 'assertion',
      subject: 'ana',
      audience: 'https://signin.aws.amazon.com/saml',
      issued: now,
      expires: now + 300_000,
      roles: [`arn:aws:iam::${account}:role/Developer,arn:aws:iam::${account}:saml-provider/PuertoAD`],
      signed: true,
    });
    expect(read.more).toContainEqual(['RoleSessionName', 'ana']);
    expect(read.text).toContain('<saml:NameID');
  });

  it('a token says who, for whom, and its claims', () => {
    const read = opened(issued(build, now)!, signerOf(build))!;
    expect(read).toMatchObject({
      kind: 'token',
      issuer: 'https://token.actions.githubusercontent.com',
      subject: 'repo:puerto/web:ref:refs/heads/main',
      audience: 'sts.amazonaws.com',
      expires: now + 300_000,
      roles: [],
      signed: true,
    });
    expect(read.more).toContainEqual(['repository', 'puerto/web']);
  });

  it.each([
    ['subject', 'subject', 'mallory'],
    ['audience', 'audience', 'https://mallory.example/saml'],
    ['expiry', 'expires', now + 300_000 + 86_400_000],
    ['issuer', 'issuer', 'https://mallory.example/adfs'],
    [
      'roles',
      'roles',
      [`arn:aws:iam::${account}:role/Administrator,arn:aws:iam::${account}:saml-provider/PuertoAD`],
    ],
  ] as const)('shows a changed %s, with a signature that fits no more', (how, member, value) => {
    const changed = opened(tampered(issued(ana, now)!, [how]), signerOf(ana))!;
    expect(changed[member]).toEqual(value);
    expect(changed.signed).toBe(false);
    expect(opened(tampered(issued(ana, now)!, [how], true), signerOf(ana))!.signed).toBe(true);
  });

  it('several changes go together; none is none', () => {
    const text = issued(visitor, now)!;
    expect(opened(tampered(text, ['subject', 'audience']), signerOf(visitor))).toMatchObject({
      subject: 'mallory',
      audience: 'mallory.example',
      signed: false,
    });
    expect(tampered(text, [])).toBe(text);
    expect(opened(tampered(text, ['signer'], true), signerOf(visitor))!.signed).toBe(false);
  });

  it('nobody signs in whom the directory does not know', () => {
    expect(issued({ at: 'ad', person: 'constructor', provider: 'PuertoAD' }, now)).toBeUndefined();
    expect(opened('neither', 'a')).toBeUndefined();
  });
});
