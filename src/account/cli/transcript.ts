import { codeAt } from '../identity/totp.ts';
import { nameKey } from '../calls/names.ts';
import { accountOf } from '../state/state.ts';
import { withLag, type Lag, type World } from '../state/world.ts';
import { commandLines } from './command-lines.ts';
import { runLine } from './run.ts';
import { newTerminal, type Terminal } from './terminal.ts';

/** A line of a transcript with what it printed; a stage direction prints nothing, unless it is wrong. */
export interface Printed {
  readonly line: string;
  readonly output: string;
  readonly errors: string;
  readonly exitCode: number;
}

interface Stage {
  readonly world: World;
  readonly terminal: Terminal;
  readonly now: number;
  /** Who stands on the stage: a user's name, or `root`; absent: a profile. */
  readonly who?: string;
  /** Names of those whose lines carry MFA. */
  readonly withMfa: readonly string[];
}

/** A second passes from one line to the next. */
const step = 1000;

/**
 * Runs `aws …` lines on the account, as `npm run account` does. Comment lines set the stage: `# as root`, `# as ana`,
 * `# as profile NAME`, `# mfa ana`, `# code ana` (the six digits of ana's device, in `$CODE`), `# region eu-west-1`,
 * `# advance 40s`, `# lag 20s`. A line that ends with `\` or inside quotes goes on in the next.
 */
export function runTranscript(
  text: string,
  account: string,
  world: World,
  files: Readonly<Record<string, string>>,
  random: () => number,
): readonly Printed[] {
  const start = world.log.at(-1)?.at ?? 0;
  let stage: Stage = {
    world,
    terminal: { ...newTerminal(), files },
    now: start,
    who: 'root',
    withMfa: [],
  };
  const printed: Printed[] = [];
  for (const line of commandLines(text)) {
    stage = { ...stage, now: stage.now + step };
    const direction = /^\s*#\s*(as|mfa|code|region|advance|lag)\b\s*(.*)$/.exec(line);
    if (direction !== null) {
      const set = directed(stage, account, direction[1] ?? '', (direction[2] ?? '').trim());
      if ('problem' in set) printed.push({ line, output: '', errors: set.problem, exitCode: 2 });
      else {
        stage = set;
        printed.push({ line, output: '', errors: '', exitCode: 0 });
      }
    } else if (line.trim() === '' || line.trim().startsWith('#'))
      printed.push({ line, output: '', errors: '', exitCode: 0 });
    else {
      const ran = runLine(staged(stage, account), line.replace(/^\s*\$\s+/, ''), stage.world, {
        now: stage.now,
        random,
      });
      stage = { ...stage, terminal: ran.terminal, world: ran.world };
      const errors =
        ran.realKey === true ? 'this line holds what looks like a real AWS key: it was not run' : ran.errors;
      printed.push({ line, output: ran.output, errors, exitCode: ran.exitCode });
    }
  }
  return printed;
}

/** The terminal of whoever stands on the stage. */
function staged({ terminal, who, withMfa, now }: Stage, account: string): Terminal {
  if (who === undefined) return terminal;
  const principal = principalOf(account, who);
  return { ...terminal, stage: { by: 'stage', principal, ...(withMfa.includes(who) && { mfa: now }) } };
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

function directed(
  stage: Stage,
  account: string,
  verb: string,
  rest: string,
): Stage | { readonly problem: string } {
  const { terminal, now, world } = stage;
  switch (verb) {
    case 'as':
      return rest === '' ? { problem: '# as: say who: root, a user, or profile NAME' } : onStage(stage, rest);
    case 'mfa':
      return rest === ''
        ? { problem: '# mfa: say whose lines carry MFA' }
        : { ...stage, withMfa: [...stage.withMfa, rest] };
    case 'code': {
      const code = codeOf(world, account, rest, now);
      return code === undefined
        ? { problem: `# code: ${rest} has no virtual MFA device` }
        : { ...stage, terminal: { ...terminal, env: { ...terminal.env, CODE: code } } };
    }
    case 'region':
      return /^[a-z]{2}(?:-[a-z]+)+-\d$/.test(rest)
        ? { ...stage, terminal: { ...terminal, region: rest } }
        : { problem: `# region: \`${rest}\` is no region, as eu-west-1 is one` };
    case 'advance': {
      const by = durationOf(rest);
      return by === undefined
        ? { problem: `# advance: \`${rest}\` is no time, as 40s is one` }
        : { ...stage, now: now + by };
    }
    default:
      return lagged(stage, rest);
  }
}

function onStage(stage: Stage, rest: string): Stage {
  const { world, now, withMfa, terminal } = stage;
  const [, profile] = /^profile\s+(\S+)$/.exec(rest) ?? [];
  const env = Object.fromEntries(Object.entries(terminal.env).filter(([name]) => name !== 'AWS_PROFILE'));
  if (profile === undefined) return { world, now, withMfa, who: rest, terminal: { ...terminal, env } };
  const own = {
    ...newTerminal(terminal.region),
    profiles: terminal.profiles,
    files: terminal.files,
    assumed: terminal.assumed,
  };
  return { world, now, withMfa, terminal: { ...own, env: { ...env, AWS_PROFILE: profile } } };
}

function lagged(stage: Stage, rest: string): Stage | { readonly problem: string } {
  const [, region = '*', time] = /^(?:([a-z]{2}(?:-[a-z]+)+-\d)\s+)?(\S+)$/.exec(rest) ?? [];
  const lag: Lag | undefined = time === 'paused' ? 'paused' : durationOf(time ?? '');
  return lag === undefined
    ? { problem: `# lag: \`${rest}\` is no time, as 20s is one` }
    : { ...stage, world: withLag(stage.world, region, lag, stage.now) };
}

/** What the user's virtual device shows now. */
function codeOf(world: World, account: string, who: string, now: number): string | undefined {
  const user = who === 'root' ? '' : nameKey(who);
  const device = [...accountOf(world.state, account).mfaDevices.values()].find(
    (one) =>
      one.seed !== undefined &&
      (one.user === undefined ? one.serial.endsWith(`mfa/${who}`) : nameKey(one.user) === user),
  );
  return device?.seed === undefined ? undefined : codeAt(device.seed, now);
}
