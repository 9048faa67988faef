import { argumentsIn, misused, wrongChoice } from './arguments.ts';
import { ended, failed, type Session } from './session.ts';
import { unasked, type Profile, type Ran, type Terminal } from './terminal.ts';

const questions = [
  ['aws_access_key_id', 'AWS Access Key ID'],
  ['aws_secret_access_key', 'AWS Secret Access Key'],
  ['region', 'Default region name'],
  ['output', 'Default output format'],
] as const;

/**
 * `aws configure`, which asks for four values, and `configure set`, `get`, `list`, `list-profiles`.
 * @see https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-files.html
 */
export function configure(session: Session, words: readonly string[]): Ran {
  const read = argumentsIn(words, new Set());
  if ('problem' in read) return failed(session, read);
  const { terminal } = session;
  const profile = read.options.profile ?? terminal.env['AWS_PROFILE'] ?? 'default';
  const [verb, name, value] = read.loose;
  switch (verb) {
    case undefined:
      return asking(session, profile, []);
    case 'set':
      if (name === undefined || value === undefined)
        return failed(session, misused('the following arguments are required: varname, value'));
      return ended(session, { terminal: withSetting(terminal, profile, name, value) });
    case 'get': {
      if (name === undefined)
        return failed(session, misused('the following arguments are required: varname'));
      const place = settingNamed(terminal, profile, name);
      const found = terminal.profiles[place.profile]?.[place.name];
      return ended(session, found === undefined ? { exitCode: 1 } : { output: found });
    }
    case 'list':
      return ended(session, { output: listed(terminal, profile, read.options.profile !== undefined) });
    case 'list-profiles':
      return ended(session, { output: Object.keys(terminal.profiles).join('\n') });
    default:
      return failed(session, wrongChoice('operation', verb, ['set', 'get', 'list', 'list-profiles']));
  }
}

/** The next line of `aws configure`: an answer; empty leaves what was there. */
export function answered(session: Session, answer: string): Ran {
  const { question } = session.terminal;
  if (question?.about !== 'configure') return ended(session, {});
  return asking(session, question.profile, [...question.answers, answer.trim()]);
}

function asking(session: Session, profile: string, answers: readonly string[]): Ran {
  const { terminal } = session;
  const before: Profile = terminal.profiles[profile] ?? {};
  const next = questions[answers.length];
  if (next !== undefined) {
    const [name, words] = next;
    return ended(session, {
      output: `${words} [${masked(name, before[name])}]: `,
      terminal: { ...terminal, question: { about: 'configure', profile, answers } },
    });
  }
  const given = questions.flatMap(([name], at) => (answers[at] === '' ? [] : [[name, answers[at] ?? '']]));
  return ended(session, {
    terminal: {
      ...unasked(terminal),
      profiles: { ...terminal.profiles, [profile]: { ...before, ...(Object.fromEntries(given) as Profile) } },
    },
  });
}

/** `profile.dev.region`, `default.region` and `dev.region` of a profile that is there name one themselves. */
function settingNamed(
  { profiles }: Terminal,
  profile: string,
  name: string,
): { readonly profile: string; readonly name: string } {
  const [, marked, other = '', own = ''] = /^(profile\.)?([^.]+)\.(.+)$/.exec(name) ?? [];
  const isProfile = marked !== undefined || other === 'default' || profiles[other] !== undefined;
  return isProfile ? { profile: other, name: own } : { profile, name };
}

function withSetting(terminal: Terminal, profile: string, name: string, value: string): Terminal {
  const place = settingNamed(terminal, profile, name);
  const own = { ...terminal.profiles[place.profile], [place.name]: value };
  return { ...terminal, profiles: { ...terminal.profiles, [place.profile]: own } };
}

function masked(name: string, value: string | undefined): string {
  if (value === undefined) return 'None';
  return name.startsWith('aws_') ? `${'*'.repeat(16)}${value.slice(-4)}` : value;
}

/** One line of `configure list`: what is set, from where, and where exactly. */
function listLine(name: string, [value, type, place]: readonly [string, string, string]): string {
  return `${name.padStart(10)} ${value.padStart(24)} ${type.padStart(16)}    ${place}`;
}

function listed({ env, profiles, region }: Terminal, profile: string, isNamed: boolean): string {
  const own = profiles[profile] ?? {};
  const notSet = ['<not set>', 'None', 'None'] as const;
  const credential = (key: string, variable: string): readonly [string, string, string] => {
    if (!isNamed && env[variable] !== undefined) return [masked(key, env[variable]), 'env', ''];
    return own[key] === undefined ? notSet : [masked(key, own[key]), 'shared-credentials-file', ''];
  };
  const fromEnvironment = env['AWS_REGION'] ?? env['AWS_DEFAULT_REGION'];
  return [
    listLine('Name', ['Value', 'Type', 'Location']),
    listLine('----', ['-----', '----', '--------']),
    listLine(
      'profile',
      isNamed
        ? [profile, 'manual', '--profile']
        : env['AWS_PROFILE'] === undefined
          ? notSet
          : [profile, 'env', "['AWS_PROFILE', 'AWS_DEFAULT_PROFILE']"],
    ),
    listLine('access_key', credential('aws_access_key_id', 'AWS_ACCESS_KEY_ID')),
    listLine('secret_key', credential('aws_secret_access_key', 'AWS_SECRET_ACCESS_KEY')),
    listLine(
      'region',
      fromEnvironment !== undefined
        ? [fromEnvironment, 'env', "['AWS_REGION', 'AWS_DEFAULT_REGION']"]
        : own['region'] !== undefined
          ? [own['region'], 'config-file', '~/.aws/config']
          : // The region that is chosen beside the terminal stands in the place of an instance's own.
            [region, 'imds', ''],
    ),
  ].join('\n');
}
