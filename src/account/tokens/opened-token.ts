import type { JsonValue } from '#iam';
import { claim, readToken, type WebToken } from './oidc.ts';
import { readSamlAssertion, type SamlAssertion } from './saml.ts';
import { isSignedBy, publicKeyOf } from './signing.ts';

/** An assertion or a token opened up: what it says, and whether its signature is its provider's. */
export interface Opened {
  readonly kind: 'assertion' | 'token';
  readonly issuer: string;
  readonly subject: string;
  readonly audience: string;
  /** Milliseconds since 1970; undefined where it does not say. */
  readonly issued: number | undefined;
  readonly expires: number | undefined;
  /** Roles that it offers, each with its provider; a token names none. */
  readonly roles: readonly string[];
  /** What else it says: attributes, session tags, claims. */
  readonly more: readonly (readonly [name: string, value: string])[];
  /** Whether the signature fits the text and the provider's key. */
  readonly signed: boolean;
  /** The decoded text, laid out to be read. */
  readonly text: string;
}

/** Opens what a provider issued; undefined where the text is neither an assertion nor a token. */
export function opened(text: string, signer: string): Opened | undefined {
  const token = readToken(text);
  if (token !== undefined) return openedToken(token, signer);
  const assertion = readSamlAssertion(text);
  return assertion === undefined ? undefined : openedAssertion(assertion, signer);
}

function openedAssertion(assertion: SamlAssertion, signer: string): Opened {
  const { issuer, subject, audience, issued, expires, signed, signature, xml } = assertion;
  const rows = (
    [
      ['Recipient', assertion.recipient],
      ['RoleSessionName', assertion.sessionName],
      ['SessionDuration', assertion.sessionDuration],
      ['SourceIdentity', assertion.sourceIdentity],
      ...assertion.tags.map(({ Key, Value }) => [`PrincipalTag:${Key}`, Value] as const),
      ['TransitiveTagKeys', assertion.transitive.length === 0 ? undefined : assertion.transitive.join(', ')],
    ] as const
  ).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)] as const]));
  return {
    kind: 'assertion',
    issuer,
    subject,
    audience,
    issued,
    expires,
    roles: assertion.roles.map(({ role, provider }) => `${role},${provider}`),
    more: rows,
    signed: isSignedBy(signed, signature, publicKeyOf(signer)),
    text: xml.replaceAll('><', '>\n<'),
  };
}

const standardClaims = new Set(['iss', 'sub', 'aud', 'iat', 'exp']);

function openedToken(token: WebToken, signer: string): Opened {
  const { header, payload, signed, signature } = token;
  const time = (name: string): number | undefined => {
    const seconds = Number(claim(token, name));
    return Number.isFinite(seconds) ? seconds * 1000 : undefined;
  };
  const said = (value: JsonValue | undefined): string =>
    typeof value === 'string' ? value : JSON.stringify(value);
  return {
    kind: 'token',
    issuer: said(payload['iss'] ?? ''),
    subject: claim(token, 'sub') ?? '',
    audience: said(payload['aud'] ?? ''),
    issued: time('iat'),
    expires: time('exp'),
    roles: [],
    more: Object.entries(payload).flatMap(([name, value]) =>
      standardClaims.has(name) ? [] : [[name, said(value)] as const],
    ),
    signed: isSignedBy(signed, signature, publicKeyOf(signer)),
    text: [header, payload].map((part) => JSON.stringify(part, null, 2)).join('\n'),
  };
}
