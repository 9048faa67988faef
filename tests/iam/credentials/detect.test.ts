import fc from 'fast-check';
import { expect, test } from 'vitest';
import { detectAwsKeys, redactAwsKeys } from '#iam';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.split('');

test('every access key id is found and removed, wherever it stands', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('AKIA', 'ASIA'),
      fc.array(fc.constantFrom(...letters), { minLength: 16, maxLength: 16 }),
      (prefix, rest) => {
        const key = prefix + rest.join('');
        fc.pre(!key.includes('EXAMPLE'));
        const text = `{ "a": "${key}" }`;
        expect(detectAwsKeys(text).map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
          ['accessKeyId', key],
        ]);
        expect(redactAwsKeys(text, '[removed]')).toBe('{ "a": "[removed]" }');
      },
    ),
    { numRuns: 5000 },
  );
});

test('documentation keys, unique ids and hashes are no credentials', () => {
  for (const text of [
    'AKIAIOSFODNN7EXAMPLE',
    'secret wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    'AIDAJQABLZS4A3QDU576Q',
    'AROADBQP57FF2AEXAMPLE',
    'secret da39a3ee5e6b4b0d3255bfef95601890afd80709',
  ])
    expect(detectAwsKeys(text)).toEqual([]);
});

test('a secret is found beside an access key', () => {
  const found = detectAwsKeys('AKIAQ3ZV7MRT5KXW2HNB qL8x/0Vt3yKzR7mNwB1cD4eF6gH9jPsUaXoTiYb2');
  expect(found.map(({ kind }) => kind)).toEqual(['accessKeyId', 'secretAccessKey']);
});

const id = 'AKIAQ3ZV7MRT5KXW2HNB';
const secret = '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';
const token = `IQoJ${'b3JpZ2luX2Vj'.repeat(8)}`;
const found = (text: string) =>
  detectAwsKeys(text).map(({ kind, start, end }) => [kind, text.slice(start, end)]);

test('a secret is found beside the word, in any letters, and alone it is none', () => {
  expect(found(`SECRET=${secret}`)).toEqual([]);
  expect(found(`SECRET: ${secret}`)).toEqual([['secretAccessKey', secret]]);
  expect(found(secret)).toEqual([]);
  expect(found(`secret ${secret}x`)).toEqual([]);
});

test.each([
  ['no digit', 'qLHx/IVtEyKzRGmNwBicDJeFkgHmjPsUaXoTiYbc'],
  ['no capital', 'ql8x/0vt3ykzr7mnwb1cd4ef6gh9jpsuaxotiyb2'],
  ['no small letter', 'QL8X/0VT3YKZR7MNWB1CD4EF6GH9JPSUAXOTIYB2'],
  ['hexadecimal', 'Da39a3ee5e6b4b0d3255bfef95601890afd80709'],
  ['hexadecimal in both cases', '0123456789abcdefABCDEF0123456789abcdefAB'],
  ['little variety', 'xQ1xQ1xQ1xQ1xQ1xQ1xQ1xQ1xQ1xQ1xQ1xQ1xQ1x'],
])('forty characters that are no secret: %s', (_why, text) => {
  expect(found(`secret ${text}`)).toEqual([]);
});

test('a secret may begin and end like a hexadecimal number', () => {
  const other = `ab${secret.slice(2, -2)}9f`;
  expect(found(`secret ${other}`)).toEqual([['secretAccessKey', other]]);
});

test('a session token is found by how it begins, from a hundred characters on', () => {
  expect(found(token)).toEqual([['sessionToken', token]]);
  expect(found(`FwoG${token.slice(4)}`)).toEqual([['sessionToken', `FwoG${token.slice(4)}`]]);
  expect(found(token.slice(0, -1))).toEqual([]);
  expect(found(`x${token}`)).toEqual([]);
  expect(found(`IQoJEXAMPLE${token.slice(4)}`)).toEqual([]);
});

test('what is found comes in the order of the text, and all of it is removed', () => {
  const text = `${secret} and ${id}, ${token}.`;
  expect(found(text).map(([kind]) => kind)).toEqual(['secretAccessKey', 'accessKeyId', 'sessionToken']);
  expect(redactAwsKeys(text, '#')).toBe('# and #, #.');
  expect(redactAwsKeys(`${token}/${id}/x ${id}`, '#')).toBe('# #');
  expect(redactAwsKeys('no key here', '#')).toBe('no key here');
});

test('an access key id stands alone, between other signs', () => {
  expect(found(`x${id}`)).toEqual([]);
  expect(found(`${id}x`)).toEqual([]);
  expect(found(`"${id}"`)).toEqual([['accessKeyId', id]]);
  expect(found(id.slice(0, -1))).toEqual([]);
  expect(found(id.replace('AKIA', 'AKIB'))).toEqual([]);
});
