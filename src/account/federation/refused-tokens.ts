import { refuse, type Refusal } from '../calls/refusal.ts';
import type { OidcProvider } from '../state/entities.ts';
import { builtInIssuers, claim, type WebToken } from '../tokens/oidc.ts';
import { samlEndpoint, type SamlAssertion } from '../tokens/saml.ts';
import { readSamlMetadata } from '../tokens/saml-metadata.ts';
import { isSignedBy, keyIdOf, publicKeyOf } from '../tokens/signing.ts';

const goodFor = 300_000;

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
  if (now >= Math.min(assertion.expires, assertion.issued + goodFor))
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
