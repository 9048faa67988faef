import type { JsonObject } from '#iam';
import { textFromBase64, toBase64, toBase64Url } from './base64.ts';
import { claim, readToken, tokenOf, type WebToken } from './oidc.ts';
import { readSamlAssertion, samlResponse, type SamlAssertion, type SamlClaims } from './saml.ts';

/** What somebody can do to an assertion or a token, to see what AWS says to it. */
export type Tampering =
  /** Another person, or another repository. */
  | 'subject'
  /** Roles that the person does not have; tokens name none. */
  | 'roles'
  /** Made out for somebody else than AWS. */
  | 'audience'
  /** Good for a day longer. */
  | 'expiry'
  | 'issuer'
  /** Signed with a key that is not the provider's. */
  | 'signer'
  /** One letter of the signature is another. */
  | 'signature';

export const tokenTamperings: readonly Tampering[] = [
  'subject',
  'audience',
  'expiry',
  'issuer',
  'signer',
  'signature',
];
export const assertionTamperings: readonly Tampering[] = ['subject', 'roles', ...tokenTamperings.slice(1)];

const thief = 'mallory';
const stranger = 'mallory.example';
const day = 86_400;

/**
 * An assertion or a token tampered with: on its way, so that it has the signature it had, or by the provider, which signs
 * it `anew`. A text that is neither stays as it is.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html
 */
export function tampered(text: string, hows: readonly Tampering[], anew = false): string {
  const token = readToken(text);
  if (hows.length === 0) return text;
  if (token !== undefined) return tamperedToken(token, hows, anew);
  const assertion = readSamlAssertion(text);
  return assertion === undefined ? text : tamperedAssertion(assertion, hows, anew);
}

function claimsAfter(claims: SamlClaims, how: Tampering): SamlClaims {
  switch (how) {
    case 'subject':
      return { ...claims, subject: thief, sessionName: thief };
    case 'roles': {
      const roles = claims.roles.map(({ role, provider }) => ({
        role: role.replace(/[^/]+$/, 'Administrator'),
        provider,
      }));
      return { ...claims, roles };
    }
    case 'audience':
      return { ...claims, audience: `https://${stranger}/saml` };
    case 'expiry':
      return { ...claims, expires: claims.expires + day * 1000 };
    case 'issuer':
      return { ...claims, issuer: `https://${stranger}/adfs` };
    default:
      return claims;
  }
}

function tamperedAssertion(assertion: SamlAssertion, hows: readonly Tampering[], anew: boolean): string {
  const claims = hows.reduce<SamlClaims>(claimsAfter, assertion);
  const foreign = hows.includes('signer');
  const made = samlResponse(claims, foreign ? stranger : assertion.issuer);
  const fresh = readSamlAssertion(made)?.signature ?? '';
  const signature = marked(foreign || anew ? fresh : assertion.signature, hows);
  return toBase64((textFromBase64(made) ?? '').replace(fresh, signature));
}

function payloadAfter(token: WebToken, how: Tampering): JsonObject {
  switch (how) {
    case 'subject': {
      const subject = claim(token, 'sub') ?? '';
      return { sub: subject.startsWith('repo:') ? subject.replace(/^repo:[^/]*/, `repo:${thief}`) : thief };
    }
    case 'audience':
      return { aud: stranger };
    case 'expiry':
      return { exp: Number(claim(token, 'exp') ?? 0) + day };
    case 'issuer':
      return { iss: `https://${stranger}` };
    default:
      return {};
  }
}

function tamperedToken(token: WebToken, hows: readonly Tampering[], anew: boolean): string {
  const payload = hows.reduce<JsonObject>(
    (so, how) => ({ ...so, ...payloadAfter(token, how) }),
    token.payload,
  );
  const foreign = hows.includes('signer');
  const made =
    foreign || anew
      ? tokenOf(payload, foreign ? stranger : token.issuer)
      : [token.signed.split('.')[0], toBase64Url(JSON.stringify(payload)), token.signature].join('.');
  const cut = made.lastIndexOf('.') + 1;
  return made.slice(0, cut) + marked(made.slice(cut), hows);
}

/** The signature, with another first letter where it is to be broken. */
function marked(signature: string, hows: readonly Tampering[]): string {
  if (!hows.includes('signature')) return signature;
  return (signature.startsWith('A') ? 'B' : 'A') + signature.slice(1);
}
