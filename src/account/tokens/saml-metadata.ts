import { isoTime, timeOf } from '../state/time.ts';
import { puertoAd } from './saml.ts';
import { publicKeyOf } from './signing.ts';
import { elements, escaped, textOf } from './xml.ts';

/** What AWS keeps of a provider's metadata: who it is and how its signatures are checked. */
export interface SamlMetadata {
  readonly issuer: string;
  readonly publicKey: string;
  readonly validUntil?: number | undefined;
}

const formats = ['persistent', 'transient'].map(
  (kind) => `    <NameIDFormat>urn:oasis:names:tc:SAML:2.0:nameid-format:${kind}</NameIDFormat>`,
);
const claimed = ['Role', 'RoleSessionName', 'SessionDuration', 'SourceIdentity', 'TransitiveTagKeys'].map(
  (name) =>
    `    <saml:Attribute xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" Name="https://aws.amazon.com/SAML/Attributes/${name}" NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri"/>`,
);

/** The metadata document of a provider, as it is uploaded to AWS. Its certificate is the bare public key. */
export function samlMetadata(validUntil: number, issuer = puertoAd): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${escaped(issuer)}" validUntil="${isoTime(validUntil, 'Z')}">`,
    '  <IDPSSODescriptor WantAuthnRequestsSigned="false" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">',
    '    <KeyDescriptor use="signing">',
    '      <ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#">',
    `        <ds:X509Data><ds:X509Certificate>${publicKeyOf(issuer)}</ds:X509Certificate></ds:X509Data>`,
    '      </ds:KeyInfo>',
    '    </KeyDescriptor>',
    ...formats,
    `    <SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="${escaped(issuer)}/sso"/>`,
    ...claimed,
    '  </IDPSSODescriptor>',
    '</EntityDescriptor>',
    '',
  ].join('\n');
}

/** Reads a metadata document; undefined where it is none, or says not how signatures are checked. */
export function readSamlMetadata(xml: string): SamlMetadata | undefined {
  const descriptor = elements(xml, 'EntityDescriptor')[0];
  const issuer = descriptor?.attributes['entityID'];
  const publicKey = textOf(xml, 'ds:X509Certificate');
  if (issuer === undefined || issuer === '' || publicKey === undefined || publicKey === '') return undefined;
  return { issuer, publicKey, validUntil: timeOf(descriptor?.attributes['validUntil'] ?? '') };
}
