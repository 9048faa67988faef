import type { JsonObject } from '#iam';
import { accessKeyId, fingerprint, secretAccessKey, sessionToken } from '../../state/ids.ts';
import type { Session } from '../../state/entities.ts';
import { put, type Change } from '../../state/state.ts';

/**
 * Temporary credentials of an account for so many seconds: the session that is kept, and what is shown once.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp.html
 */
export function issueCredentials(
  account: string,
  { now, random }: { readonly now: number; readonly random: () => number },
  seconds: number,
  session: Omit<Session, 'id' | 'secret' | 'token' | 'issued' | 'expires'>,
): { readonly Credentials: JsonObject; readonly change: Change } {
  const id = accessKeyId('ASIA', random);
  const secret = secretAccessKey(random);
  const token = sessionToken(random);
  const expires = now + seconds * 1000;
  return {
    Credentials: { AccessKeyId: id, SecretAccessKey: secret, SessionToken: token, Expiration: expires },
    change: put(account, 'sessions', id, {
      ...session,
      id,
      secret: fingerprint(secret),
      token: fingerprint(token),
      issued: now,
      expires,
    }),
  };
}
