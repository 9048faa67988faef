import { describe, expect, it } from 'vitest';
import { accountOf, perform, worldOf, type World } from '#account';
import { signIn, type SignInAttempt, type SignedIn } from '../../src/account/sign-in/sign-in.ts';
import { codeAt, stepAt } from '../../src/account/tokens/totp.ts';
import type { MfaDevice } from '../../src/account/state/entities.ts';
import { put, type Change } from '../../src/account/state/state.ts';
import { account, call, catalogue, freshWorld, root, start } from './fresh-world.ts';

const refused = {
  next: 'refused',
  message: 'Your authentication information is incorrect. Please try again.',
};
const rootUser: SignInAttempt = {
  who: { kind: 'root', email: 'root@puerto.example' },
  password: 'correct horse 9!',
};
const ana: SignInAttempt = { who: { kind: 'user', account, name: 'ana' }, password: 'Blue-Whale-7' };
const seed = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const hour = 3_600_000;
const day = 24 * hour;
const at = start + hour;

function given(...calls: readonly (readonly [string, object])[]): World {
  return calls.reduce((world, [name, input]) => {
    const done = call(world, name, input as Record<string, never>);
    if (done.error) throw new Error(done.error.message);
    return done.world;
  }, freshWorld());
}

function withAna(profile: object = {}, ...more: readonly (readonly [string, object])[]): World {
  return given(['iam:CreateUser', { UserName: 'Ana' }], ...more, [
    'iam:CreateLoginProfile',
    { UserName: 'ana', Password: 'Blue-Whale-7', ...profile },
  ]);
}

/** The world with rows that no call makes. */
function withRows(world: World, ...rows: readonly Change[]): World {
  const [first, ...rest] = world.log;
  return worldOf(
    { ...world, log: [{ ...first!, changes: [...first!.changes, ...rows] }, ...rest] },
    catalogue,
  );
}

function device(user: string, kind: MfaDevice['kind'] = 'virtual', name = 'phone'): MfaDevice {
  const serial = `arn:aws:iam::${account}:${kind === 'fido' ? 'u2f/user/Ana' : 'mfa'}/${name}`;
  return {
    serial,
    kind,
    user,
    created: start,
    enabled: start,
    drift: 0,
    tags: [],
    ...(kind !== 'fido' && { seed }),
  };
}

function withDevices(world: World, ...devices: readonly MfaDevice[]): World {
  return withRows(world, ...devices.map((one) => put(account, 'mfaDevices', one.serial, one)));
}

function enter(world: World, attempt: SignInAttempt, now = at): SignedIn {
  return signIn(world, attempt, { now });
}

function sessionOf({ world, step }: SignedIn): unknown {
  return step.next === 'console' ? accountOf(world.state, account).sessions.get(step.session) : step;
}

describe('signing in to the console', () => {
  it('lets the root user in by email address and password', () => {
    const done = enter(freshWorld(), { ...rootUser, region: 'eu-south-2' });
    expect(sessionOf(done)).toMatchObject({
      kind: 'console',
      principal: root,
      user: '',
      issued: at,
      expires: at + 12 * hour,
    });
    expect(done.record).toMatchObject({
      service: 'signin',
      operation: 'ConsoleLogin',
      face: 'sign-in',
      region: 'us-east-1',
      caller: { type: 'Root', arn: root, mfa: false },
      input: { MFAUsed: 'No' },
      output: { ConsoleLogin: 'Success' },
    });
    expect(accountOf(done.world.state, account).settings.get('account')?.rootPasswordLastUsed).toBe(at);
  });

  it('lets a user in by account id and name, in any case', () => {
    const done = enter(withAna(), {
      ...ana,
      who: { kind: 'user', account, name: 'ANA' },
      region: 'eu-south-2',
    });
    expect(sessionOf(done)).toMatchObject({ principal: `arn:aws:iam::${account}:user/Ana`, user: 'Ana' });
    expect(done.record).toMatchObject({ region: 'eu-south-2', caller: { type: 'IAMUser', userName: 'Ana' } });
    expect(accountOf(done.world.state, account).users.get('ana')?.passwordLastUsed).toBe(at);
  });

  it('lets a user in by the account’s alias', () => {
    const world = withAna();
    const settings = accountOf(world.state, account).settings.get('account')!;
    const named = withRows(world, put(account, 'settings', 'account', { ...settings, alias: 'puerto' }));
    const who = { kind: 'user', account: 'puerto', name: 'ana' } as const;
    expect(enter(named, { ...ana, who }).step.next).toBe('console');
    expect(enter(world, { ...ana, who }).step).toEqual(refused);
  });

  it('gives a session that signs calls until it ends', () => {
    const { world, step } = enter(freshWorld(), rootUser);
    const session = step.next === 'console' ? step.session : '';
    const [early, late] = [at + 11 * hour, at + 12 * hour].map((now) =>
      perform(
        world,
        {
          service: 'iam',
          operation: 'ListUsers',
          input: {},
          signature: { by: 'console', session },
          region: 'us-east-1',
          face: 'console',
        },
        { now },
      ),
    );
    expect(early?.error).toBeUndefined();
    expect(late?.error?.code).toBe('ExpiredToken');
  });

  it('notes uses of a password within five minutes once', () => {
    const once = enter(withAna(), ana).world;
    const twice = enter(once, ana, at + 240_000).world;
    expect(accountOf(twice.state, account).users.get('ana')?.passwordLastUsed).toBe(at);
    const later = enter(twice, ana, at + 300_000).world;
    expect(accountOf(later.state, account).users.get('ana')?.passwordLastUsed).toBe(at + 300_000);
  });

  it('never sets the time of the world back', () => {
    expect(enter(enter(withAna(), ana).world, ana, start).record?.at).toBe(at);
  });
});

describe('a failed sign-in', () => {
  it.each([
    ['a wrong password', { ...ana, password: 'Blue-Whale-8' }],
    ['a wrong root password', { ...rootUser, password: 'Blue-Whale-8' }],
    ['no such user', { ...ana, who: { kind: 'user', account, name: 'ben' } }],
    ['no such account', { ...ana, who: { kind: 'user', account: '999988887777', name: 'ana' } }],
    ['no such email address', { ...rootUser, who: { kind: 'root', email: 'ana@puerto.example' } }],
  ] as const)('says the same of %s, changes no state, and is in the trail', (_, attempt) => {
    const world = withAna();
    const done = enter(world, attempt);
    expect(done.step).toEqual(refused);
    expect(done.world.state).toBe(world.state);
    expect(done.world.log).toHaveLength(world.log.length + 1);
    expect(done.record).toMatchObject({
      output: { ConsoleLogin: 'Failure' },
      error: { message: 'Failed authentication' },
      changes: [],
    });
    expect(JSON.stringify(done.record)).not.toContain(attempt.password);
  });

  it('under a name that is nobody’s hides the name', () => {
    const { record } = enter(withAna(), { ...ana, who: { kind: 'user', account, name: 'ben' } });
    expect(record?.caller).toMatchObject({ account, userName: 'HIDDEN_DUE_TO_SECURITY_REASONS' });
  });

  it('is that of a user without a password, and of a root user without one', () => {
    expect(enter(given(['iam:CreateUser', { UserName: 'ana' }]), ana).step).toEqual(refused);
    expect(enter(given(['iam:DeleteLoginProfile', {}]), rootUser).step).toEqual(refused);
  });
});

describe('a second factor', () => {
  const world = withDevices(withAna(), device('Ana'), device('Ana', 'fido', 'key-1'));
  const code = codeAt(seed, at);

  it('is asked for once the password is right, and not before', () => {
    const done = enter(world, ana);
    expect(done).toMatchObject({ step: { next: 'mfa', devices: [{ kind: 'virtual' }, { kind: 'fido' }] } });
    expect(done.world).toBe(world);
    expect(enter(world, { ...ana, password: 'wrong' }).step).toEqual(refused);
  });

  it('is asked of the root user too, when it has a device', () => {
    const own = withDevices(freshWorld(), device(''));
    expect(enter(own, rootUser).step.next).toBe('mfa');
    expect(enter(own, { ...rootUser, mfa: { kind: 'totp', code } }).step.next).toBe('console');
  });

  it('is a code of a device, and is in the session', () => {
    const done = enter(world, { ...ana, mfa: { kind: 'totp', code } });
    expect(sessionOf(done)).toMatchObject({ mfaAt: at });
    expect(done.record).toMatchObject({
      input: { MFAUsed: 'Yes', MFAIdentifier: device('Ana').serial },
      caller: { mfa: true },
    });
  });

  it('is a code that is good once', () => {
    const once = enter(world, { ...ana, mfa: { kind: 'totp', code } });
    expect(accountOf(once.world.state, account).mfaDevices.get(device('Ana').serial)?.lastStep).toBe(
      stepAt(at),
    );
    const again = enter(once.world, { ...ana, mfa: { kind: 'totp', code } }, at + 1000);
    expect(again.step).toEqual(refused);
    expect(again.record?.input).toEqual({ MFAUsed: 'Yes' });
  });

  it('is a security key of the user', () => {
    const done = enter(world, {
      ...ana,
      mfa: { kind: 'fido', serial: device('Ana', 'fido', 'key-1').serial },
    });
    expect(sessionOf(done)).toMatchObject({ mfaAt: at });
  });

  it.each([
    ['a wrong code', { kind: 'totp', code: code === '000000' ? '111111' : '000000' }],
    ['a security key that is not registered', { kind: 'fido', serial: 'arn:aws:iam::1:u2f/user/Ana/other' }],
    ['a virtual device taken for a security key', { kind: 'fido', serial: device('Ana').serial }],
    ['a step never proved', { kind: 'proved', serial: device('Ana').serial, at }],
  ] as const)('is not %s', (_, mfa) => {
    const done = enter(world, { ...ana, mfa });
    expect(done.step).toEqual(refused);
    expect(done.world.state).toBe(world.state);
  });

  it('that nobody asked for changes nothing', () => {
    expect(sessionOf(enter(withAna(), { ...ana, mfa: { kind: 'totp', code } }))).not.toHaveProperty('mfaAt');
  });
});

describe('a password that has to be changed', () => {
  const allowed = ['iam:UpdateAccountPasswordPolicy', { AllowUsersToChangePassword: true }] as const;
  const reset = withAna({ PasswordResetRequired: true }, allowed);

  it('is asked for, and the new one lets the user in', () => {
    expect(enter(reset, ana)).toMatchObject({
      step: { next: 'newPassword', because: 'reset' },
      world: { log: reset.log },
    });
    const done = enter(reset, { ...ana, newPassword: 'Blue-Whale-8' });
    expect(done.step.next).toBe('console');
    expect(done.world.log.slice(-2).map(({ operation }) => operation)).toEqual([
      'ChangePassword',
      'ConsoleLogin',
    ]);
    expect(enter(done.world, { ...ana, password: 'Blue-Whale-8' }).step.next).toBe('console');
    expect(enter(done.world, ana).step).toEqual(refused);
    expect(JSON.stringify(done.world.log)).not.toContain('Blue-Whale');
  });

  it.each([
    ['the new one breaks the policy', reset, 'short'],
    ['the user may not change it', withAna({ PasswordResetRequired: true }), 'Blue-Whale-8'],
  ])('stays when %s', (_, world, newPassword) => {
    const done = enter(world, { ...ana, newPassword });
    expect(done.step).toEqual({
      next: 'newPassword',
      because: 'reset',
      problem:
        'Either user is not authorized to perform iam:ChangePassword or entered password does not comply with account password policy set by administrator',
    });
    expect(done.world).toBe(world);
  });

  it('waits for the new one without asking for the second factor again', () => {
    const world = withDevices(reset, device('Ana'));
    const first = enter(world, { ...ana, mfa: { kind: 'totp', code: codeAt(seed, at) } });
    const proved = first.step.next === 'newPassword' ? first.step.proved : undefined;
    expect(proved).toMatchObject({ serial: device('Ana').serial, at });
    const attempt = { ...ana, mfa: proved!, newPassword: 'Blue-Whale-8' };
    const done = enter(world, attempt, at + 300_000);
    expect(sessionOf(done)).toMatchObject({ mfaAt: at });
    expect(enter(world, attempt, at + 600_000).step).toEqual(refused);
    const other = { ...attempt, password: 'Blue-Whale-8' };
    expect(enter(done.world, other, at + 301_000).step).toEqual(refused);
  });

  it('is one that expired, by the age that the policy has today', () => {
    const world = withAna({}, [
      'iam:UpdateAccountPasswordPolicy',
      { AllowUsersToChangePassword: true, MaxPasswordAge: 30 },
    ]);
    const changed = accountOf(world.state, account).loginProfiles.get('ana')!.changed;
    expect(enter(world, ana, changed + 30 * day - 1).step.next).toBe('console');
    expect(enter(world, ana, changed + 30 * day).step).toMatchObject({
      next: 'newPassword',
      because: 'expired',
    });
    const done = enter(world, { ...ana, newPassword: 'Blue-Whale-8' }, changed + 30 * day);
    expect(done.step.next).toBe('console');
  });

  it('is not changed by the user after a hard expiry', () => {
    const world = withAna({}, [
      'iam:UpdateAccountPasswordPolicy',
      { AllowUsersToChangePassword: true, MaxPasswordAge: 30, HardExpiry: true },
    ]);
    const done = enter(world, { ...ana, newPassword: 'Blue-Whale-8' }, start + 31 * day);
    expect(done.step).toEqual({
      next: 'refused',
      message: 'Your password has expired. Contact your administrator to reset it.',
    });
    const again = call(
      world,
      'iam:UpdateLoginProfile',
      { UserName: 'ana', Password: 'Blue-Whale-9' },
      { after: 31 * day },
    );
    expect(enter(again.world, { ...ana, password: 'Blue-Whale-9' }, start + 31 * day).step.next).toBe(
      'console',
    );
  });
});
