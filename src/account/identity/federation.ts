import type { JsonObject } from '#iam';
import { refuse, type Refusal } from '../calls/refusal.ts';
import type { OidcProvider } from '../state/entities.ts';
import { builtInIssuers, claim, readToken, tokenOf, type WebToken } from './oidc.ts';
import { readSamlAssertion, samlEndpoint, samlResponse, type SamlAssertion } from './saml.ts';
import { readSamlMetadata } from './saml-metadata.ts';
import { escaped } from './xml.ts';
import { isSignedBy, keyIdOf, publicKeyOf } from './signing.ts';
import { toBase64Url, toBase64 } from './base64.ts';

/** What can be done to an assertion or a token on its way, to see what AWS says to it. */
export type Tampering =
  /** Another person, without a new signature. */
  | 'claim'
  /** Signed anew, by a key that is not the provider's. */
  | 'key'
  /** The provider itself made it out: too long ago, … */
  | 'expired'
  /** … for somebody else than AWS, … */
  | 'audience'
  /** … in another name. */
  | 'issuer';

export const tamperings: readonly Tampering[] = ['claim', 'key', 'expired', 'audience', 'issuer'];

const stranger = 'mallory.example';
const year = 31_536_000_000;

function invalid(message: string): Refusal {
  return refuse('InvalidIdentityToken', message);
}

/**
 * Why AWS does not believe an assertion; undefined where it does. `metadata` is what was uploaded of the provider.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html
 */
export function refusedAssertion(
  assertion: SamlAssertion,
  metadata: string,
  now: number,
): Refusal | undefined {
  const provider = readSamlMetadata(metadata);
  if (!assertion.success)
    return refuse('IDPRejectedClaim', 'The identity provider reported that authentication failed.');
  if (provider?.issuer !== assertion.issuer) return invalid('Issuer not present in specified provider');
  if (!isSignedBy(assertion.signed, assertion.signature, provider.publicKey))
    return invalid('Response signature invalid');
  if (assertion.audience !== samlEndpoint && assertion.audience !== 'urn:amazon:webservices')
    return invalid('Response does not contain the required audience.');
  if (now >= assertion.expires)
    return refuse('ExpiredTokenException', 'Token must be redeemed within 5 minutes of issuance');
  const { sessionName, sourceIdentity } = assertion;
  const allowed = /^[\w+=,.@-]{2,64}$/;
  if (sessionName === undefined) return invalid('RoleSessionName is required in AuthnResponse');
  if (!allowed.test(sessionName))
    return invalid('RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}');
  if (sourceIdentity !== undefined && (!allowed.test(sourceIdentity) || sourceIdentity.startsWith('aws:')))
    return invalid('Source Identity must match [a-zA-Z_0-9+=,.@-]{2,64} and not begin with "aws:"');
  return undefined;
}

/** An assertion tampered with; the text as it is where it is none. */
export function tamperAssertion(encoded: string, how: Tampering, now: number): string {
  const assertion = readSamlAssertion(encoded);
  if (assertion === undefined) return encoded;
  const { xml, subject, issuer } = assertion;
  switch (how) {
    case 'claim':
      return toBase64(xml.replaceAll(`>${escaped(subject)}<`, '>mallory<'));
    case 'key':
      return samlResponse(assertion, stranger);
    case 'expired':
      return samlResponse({ ...assertion, issued: now - year, expires: now - year + 300_000 });
    case 'audience':
      return samlResponse({ ...assertion, audience: `https://${stranger}/saml` });
    case 'issuer':
      return samlResponse({ ...assertion, issuer: `https://${stranger}/adfs` }, issuer);
  }
}

/**
 * Why AWS does not believe a token; undefined where it does. `provider` is the account's identity provider for the
 * issuer; the four that AWS knows need none.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
 */
export function refusedToken(
  token: WebToken,
  provider: OidcProvider | undefined,
  now: number,
): Refusal | undefined {
  const { issuer, header, signed, signature } = token;
  if (provider === undefined && !builtInIssuers.includes(issuer))
    return invalid(`No OpenIDConnect provider found in your account for https://${issuer}`);
  if (header['alg'] !== 'ES256' || header['kid'] !== keyIdOf(issuer))
    return invalid(
      "Couldn't retrieve verification key from your identity provider,  please reference AssumeRoleWithWebIdentity documentation for requirements",
    );
  if (!isSignedBy(signed, signature, publicKeyOf(issuer))) return invalid('Token signature invalid');
  const seconds = Math.floor(now / 1000);
  const expires = Number(claim(token, 'exp'));
  if (Number.isNaN(expires) || seconds >= expires)
    return refuse(
      'ExpiredTokenException',
      `Token expired: current date/time ${seconds} must be before the expiration date/time ${Number.isNaN(expires) ? 0 : expires}`,
    );
  const audiences = [token.payload['aud']].flat();
  if (provider?.clientIds.some((id) => audiences.includes(id)) === false)
    return invalid('Incorrect token audience');
  return undefined;
}

/** A token tampered with; the text as it is where it is none. */
export function tamperToken(token: string, how: Tampering, now: number): string {
  const read = readToken(token);
  if (read === undefined) return token;
  const { payload, issuer, signed, signature } = read;
  const again = (changes: JsonObject, signer = issuer): string => tokenOf({ ...payload, ...changes }, signer);
  const exp = Math.floor((now - year) / 1000);
  switch (how) {
    case 'claim':
      return [
        signed.split('.')[0],
        toBase64Url(JSON.stringify({ ...payload, sub: 'mallory' })),
        signature,
      ].join('.');
    case 'key':
      return again({}, stranger);
    case 'expired':
      return again({ iat: exp - 300, exp });
    case 'audience':
      return again({ aud: stranger });
    case 'issuer':
      return again({ iss: `https://${stranger}` });
  }
}
