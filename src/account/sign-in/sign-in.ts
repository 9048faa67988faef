import type { JsonObject } from '#iam';
import { authenticate } from '../calls/authenticate.ts';
import { denied, sourceIp } from '../calls/authorize.ts';
import { nameKey } from '../calls/names.ts';
import type { Environment } from '../perform/perform.ts';
import { isRefusal } from '../calls/refusal.ts';
import { settingsOf } from '../operations/iam/credential-holders.ts';
import type { LoginProfile, MfaDevice, Session } from '../state/entities.ts';
import { accessKeyId, fingerprint, secretAccessKey, sessionToken } from '../state/ids.ts';
import type { CallRecord } from '../state/record.ts';
import { randomnessOf } from '../state/random.ts';
import { changed, put } from '../state/state.ts';
import type { World } from '../state/world.ts';
import { passwordExpiry, passwordFault, withPassword } from '../operations/iam/credentials/passwords.ts';
import {
  hasPassword,
  passwordUsed,
  signInAccount,
  subjectOf,
  type SignInName,
  type Subject,
} from './subject.ts';
import { consoleLogin, logged, signInIdentity, unknownIdentity } from './trail.ts';
import { verifyCode } from '../tokens/totp.ts';

/** A console session lasts twelve hours. */
const sessionLength = 43_200_000;
/** How long a proved second factor stands while the user thinks of a new password. */
const factorTimeoutMs = 600_000;

const incorrect = 'Your authentication information is incorrect. Please try again.';
const expired = 'Your password has expired. Contact your administrator to reset it.';
const badNewPassword =
  'Either user is not authorized to perform iam:ChangePassword or entered password does not comply with account password policy set by administrator';

/** A second factor that a step before this one has proved; the step gives it, and the next attempt gives it back. */
interface ProvedFactor {
  readonly kind: 'proved';
  readonly serial: string;
  /** Time step of its code; absent for a security key. */
  readonly step?: number;
  readonly at: number;
}

/** What somebody has entered at the console's door so far: each attempt has all of it. */
export interface SignInAttempt {
  readonly who: SignInName;
  readonly password: string;
  /** A code, a security key whose assertion the page has obtained, or what a step before has proved. */
  readonly mfa?:
    | { readonly kind: 'totp'; readonly code: string }
    | { readonly kind: 'fido'; readonly serial: string }
    | ProvedFactor;
  readonly newPassword?: string;
  readonly region?: string;
}

/** What comes next: a second factor, a new password, nothing (refused), or the console. */
export type SignInStep =
  | { readonly next: 'mfa'; readonly devices: readonly Pick<MfaDevice, 'serial' | 'kind'>[] }
  | {
      readonly next: 'newPassword';
      readonly because: 'reset' | 'expired';
      readonly proved?: ProvedFactor;
      /** Why the new password that was entered is not taken. */
      readonly problem?: string;
    }
  | { readonly next: 'refused'; readonly message: string }
  | { readonly next: 'console'; readonly session: string; readonly account: string };

/** The world after an attempt, and the line of the trail if it ended there. A failed attempt changes nothing else. */
export interface SignedIn {
  readonly world: World;
  readonly step: SignInStep;
  readonly record?: CallRecord;
}

/**
 * One attempt to sign in to the console. Wrong password, no password, no such user: the answer is the same.
 * @see https://docs.aws.amazon.com/signin/latest/userguide/console-sign-in-tutorials.html
 */
export function signIn(world: World, attempt: SignInAttempt, { now: clock }: Environment): SignedIn {
  // Invariant: the time of the world never goes back, whatever the clock of the device does.
  const now = Math.max(world.log.at(-1)?.at ?? clock, clock);
  const door: Door = { world, attempt, now, again: { clock, attempt: attempt as unknown as JsonObject } };
  const subject = subjectOf(world.state, attempt.who);
  if (subject === undefined || !hasPassword(subject, attempt.password))
    return failed(door, incorrect, subject);
  if (subject.devices.length > 0 && attempt.mfa === undefined)
    return {
      world,
      step: { next: 'mfa', devices: subject.devices.map(({ serial, kind }) => ({ serial, kind })) },
    };
  const factor = subject.devices.length === 0 ? undefined : provedFactor(door, subject);
  if (factor === undefined && subject.devices.length > 0) return failed(door, incorrect, subject);
  const { profile } = subject;
  const because = profile && renewal(profile, subject, now);
  if (because === 'hard') return failed(door, expired, subject);
  return because === undefined || profile === undefined
    ? entered(door, subject, factor)
    : renewed(door, subject, profile, because, factor);
}

interface Door {
  readonly world: World;
  readonly attempt: SignInAttempt;
  readonly now: number;
  /** Of the first record that the attempt leaves. */
  readonly again?: JsonObject;
}

/** When and where the trail has it: the root user signs in in us-east-1. */
function placed({
  world,
  now,
  attempt: { who, region },
  again,
}: Door): Pick<CallRecord, 'at' | 'region' | 'again'> {
  return {
    at: now,
    region: who.kind === 'root' ? 'us-east-1' : (region ?? 'us-east-1'),
    ...(world.keepsCalls === true && again && { again }),
  };
}

/** Whether the second factor is one of the subject's: a code of one of its devices, or a security key. */
function provedFactor({ attempt: { mfa }, now }: Door, { devices }: Subject): ProvedFactor | undefined {
  if (mfa === undefined) return undefined;
  if (mfa.kind === 'totp') {
    for (const device of devices) {
      const step = verifyCode(device, mfa.code, now)?.device.lastStep;
      if (step !== undefined) return { kind: 'proved', serial: device.serial, step, at: now };
    }
    return undefined;
  }
  const device = devices.find(({ serial }) => serial === mfa.serial);
  if (device === undefined) return undefined;
  if (mfa.kind === 'fido')
    return device.kind === 'fido' ? { kind: 'proved', serial: device.serial, at: now } : undefined;
  const isFresh = now >= mfa.at && now < mfa.at + factorTimeoutMs;
  const isUsed = mfa.step !== undefined && mfa.step <= (device.lastStep ?? -1);
  return isFresh && !isUsed && (mfa.step === undefined) === (device.kind === 'fido') ? mfa : undefined;
}

function renewal(
  profile: LoginProfile,
  { account }: Subject,
  now: number,
): 'reset' | 'expired' | 'hard' | undefined {
  const { passwordPolicy } = settingsOf(account);
  if (profile.resetRequired) return 'reset';
  if (now < (passwordExpiry(profile, passwordPolicy) ?? Infinity)) return undefined;
  return passwordPolicy?.HardExpiry === true ? 'hard' : 'expired';
}

/** A user who has to choose a new password needs iam:ChangePassword for it, as for any change of the own password. */
function renewed(
  door: Door,
  subject: Subject,
  profile: LoginProfile,
  because: 'reset' | 'expired',
  factor: ProvedFactor | undefined,
): SignedIn {
  const { world, now, attempt } = door;
  const wanted = { next: 'newPassword', because, ...(factor && { proved: factor }) } as const;
  if (attempt.newPassword === undefined) return { world, step: wanted };
  const { account, accountId, arn } = subject;
  const fault = passwordFault(attempt.newPassword, settingsOf(account), profile);
  if (fault || !mayChangePassword(door, subject, factor))
    return { world, step: { ...wanted, problem: badNewPassword } };
  const change = put(
    accountId,
    'loginProfiles',
    nameKey(profile.user),
    withPassword(profile, attempt.newPassword, now),
  );
  const hidden = { OldPassword: '***', NewPassword: '***' };
  const after = logged(world, {
    ...placed(door),
    service: 'iam',
    operation: 'ChangePassword',
    input: hidden,
    caller: signInIdentity(subject),
    asks: [{ action: 'iam:ChangePassword', resource: arn }],
    changes: [change],
  }).world;
  return entered({ world: after, attempt, now }, subject, factor);
}

function mayChangePassword({ world, now, attempt }: Door, subject: Subject, factor?: ProvedFactor): boolean {
  const session = consoleSession(subject, world, now, factor);
  const state = changed(world.state, [put(subject.accountId, 'sessions', session.id, session)]);
  const caller = authenticate({ by: 'console', session: session.id }, state, state, now);
  if (isRefusal(caller)) return false;
  const ask = { action: 'iam:ChangePassword', resource: subject.arn };
  return !denied(world, state, caller, [ask], { region: attempt.region ?? 'us-east-1', now, sourceIp });
}

function consoleSession(
  { arn, user }: Subject,
  { seed, log }: World,
  now: number,
  factor?: ProvedFactor,
): Session {
  const random = randomnessOf(seed, log.length);
  return {
    id: accessKeyId('ASIA', random),
    secret: fingerprint(secretAccessKey(random)),
    token: fingerprint(sessionToken(random)),
    kind: 'console',
    principal: arn,
    user: user?.name ?? '',
    issued: now,
    expires: now + sessionLength,
    ...(factor && { mfaAt: factor.at }),
    tags: [],
    transitiveTags: [],
  };
}

function entered(door: Door, subject: Subject, factor: ProvedFactor | undefined): SignedIn {
  const { now } = door;
  const { accountId, devices } = subject;
  const session = consoleSession(subject, door.world, now, factor);
  const device = devices.find(({ serial }) => serial === factor?.serial);
  const done = logged(door.world, {
    ...placed(door),
    ...consoleLogin('Success', factor !== undefined, factor?.serial),
    caller: signInIdentity(subject, session),
    changes: [
      put(accountId, 'sessions', session.id, session),
      ...passwordUsed(subject, now),
      ...(device && factor?.step !== undefined
        ? [put(accountId, 'mfaDevices', device.serial, { ...device, lastStep: factor.step })]
        : []),
    ],
  });
  return { ...done, step: { next: 'console', session: session.id, account: accountId } };
}

function failed(door: Door, message: string, subject: Subject | undefined): SignedIn {
  const { world, attempt } = door;
  const done = logged(world, {
    ...placed(door),
    ...consoleLogin('Failure', attempt.mfa !== undefined),
    error: { code: 'FailedAuthentication', message: 'Failed authentication' },
    caller: subject
      ? signInIdentity(subject)
      : unknownIdentity(signInAccount(world.state, attempt.who) ?? ''),
    changes: [],
  });
  return { ...done, step: { next: 'refused', message } };
}
