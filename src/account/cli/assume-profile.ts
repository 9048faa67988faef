import type { JsonObject } from '#iam';
import type { Signature } from '../calls/caller.ts';
import { text } from '../calls/input.ts';
import type { CallRecord } from '../state/record.ts';
import { ended, failed, refusedBy, send, type Session } from './session.ts';
import { environmentKeys, profileKeys, type Settings, type Stopped } from './settings.ts';
import type { Assumed, Ran } from './terminal.ts';

export type AssumedProfile =
  | { readonly session: Session; readonly signature: Signature; readonly records: readonly CallRecord[] }
  | { readonly stopped: Ran };

/**
 * The temporary credentials of a profile that names a role: those it has, or new ones by AssumeRole, signed by its
 * source profile. A profile with `mfa_serial` asks for a code first.
 * @see https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-role.html
 */
export function assumeProfile(
  session: Session,
  settings: Settings,
  visited: readonly string[] = [settings.profileName],
): AssumedProfile {
  const { profile, profileName } = settings;
  const { terminal, environment } = session;
  const cached = terminal.assumed[profileName];
  if (cached !== undefined && cached.expires > environment.now)
    return { session, signature: signing(cached), records: [] };
  const source = sourceOf(session, settings, visited);
  if ('stopped' in source) return source;
  const serial = profile['mfa_serial'];
  if (serial !== undefined && session.mfaCode === undefined)
    return {
      stopped: ended(session, {
        output: `Enter MFA code for ${serial}:`,
        terminal: { ...terminal, question: { about: 'mfa', line: '', serial } },
      }),
    };
  const done = send(source.session, { signature: source.signature, settings }, 'sts', 'AssumeRole', {
    RoleArn: profile['role_arn'] ?? '',
    RoleSessionName: profile['role_session_name'] ?? `botocore-session-${Math.floor(environment.now / 1000)}`,
    ...(profile['external_id'] !== undefined && { ExternalId: profile['external_id'] }),
    ...(profile['duration_seconds'] !== undefined && {
      DurationSeconds: Number(profile['duration_seconds']),
    }),
    ...(serial !== undefined && { SerialNumber: serial, TokenCode: session.mfaCode ?? '' }),
  });
  const records = [...source.records, done.record];
  const world = done.world;
  if (done.error)
    return { stopped: refusedBy({ session, world, records, operation: 'AssumeRole', error: done.error }) };
  const credentials = done.output?.['Credentials'] as JsonObject;
  const assumed: Assumed = {
    accessKeyId: text(credentials, 'AccessKeyId'),
    secretAccessKey: text(credentials, 'SecretAccessKey'),
    sessionToken: text(credentials, 'SessionToken'),
    expires: Number(credentials['Expiration']),
  };
  const now: Session = {
    ...session,
    world,
    terminal: { ...terminal, assumed: { ...source.session.terminal.assumed, [profileName]: assumed } },
  };
  return { session: now, signature: signing(assumed), records };
}

function signing({ accessKeyId, secretAccessKey, sessionToken }: Assumed): Signature {
  return { by: 'keys', accessKeyId, secretAccessKey, sessionToken };
}

/** Sources of credentials outside the profiles, as `credential_source` names them. This terminal is no server of AWS's. */
const credentialSources: readonly string[] = ['Environment', 'Ec2InstanceMetadata', 'EcsContainer'];

/** Who signs AssumeRole: the source profile, which may itself name a role, or the environment. */
function sourceOf(session: Session, settings: Settings, visited: readonly string[]): AssumedProfile {
  const { profile, profileName } = settings;
  const { source_profile: source, credential_source: elsewhere } = profile;
  if (source !== undefined && elsewhere !== undefined)
    return stopped(
      session,
      `The profile "${profileName}" contains both source_profile and credential_source.`,
    );
  if (elsewhere !== undefined) return outsideSource(session, elsewhere, profileName);
  if (source === undefined)
    return stopped(
      session,
      'Partial credentials found in assume-role, missing: source_profile or credential_source',
    );
  const from = session.terminal.profiles[source] ?? (source === 'default' ? {} : undefined);
  if (from === undefined)
    return stopped(
      session,
      `The source_profile "${source}" referenced in the profile "${profileName}" does not exist.`,
    );
  const hasKeys = from['aws_access_key_id'] !== undefined;
  // A profile may be its own source, for the keys that stand in it.
  if (visited.includes(source) && (source !== profileName || !hasKeys))
    return stopped(
      session,
      `Infinite loop in credential configuration detected. Attempting to load from profile ${source} which has already been visited. Visited profiles: [${visited.map((one) => `'${one}'`).join(', ')}]`,
    );
  if (hasKeys) return signedBy(session, profileKeys(from));
  if (from['role_arn'] !== undefined)
    return assumeProfile(session, { ...settings, profile: from, profileName: source }, [...visited, source]);
  const { signature } = session.terminal;
  return signature === undefined
    ? stopped(session, `The source profile "${source}" must have credentials.`)
    : { session, signature, records: [] };
}

function outsideSource(session: Session, source: string, profileName: string): AssumedProfile {
  if (!credentialSources.includes(source))
    return stopped(
      session,
      `The credential source "${source}" referenced in profile "${profileName}" is not valid.`,
    );
  const found = source === 'Environment' ? environmentKeys(session.terminal.env) : undefined;
  return found === undefined
    ? stopped(
        session,
        `Error when retrieving credentials from ${source}: No credentials found in credential_source referenced in profile ${profileName}`,
      )
    : signedBy(session, found);
}

function signedBy(session: Session, signer: Signature | Stopped): AssumedProfile {
  return 'problem' in signer
    ? { stopped: failed(session, signer) }
    : { session, signature: signer, records: [] };
}

function stopped(session: Session, problem: string): AssumedProfile {
  return { stopped: failed(session, { problem, exitCode: 255 }) };
}
