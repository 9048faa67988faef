import type { Credentials } from '#iam';
import type { AccessKey, Session } from '../state/entities.ts';
import type { Identity } from '../state/record.ts';
import { fingerprint } from '../state/ids.ts';
import { isoTime } from '../state/time.ts';
import type { Account, State } from '../state/state.ts';
import { accountOf } from '../state/state.ts';
import type { Caller, Signature } from './caller.ts';
import { providerCaller } from './provider-caller.ts';
import { isRefusal, refuse, type Refusal } from './refusal.ts';
import { scenarioCaller } from './scenario-caller.ts';
import {
  anonymous,
  federatedCaller,
  roleCaller,
  rootCaller,
  seconds,
  serviceCaller,
  unknownToken,
  userCaller,
} from './callers.ts';

const expired = refuse('ExpiredToken', 'The security token included in the request is expired');
const wrongSecret = refuse(
  'SignatureDoesNotMatch',
  'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
);

/**
 * Who signed. `seen` is the state as the region knows it (long-term keys take time to arrive), `now` the time. Temporary
 * credentials say themselves what they are, so they work everywhere at once.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html
 */
export function authenticate(
  signature: Signature,
  seen: State,
  actual: State,
  now: number,
): Caller | Refusal {
  switch (signature.by) {
    case 'nobody':
      return anonymous;
    case 'service':
      return serviceCaller(signature.service);
    case 'scenario':
      return scenarioCaller(signature, seen, now);
    case 'console': {
      const found = sessionOf(actual, signature.session);
      return found === undefined ? unknownToken : sessionCaller(found.session, found.account, seen, now);
    }
    case 'keys':
      return signedWithKeys(signature, seen, actual, now);
  }
}

function signedWithKeys(
  signature: Signature & { by: 'keys' },
  seen: State,
  actual: State,
  now: number,
): Caller | Refusal {
  const { accessKeyId, secretAccessKey, sessionToken } = signature;
  if (accessKeyId.startsWith('ASIA')) {
    const found = sessionOf(actual, accessKeyId);
    if (found === undefined || sessionToken === undefined) return unknownToken;
    if (fingerprint(secretAccessKey) !== found.session.secret) return wrongSecret;
    if (fingerprint(sessionToken) !== found.session.token) return unknownToken;
    return sessionCaller(found.session, found.account, seen, now);
  }
  for (const [id, account] of seen) {
    const key = account.accessKeys.get(accessKeyId);
    if (key?.status !== 'Active' || sessionToken !== undefined) continue;
    if (fingerprint(secretAccessKey) !== key.secret) return wrongSecret;
    return keyCaller(key, account, id);
  }
  return unknownToken;
}

/** The session with the access key id, and the account it belongs to. */
export function sessionOf(
  state: State,
  id: string,
): { readonly session: Session; readonly account: string } | undefined {
  for (const [account, { sessions }] of state) {
    const session = sessions.get(id);
    if (session !== undefined) return { session, account };
  }
  return undefined;
}

function keyCaller(key: AccessKey, account: Account, id: string): Caller | Refusal {
  const caller = key.user === '' ? rootCaller(id, account) : userCaller(account, id, key.user);
  if (isRefusal(caller)) return caller;
  return { ...caller, accessKeyId: key.id, identity: { ...caller.identity, accessKeyId: key.id } };
}

/** Who made a recorded call, found again in the state of that moment; undefined where that state no longer says it. */
export function callerAgain(
  { type, arn, userName = '', accessKeyId: id, mfaAt }: Identity,
  seen: State,
  actual: State,
  now: number,
): Caller | undefined {
  const again = ((): Caller | Refusal => {
    if (type === 'AWSService') return serviceCaller(arn);
    if (type === 'Unknown') return anonymous;
    if (type === 'SAMLUser' || type === 'WebIdentityUser') return providerCaller(type, arn, userName);
    if (id === undefined)
      return scenarioCaller(
        { by: 'scenario', principal: arn, ...(mfaAt !== undefined && { mfa: mfaAt }) },
        seen,
        now,
      );
    const found = sessionOf(actual, id);
    if (found !== undefined) return sessionCaller(found.session, found.account, seen, now);
    for (const [account, tables] of seen) {
      const key = tables.accessKeys.get(id);
      if (key !== undefined) return keyCaller(key, tables, account);
    }
    return unknownToken;
  })();
  return isRefusal(again) ? undefined : again;
}

/** Permissions are looked up anew on every call: a session of a user or role that is gone is worth nothing. */
function sessionCaller(session: Session, id: string, seen: State, now: number): Caller | Refusal {
  if (now >= session.expires) return expired;
  const account = accountOf(seen, id);
  const credentials: Credentials = {
    // As a role's session: no MFA goes with it.
    kind: session.kind === 'rootTask' ? 'role' : session.kind,
    issued: isoTime(session.issued, 'Z'),
    ...(session.mfaAt !== undefined && { mfaAge: seconds(now - session.mfaAt) }),
    ...(session.sourceIdentity !== undefined && { sourceIdentity: session.sourceIdentity }),
  };
  const caller = sessionPrincipal(session, id, account, credentials);
  if (isRefusal(caller)) return caller;
  return {
    ...caller,
    session,
    accessKeyId: session.id,
    identity: {
      ...caller.identity,
      accessKeyId: session.id,
      ...(session.sourceIdentity !== undefined && { sourceIdentity: session.sourceIdentity }),
    },
  };
}

function sessionPrincipal(
  session: Session,
  id: string,
  account: Account,
  credentials: Credentials,
): Caller | Refusal {
  if (session.kind === 'role') return roleCaller(session, id, account, credentials);
  if (session.kind === 'federationToken') return federatedCaller(session, id, account, credentials);
  return session.user === '' || session.user === undefined
    ? rootCaller(id, account, credentials)
    : userCaller(account, id, session.user, credentials);
}
