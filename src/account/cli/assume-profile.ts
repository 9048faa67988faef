import { isJsonObject } from '#iam';
import type { Signature } from '../calls/caller.ts';
import { text } from '../calls/input.ts';
import type { CallRecord } from '../state/record.ts';
import { ended, failed, refusedBy, send, type Session } from './session.ts';
import { settingsFor, signerFor, type Settings } from './settings.ts';
import type { Assumed, Profile, Ran } from './terminal.ts';

export type AssumedProfile =
  | { readonly session: Session; readonly signature: Signature; readonly records: readonly CallRecord[] }
  | { readonly stopped: Ran };

/**
 * The temporary credentials of a profile that names a role: those it has, or new ones by AssumeRole, signed by its
 * source profile. A profile with `mfa_serial` asks for a code first.
 * @see https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-role.html
 */
export function assumeProfile(session: Session, settings: Settings): AssumedProfile {
  const { profile, profileName } = settings;
  const { terminal, environment } = session;
  const kept = terminal.assumed[profileName];
  if (kept !== undefined && kept.expires > environment.now)
    return { session, signature: signing(kept), records: [] };
  const source = sourceOf(session, profile, profileName);
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
  const credentials = done.output?.['Credentials'];
  if (!isJsonObject(credentials))
    return { stopped: failed(session, { problem: 'no credentials came', exitCode: 255 }) };
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

/** Who signs AssumeRole: the source profile, which may itself name a role, or the environment. */
function sourceOf(session: Session, profile: Profile, profileName: string): AssumedProfile {
  const source = profile['source_profile'];
  const options = { paginate: true, signed: true, ...(source !== undefined && { profile: source }) };
  if (source === profileName || (source === undefined && profile['credential_source'] === undefined))
    return ownKeys(session, profile, profileName, source);
  const settings = settingsFor(session.terminal, options);
  if ('problem' in settings)
    return {
      stopped: failed(session, {
        problem: `The source profile "${source ?? ''}" referenced in the profile "${profileName}" does not exist.`,
        exitCode: 255,
      }),
    };
  const signer = signerFor(session.terminal, options, settings);
  if ('problem' in signer) return { stopped: failed(session, signer) };
  if (signer.by === 'role') return assumeProfile(session, settings);
  return { session, signature: signer, records: [] };
}

function ownKeys(
  session: Session,
  profile: Profile,
  profileName: string,
  source: string | undefined,
): AssumedProfile {
  const id = profile['aws_access_key_id'];
  if (source === undefined || id === undefined)
    return {
      stopped: failed(session, {
        problem: `Partial credentials found in assume-role, missing: source_profile or credential_source (profile ${profileName})`,
        exitCode: 255,
      }),
    };
  const signature: Signature = {
    by: 'keys',
    accessKeyId: id,
    secretAccessKey: profile['aws_secret_access_key'] ?? '',
  };
  return { session, signature, records: [] };
}
