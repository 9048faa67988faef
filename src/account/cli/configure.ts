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
      const found = terminal.profiles[profile]?.[name ?? ''];
      return ended(session, found === undefined ? { exitCode: 1 } : { output: found });
    }
    case 'list':
      return ended(session, { output: listed(terminal, profile) });
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

function withSetting(terminal: Terminal, profile: string, name: string, value: string): Terminal {
  const [, other, own] = /^profile\.([^.]+)\.(.+)$/.exec(name) ?? [];
  const where = other ?? profile;
  return {
    ...terminal,
    profiles: { ...terminal.profiles, [where]: { ...terminal.profiles[where], [own ?? name]: value } },
  };
}

function masked(name: string, value: string | undefined): string {
  if (value === undefined) return 'None';
  return name.startsWith('aws_') ? `${'*'.repeat(16)}${value.slice(-4)}` : value;
}

function listed({ env, profiles, region }: Terminal, profile: string): string {
  const own = profiles[profile] ?? {};
  const row = (name: string, key: string, variable: string): string => {
    const [value, type, location] =
      env[variable] !== undefined
        ? [masked(key, env[variable]), 'env', variable]
        : own[key] !== undefined
          ? [
              masked(key, own[key]),
              key.startsWith('aws_') ? 'shared-credentials-file' : 'config-file',
              '~/.aws/config',
            ]
          : ['<not set>', 'None', 'None'];
    return `${name.padStart(10)} ${value.padStart(24)} ${type.padStart(16)}    ${location}`;
  };
  return [
    `${'Name'.padStart(10)} ${'Value'.padStart(24)} ${'Type'.padStart(16)}    Location`,
    `${'----'.padStart(10)} ${'-----'.padStart(24)} ${'----'.padStart(16)}    --------`,
    `${'profile'.padStart(10)} ${profile.padStart(24)} ${'None'.padStart(16)}    None`,
    row('access_key', 'aws_access_key_id', 'AWS_ACCESS_KEY_ID'),
    row('secret_key', 'aws_secret_access_key', 'AWS_SECRET_ACCESS_KEY'),
    own['region'] === undefined && env['AWS_REGION'] === undefined
      ? `${'region'.padStart(10)} ${region.padStart(24)} ${'None'.padStart(16)}    None`
      : row('region', 'region', 'AWS_REGION'),
  ].join('\n');
}
