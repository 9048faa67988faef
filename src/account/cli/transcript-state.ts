import { isJsonObject } from '#iam';
import { text } from '../calls/input.ts';
import { nameKey } from '../calls/names.ts';
import { perform } from '../perform/perform.ts';
import { hardwareToken } from '../tokens/hardware-token.ts';
import { codeAt } from '../tokens/totp.ts';
import { accountOf } from '../state/state.ts';
import { withLag, type Lag, type World } from '../state/world.ts';
import { newTerminal, type Terminal } from './terminal.ts';

/** Where a transcript stands: the world, the terminal, the time, and who is at the keyboard. */
export interface TranscriptState {
  readonly world: World;
  readonly terminal: Terminal;
  /** Account whose users come by their bare name. */
  readonly account: string;
  readonly now: number;
  /** A user's name, an ARN, or `root`; absent: a profile. */
  readonly who?: string;
  /** Names of those whose lines carry MFA. */
  readonly withMfa: readonly string[];
}

/** A transcript's beginning on a world, with the root user at the keyboard. */
export function newTranscriptState(
  world: World,
  account: string,
  files: Readonly<Record<string, string>> = {},
): TranscriptState {
  const now = world.log.at(-1)?.at ?? 0;
  return { world, account, terminal: { ...newTerminal(), files }, now, who: 'root', withMfa: [] };
}

/** The terminal, signing for whoever the transcript says. */
export function signingTerminal({ terminal, who, withMfa, now, account }: TranscriptState): Terminal {
  if (who === undefined) return terminal;
  const principal = principalOf(account, who);
  return {
    ...terminal,
    signature: { by: 'scenario', principal, ...(withMfa.includes(who) && { mfa: now }) },
  };
}

function principalOf(account: string, who: string): string {
  if (who.startsWith('arn:')) return who;
  return who === 'root' ? `arn:aws:iam::${account}:root` : `arn:aws:iam::${account}:user/${who}`;
}

const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

function durationOf(text: string): number | undefined {
  const [, count, unit = 's'] = /^(\d+)\s*(ms|s|m|h|d)?$/.exec(text) ?? [];
  return count === undefined ? undefined : Number(count) * (units[unit] ?? 1000);
}

/** What each direction may be followed by; a comment that says something else is only a comment. */
const directions: Readonly<Record<string, RegExp>> = {
  as: /^(?:profile\s+)?\S+$/,
  mfa: /^\S+$/,
  code: /^\S+$/,
  key: /^\S+ \S+$/,
  region: /^\S+$/,
  advance: /^\S+$/,
  lag: /^(?:\S+\s+)?\S+$/,
};

/**
 * The state after a comment line; the same state where the comment is no direction, a problem where it is one
 * that cannot be followed.
 */
export function directed(
  state: TranscriptState,
  line: string,
): TranscriptState | { readonly problem: string } {
  const [, verb = '', rest = ''] = /^\s*#\s*([a-z]+)\s+(.*?)\s*$/.exec(line) ?? [];
  if (directions[verb]?.test(rest) !== true) return state;
  const { terminal, now, world, account } = state;
  switch (verb) {
    case 'as':
      return signedBy(state, rest);
    case 'mfa':
      return { ...state, withMfa: [...state.withMfa, rest] };
    case 'code': {
      const code = codeOf(world, account, rest, now);
      return code === undefined
        ? { problem: `# code: ${rest} has no virtual MFA device` }
        : { ...state, terminal: { ...terminal, env: { ...terminal.env, CODE: code } } };
    }
    case 'key':
      return withKey(state, rest);
    case 'region':
      return /^[a-z]{2}(?:-[a-z]+)+-\d$/.test(rest)
        ? { ...state, terminal: { ...terminal, region: rest } }
        : { problem: `# region: \`${rest}\` is no region, as eu-west-1 is one` };
    case 'advance': {
      const by = durationOf(rest);
      return by === undefined
        ? { problem: `# advance: \`${rest}\` is no time, as 40s is one` }
        : { ...state, now: now + by };
    }
    default:
      return lagged(state, rest);
  }
}

function signedBy(state: TranscriptState, rest: string): TranscriptState {
  const { world, now, withMfa, terminal, account } = state;
  const [, profile] = /^profile\s+(\S+)$/.exec(rest) ?? [];
  const env = Object.fromEntries(Object.entries(terminal.env).filter(([name]) => name !== 'AWS_PROFILE'));
  if (profile === undefined)
    return { world, account, now, withMfa, who: rest, terminal: { ...terminal, env } };
  const own = {
    ...newTerminal(terminal.region),
    profiles: terminal.profiles,
    files: terminal.files,
    assumed: terminal.assumed,
  };
  return { world, account, now, withMfa, terminal: { ...own, env: { ...env, AWS_PROFILE: profile } } };
}

function lagged(state: TranscriptState, rest: string): TranscriptState | { readonly problem: string } {
  const [, region = '*', time] = /^(?:([a-z]{2}(?:-[a-z]+)+-\d)\s+)?(\S+)$/.exec(rest) ?? [];
  const lag: Lag | undefined = time === 'paused' ? 'paused' : durationOf(time ?? '');
  return lag === undefined
    ? { problem: `# lag: \`${rest}\` is no time, as 20s is one` }
    : { ...state, world: withLag(state.world, region, lag, state.now) };
}

/** `# key ana laptop`: the root user makes ana an access key, and it goes into the profile `laptop`; `# key root …`: one of her own. */
function withKey(state: TranscriptState, rest: string): TranscriptState | { readonly problem: string } {
  const [user = '', profile = ''] = rest.split(' ');
  const { account, now, world, terminal } = state;
  const done = perform(
    world,
    {
      service: 'iam',
      operation: 'CreateAccessKey',
      input: user === 'root' ? {} : { UserName: user },
      signature: { by: 'scenario', principal: principalOf(account, 'root') },
      region: terminal.region,
      face: 'console',
    },
    { now },
  );
  const key = done.output?.['AccessKey'];
  if (!isJsonObject(key)) return { problem: `# key: ${done.error?.message ?? ''}` };
  const own = {
    ...terminal.profiles[profile],
    aws_access_key_id: text(key, 'AccessKeyId'),
    aws_secret_access_key: text(key, 'SecretAccessKey'),
  };
  return {
    ...state,
    world: done.world,
    terminal: { ...terminal, profiles: { ...terminal.profiles, [profile]: own } },
  };
}

/** What the user's virtual device shows now, or the hardware token with this serial number. */
function codeOf(world: World, account: string, who: string, now: number): string | undefined {
  const token = hardwareToken(who, now);
  if (token?.seed !== undefined) return codeAt(token.seed, now);
  const user = who === 'root' ? '' : nameKey(who);
  const name = who === 'root' ? 'root-account-mfa-device' : who;
  const device = [...accountOf(world.state, account).mfaDevices.values()].find(
    (one) =>
      one.seed !== undefined &&
      (one.user === undefined ? one.serial.endsWith(`mfa/${name}`) : nameKey(one.user) === user),
  );
  return device?.seed === undefined ? undefined : codeAt(device.seed, now);
}
