import type { Tag } from '../state/entities.ts';
import { isoTime, timeOf } from '../state/time.ts';
import { textFromBase64, toBase64 } from './base64.ts';
import { signatureOf } from './signing.ts';
import { elements, escaped, textOf, unescaped } from './xml.ts';

/** The identity provider of Puerto Labs that stands in for an AD FS: its name in assertions, and in its metadata. */
export const puertoAd = 'https://adfs.puerto.example/adfs/services/trust';
/** Where AWS takes assertions: their recipient, and their audience. */
export const samlEndpoint = 'https://signin.aws.amazon.com/saml';

const attributes = 'https://aws.amazon.com/SAML/Attributes/';
const success = 'urn:oasis:names:tc:SAML:2.0:status:Success';
const persistent = 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent';

/** What an assertion says of a person. */
export interface SamlClaims {
  readonly issuer: string;
  readonly subject: string;
  readonly audience: string;
  readonly recipient: string;
  /** Role and provider by their ARNs. */
  readonly roles: readonly { readonly role: string; readonly provider: string }[];
  readonly sessionName?: string | undefined;
  /** Seconds, for sign-in to the console. */
  readonly sessionDuration?: number | undefined;
  readonly sourceIdentity?: string | undefined;
  readonly tags: readonly Tag[];
  readonly transitive: readonly string[];
  readonly issued: number;
  readonly expires: number;
  readonly sessionExpires?: number | undefined;
  /** False: the provider says that the person did not sign in. */
  readonly success: boolean;
}

/** An assertion, read: what it says, what was signed, and the signature. */
export interface SamlAssertion extends SamlClaims {
  readonly subjectType: string;
  readonly xml: string;
  readonly signed: string;
  readonly signature: string;
}

function attribute(name: string, values: readonly string[]): string {
  if (values.length === 0) return '';
  const inner = values.map((value) => `<saml:AttributeValue>${escaped(value)}</saml:AttributeValue>`);
  return `<saml:Attribute Name="${escaped(attributes + name)}">${inner.join('')}</saml:Attribute>`;
}

function assertionXml(claims: SamlClaims): string {
  const time = (at: number): string => isoTime(at, 'Z');
  const given = (value: string | number | undefined): readonly string[] =>
    value === undefined ? [] : [String(value)];
  const { issued, expires, sessionExpires } = claims;
  return [
    `<saml:Assertion ID="_${issued}" IssueInstant="${time(issued)}" Version="2.0">`,
    `<saml:Issuer>${escaped(claims.issuer)}</saml:Issuer>`,
    `<saml:Subject><saml:NameID Format="${persistent}">${escaped(claims.subject)}</saml:NameID>`,
    `<saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData NotOnOrAfter="${time(expires)}" Recipient="${escaped(claims.recipient)}"/></saml:SubjectConfirmation></saml:Subject>`,
    `<saml:Conditions NotBefore="${time(issued)}" NotOnOrAfter="${time(expires)}"><saml:AudienceRestriction><saml:Audience>${escaped(claims.audience)}</saml:Audience></saml:AudienceRestriction></saml:Conditions>`,
    `<saml:AuthnStatement AuthnInstant="${time(issued)}"${sessionExpires === undefined ? '' : ` SessionNotOnOrAfter="${time(sessionExpires)}"`}/>`,
    '<saml:AttributeStatement>',
    attribute(
      'Role',
      claims.roles.map(({ role, provider }) => `${role},${provider}`),
    ),
    attribute('RoleSessionName', given(claims.sessionName)),
    attribute('SessionDuration', given(claims.sessionDuration)),
    attribute('SourceIdentity', given(claims.sourceIdentity)),
    ...claims.tags.map(({ Key, Value }) => attribute(`PrincipalTag:${Key}`, [Value])),
    attribute('TransitiveTagKeys', claims.transitive),
    '</saml:AttributeStatement></saml:Assertion>',
  ].join('');
}

/** The response of a provider with the claims, signed by whom it says (by itself, unless somebody forges), in base64. */
export function samlResponse(claims: SamlClaims, signer = claims.issuer): string {
  const signed = assertionXml(claims);
  const status = claims.success ? success : 'urn:oasis:names:tc:SAML:2.0:status:AuthnFailed';
  return toBase64(
    [
      `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" Destination="${samlEndpoint}">`,
      `<samlp:Status><samlp:StatusCode Value="${status}"/></samlp:Status>`,
      signed,
      `<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignatureValue>${signatureOf(signed, signer)}</ds:SignatureValue></ds:Signature>`,
      '</samlp:Response>',
    ].join(''),
  );
}

/** Who signs in at the provider, for which roles. */
export type SignIn = Pick<SamlClaims, 'subject' | 'roles'> & Partial<SamlClaims>;

const goodFor = 300_000;

/**
 * An assertion of the provider (Puerto's own, unless told) about somebody who signed in now: good for five minutes.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html
 */
export function issueSamlAssertion(who: SignIn, now: number): string {
  return samlResponse({
    issuer: puertoAd,
    audience: samlEndpoint,
    recipient: samlEndpoint,
    sessionName: who.subject,
    tags: [],
    transitive: [],
    issued: now,
    expires: now + goodFor,
    success: true,
    ...who,
  });
}

/**
 * The roles that groups of the directory stand for: `AWS-111122223333-deploy` is the role `deploy` of that account.
 * @see https://aws.amazon.com/blogs/security/aws-federated-authentication-with-active-directory-federation-services-ad-fs/
 */
export function rolesOfGroups(groups: readonly string[], providerName: string): SamlClaims['roles'] {
  return groups.flatMap((group) => {
    const [, account, name] = /^AWS-(\d{12})-([\w+=,.@-]+)$/.exec(group) ?? [];
    if (account === undefined || name === undefined) return [];
    return [
      {
        role: `arn:aws:iam::${account}:role/${name}`,
        provider: `arn:aws:iam::${account}:saml-provider/${providerName}`,
      },
    ];
  });
}

/** Reads an assertion; undefined where the text is none. Whether it may be believed is another question. */
export function readSamlAssertion(encoded: string): SamlAssertion | undefined {
  const xml = textFromBase64(encoded);
  const assertion = xml === undefined ? undefined : elements(xml, 'saml:Assertion')[0];
  if (xml === undefined || assertion === undefined) return undefined;
  const { inner, whole } = assertion;
  const named = elements(inner, 'saml:Attribute').map(({ attributes: { Name = '' }, inner: values }) => ({
    name: Name.startsWith(attributes) ? Name.slice(attributes.length) : Name,
    values: elements(values, 'saml:AttributeValue').map((value) => unescaped(value.inner)),
  }));
  const values = (name: string): readonly string[] =>
    named.filter((one) => one.name === name).flatMap((one) => one.values);
  const first = (name: string): string | undefined => values(name)[0];
  const nameId = elements(inner, 'saml:NameID')[0];
  const conditions = elements(inner, 'saml:Conditions')[0]?.attributes ?? {};
  const sessionEnd = elements(inner, 'saml:AuthnStatement')[0]?.attributes['SessionNotOnOrAfter'];
  const duration = first('SessionDuration');
  return {
    issuer: textOf(inner, 'saml:Issuer') ?? '',
    subject: unescaped(nameId?.inner ?? ''),
    subjectType: (nameId?.attributes['Format'] ?? '').replace(/^.*nameid-format:/, ''),
    audience: textOf(inner, 'saml:Audience') ?? '',
    recipient: elements(inner, 'saml:SubjectConfirmationData')[0]?.attributes['Recipient'] ?? '',
    roles: values('Role').map((pair) => {
      const [left = '', right = ''] = pair.split(',').map((part) => part.trim());
      return left.includes(':saml-provider/')
        ? { role: right, provider: left }
        : { role: left, provider: right };
    }),
    sessionName: first('RoleSessionName'),
    sessionDuration: duration === undefined ? undefined : Number(duration),
    sourceIdentity: first('SourceIdentity'),
    tags: named
      .filter(({ name }) => name.startsWith('PrincipalTag:'))
      .map(({ name, values: [Value = ''] }) => ({ Key: name.slice('PrincipalTag:'.length), Value })),
    transitive: values('TransitiveTagKeys'),
    issued: timeOf(assertion.attributes['IssueInstant'] ?? '') ?? 0,
    expires: timeOf(conditions['NotOnOrAfter'] ?? '') ?? 0,
    sessionExpires: sessionEnd === undefined ? undefined : timeOf(sessionEnd),
    success: elements(xml, 'samlp:StatusCode')[0]?.attributes['Value'] === success,
    xml,
    signed: whole,
    signature: textOf(xml, 'ds:SignatureValue') ?? '',
  };
}
