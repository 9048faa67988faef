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
