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
  type Visit,
  type World,
} from '#account';
import { account, call, freshWorld, seeded } from './stage.ts';

const ana: Visit = { at: 'ad', person: 'ana', provider: 'PuertoAD' };
const visitor: Visit = { at: 'login', issuer: 'graph.facebook.com', subject: '10215', audience: 'app-77' };
const build: Visit = { at: 'ci', repository: 'puerto/web', branch: 'main' };
const visits: readonly (readonly [string, Visit, string])[] = [
  ['a person of the directory', ana, 'Developer'],
  ['a visitor with a social login', visitor, 'FacebookVisitor'],
  ['a build', build, 'PuertoCI'],
];
const timeOf = ({ log }: World): number => log.at(-1)!.at;

function prepared(visit: Visit): World {
  const world = freshWorld();
  return setupCalls(visit, accountOf(world.state, account), account, timeOf(world)).reduce((so, one) => {
    const done = call(so, `${one.service}:${one.operation}`, one.input);
    expect(done.error).toBeUndefined();
    return done.world;
  }, world);
}

/** What AWS answers to the visitor who comes with what they got, tampered with. */
function answered(visit: Visit, role: string, hows: readonly Tampering[] = [], anew = false, after = 1000) {
  const world = prepared(visit);
  const text = tampered(issued(visit, timeOf(world))!, hows, anew);
  const asked = assumption(visit, text, role, accountOf(world.state, account), account);
  return call(world, `sts:${asked.operation}`, asked.input, { as: 'nobody', after });
}

describe.each(visits)('%s', (_, visit, role) => {
  it('gets a session of the role that is made for them', () => {
    const done = answered(visit, role);
    expect(done.error).toBeUndefined();
    expect(done.output).toMatchObject({
      AssumedRoleUser: { Arn: expect.stringContaining(`:assumed-role/${role}/`) as string },
    });
  });

  it('finds nothing to set up twice', () => {
    const world = prepared(visit);
    const known = accountOf(world.state, account);
    expect(setupCalls(visit, known, account, timeOf(world))).toEqual([]);
    expect(rolesTrusting(visit, known, account)).toEqual([role]);
  });

  it('gets the session by a line of the terminal too', () => {
    const world = prepared(visit);
    const asked = assumption(visit, '', role, accountOf(world.state, account), account);
    const ran = runLine(newTerminal(), assumptionCommand(visit, asked), world, {
      now: timeOf(world) + 1000,
      random: seeded(1),
    });
    expect(ran.errors).toBe('');
    expect(ran.output).toContain(`assumed-role/${role}/`);
  });

  it('is prepared for by lines of the terminal too', () => {
    const world = freshWorld();
    const calls = setupCalls(visit, accountOf(world.state, account), account, timeOf(world));
    const root = { by: 'stage', principal: `arn:aws:iam::${account}:root` } as const;
    const after = calls.reduce((so, one) => {
      const ran = runLine({ ...newTerminal(), stage: root }, setupCommand(one), so, {
        now: timeOf(so) + 1000,
        random: seeded(1),
      });
      expect(ran.errors).toBe('');
      return ran.world;
    }, world);
    expect(rolesTrusting(visit, accountOf(after.state, account), account)).toEqual([role]);
  });

  it('is too late when it has expired', () => {
    expect(answered(visit, role, [], false, 3_600_000).error?.code).toBe('ExpiredTokenException');
  });

  it.each(visit.at === 'ad' ? assertionTamperings : tokenTamperings)(
    'is turned away when the %s is changed on the way',
    (how) => {
      expect(answered(visit, role, [how]).error?.code).toBe('InvalidIdentityToken');
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
  ] as const)('%s', (_, visit, how, code) => {
    const role = visits.find(([, one]) => one === visit)![2];
    expect(answered(visit, role, [how], true).error?.code).toBe(code);
  });
});

describe('a refused session, explained', () => {
  it.each(visits)('%s: the trust policy says why', (_, visit, role) => {
    const world = prepared(visit);
    const stricter = call(world, 'iam:UpdateAssumeRolePolicy', {
      RoleName: role,
      PolicyDocument: accountOf(world.state, account)
        .roles.get(role.toLowerCase())!
        .trust.replace(/:"[^"]*"\}\}\}\]\}$/, ':"none"}}}]}'),
    });
    expect(stricter.error).toBeUndefined();
    const text = issued(visit, timeOf(world))!;
    const asked = assumption(visit, text, role, accountOf(world.state, account), account);
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
