import type { Signature } from '../calls/caller.ts';
import type { Profile, Terminal } from './terminal.ts';

/** Options that every `aws` command takes. */
export interface GlobalOptions {
  readonly profile?: string;
  readonly region?: string;
  readonly output?: string;
  readonly query?: string;
  readonly paginate: boolean;
  readonly signed: boolean;
}

export interface Settings {
  readonly profileName: string;
  readonly profile: Profile;
  readonly region: string;
  readonly output: string;
}

/** Why a command cannot begin, with the exit code that the CLI gives. */
export interface Stopped {
  readonly problem: string;
  readonly exitCode: number;
}

/**
 * Where a command goes and how it prints: options first, then the environment, then the profile.
 * @see https://docs.aws.amazon.com/cli/latest/userguide/cli-chap-configure.html
 */
export function settingsFor(terminal: Terminal, options: GlobalOptions): Settings | Stopped {
  const { env, profiles } = terminal;
  const profileName = options.profile ?? env['AWS_PROFILE'] ?? 'default';
  const profile = profiles[profileName];
  if (profile === undefined && profileName !== 'default')
    return { problem: `The config profile (${profileName}) could not be found`, exitCode: 255 };
  return {
    profileName,
    profile: profile ?? {},
    region:
      options.region ??
      env['AWS_REGION'] ??
      env['AWS_DEFAULT_REGION'] ??
      profile?.['region'] ??
      terminal.region,
    output: options.output ?? env['AWS_DEFAULT_OUTPUT'] ?? profile?.['output'] ?? 'json',
  };
}

/** What signs a command: keys, whoever the transcript or the scenario names, or a profile whose role must be assumed first. */
export type Signer = Signature | { readonly by: 'role'; readonly profile: string } | Stopped;

/**
 * The credentials of a command. A profile named on the command line goes before the environment; without one, the
 * environment goes before the profile.
 */
export function signerFor(terminal: Terminal, options: GlobalOptions, settings: Settings): Signer {
  if (!options.signed) return { by: 'nobody' };
  const fromEnvironment = options.profile === undefined ? environmentKeys(terminal.env) : undefined;
  if (fromEnvironment !== undefined) return fromEnvironment;
  const { profile, profileName } = settings;
  if (profile['role_arn'] !== undefined) return { by: 'role', profile: profileName };
  if (profile['aws_access_key_id'] !== undefined) return profileKeys(profile);
  return (
    terminal.signature ?? {
      problem: 'Unable to locate credentials. You can configure credentials by running "aws configure".',
      exitCode: 253,
    }
  );
}

/** The keys that the environment variables hold; undefined where there is no access key id. */
export function environmentKeys(env: Terminal['env']): Signature | Stopped | undefined {
  const { AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: secret, AWS_SESSION_TOKEN: token } = env;
  return id === undefined ? undefined : keys(id, secret, token, 'env', 'AWS_SECRET_ACCESS_KEY');
}

/** The keys that a profile holds. */
export function profileKeys(profile: Profile): Signature | Stopped {
  const { aws_access_key_id: id = '', aws_secret_access_key: secret, aws_session_token: token } = profile;
  return keys(id, secret, token, 'shared-credentials-file', 'aws_secret_access_key');
}

function keys(
  accessKeyId: string,
  secretAccessKey: string | undefined,
  sessionToken: string | undefined,
  place: string,
  missing: string,
): Signature | Stopped {
  if (secretAccessKey === undefined || secretAccessKey === '')
    return { problem: `Partial credentials found in ${place}, missing: ${missing}`, exitCode: 255 };
  return {
    by: 'keys',
    accessKeyId,
    secretAccessKey,
    ...(sessionToken !== undefined && sessionToken !== '' && { sessionToken }),
  };
}
