import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { opened } from '../../src/account/tokens/opened-token.ts';
import { refusedAssertion, refusedToken } from '../../src/account/federation/refused-tokens.ts';
import { claim, issueGithubToken, issueToken, readToken, tokenKeys } from '../../src/account/tokens/oidc.ts';
import { issueSamlAssertion, readSamlAssertion, rolesOfGroups } from '../../src/account/tokens/saml.ts';
import { readSamlMetadata, samlMetadata } from '../../src/account/tokens/saml-metadata.ts';
import { isSignedBy, publicKeyOf, signatureOf } from '../../src/account/tokens/signing.ts';
import { assertionTamperings, tampered, tokenTamperings } from '../../src/account/tokens/tampering.ts';
import { isoTime, timeOf } from '../../src/account/state/time.ts';
import { start } from './fresh-world.ts';

const metadata = samlMetadata(start + 1_000_000_000);
const assertion = issueSamlAssertion(
  {
    subject: 'ana&co@puerto.example',
    sessionName: 'ana@puerto.example',
    roles: rolesOfGroups(['AWS-111122223333-deploy', 'Everybody'], 'PuertoAD'),
    tags: [{ Key: 'team', Value: '<home>' }],
    transitive: ['team'],
    sessionDuration: 7200,
  },
  start,
);
const token = issueGithubToken({ repository: 'puerto/web', branch: 'main', actor: 'ana' }, start);
const provider = {
  ...{ url: 'token.actions.githubusercontent.com', arn: '', thumbprints: [], created: start, tags: [] },
  clientIds: ['sts.amazonaws.com'],
};

describe('an assertion of a SAML identity provider', () => {
  it('is read as it was issued', () => {
    expect(readSamlAssertion(assertion)).toMatchObject({
      subject: 'ana&co@puerto.example',
      subjectType: 'persistent',
      sessionName: 'ana@puerto.example',
      sessionDuration: 7200,
      roles: [
        {
          role: 'arn:aws:iam::111122223333:role/deploy',
          provider: 'arn:aws:iam::111122223333:saml-provider/PuertoAD',
        },
      ],
      tags: [{ Key: 'team', Value: '<home>' }],
      transitive: ['team'],
      issued: start,
      expires: start + 300_000,
      success: true,
    });
  });

  it('is believed by the metadata that AWS asks for, for five minutes', () => {
    expect(metadata.length).toBeGreaterThanOrEqual(1000);
    expect(readSamlMetadata(metadata)?.validUntil).toBe(start + 1_000_000_000);
    const read = readSamlAssertion(assertion)!;
    expect(refusedAssertion(read, metadata, start)).toBeUndefined();
    expect(refusedAssertion(read, metadata, start + 300_000)?.refused).toBe('ExpiredTokenException');
  });

  it.each(assertionTamperings)('is refused when somebody changes its %s on the way', (how) => {
    const read = readSamlAssertion(tampered(assertion, [how]))!;
    expect(refusedAssertion(read, metadata, start)?.refused).toBe('InvalidIdentityToken');
  });

  it('is refused five minutes after it was issued, whatever else the provider says', () => {
    const read = readSamlAssertion(tampered(assertion, ['expiry'], true))!;
    expect(refusedAssertion(read, metadata, start + 299_999)).toBeUndefined();
    expect(refusedAssertion(read, metadata, start + 300_000)?.refused).toBe('ExpiredTokenException');
  });
});

describe('a token of an OpenID Connect issuer', () => {
  it('is read as it was issued', () => {
    const read = readToken(token)!;
    expect(read.header['alg']).toBe('ES256');
    expect(claim(read, 'sub')).toBe('repo:puerto/web:ref:refs/heads/main');
    expect(tokenKeys(read)).toMatchObject({
      'token.actions.githubusercontent.com:repository': 'puerto/web',
      'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
    });
    expect(refusedToken(read, provider, start)).toBeUndefined();
  });

  it.each(tokenTamperings)('is refused when somebody changes its %s on the way', (how) => {
    const read = readToken(tampered(token, [how]))!;
    expect(refusedToken(read, how === 'issuer' ? undefined : provider, start)?.refused).toBe(
      'InvalidIdentityToken',
    );
  });

  it('of Google has its application in `aud` and its audience in `oaud`', () => {
    const google = { issuer: 'accounts.google.com', subject: '1', audience: 'web', more: { azp: 'app' } };
    expect(tokenKeys(readToken(issueToken(google, start))!)).toEqual({
      'accounts.google.com:aud': 'app',
      'accounts.google.com:oaud': 'web',
      'accounts.google.com:sub': '1',
    });
  });
});

describe('whatever a person pastes', () => {
  it('is read or refused, and never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => [
          readToken(text),
          readToken(`${text}.${text}.${text}`),
          readSamlAssertion(text),
          readSamlMetadata(`<EntityDescriptor ${text}</EntityDescriptor>`),
          isSignedBy(text, text, text),
          isSignedBy('x', signatureOf('x', 'a'), text),
          tampered(text, ['subject']),
          tampered(`${text}.${text}.${text}`, ['signer'], true),
          opened(text, 'a'),
        ]).not.toThrow();
      }),
    );
  });

  it('is signed by the holder of the key alone', () => {
    expect(isSignedBy('text', signatureOf('text', 'a'), publicKeyOf('a'))).toBe(true);
    expect(isSignedBy('text', signatureOf('text', 'a'), publicKeyOf('b'))).toBe(false);
    expect(isSignedBy('other', signatureOf('text', 'a'), publicKeyOf('a'))).toBe(false);
  });
});

it('reads a time as it was written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 253_402_300_799 }), (seconds) => {
      expect(timeOf(isoTime(seconds * 1000, 'Z'))).toBe(seconds * 1000);
      expect(timeOf(isoTime(seconds * 1000))).toBe(seconds * 1000);
    }),
  );
});
