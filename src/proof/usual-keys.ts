import type { KeyDomain } from './domain.ts';

/**
 * What is known of AWS's global condition keys: which are in every request, of what type, and which have several values.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
const usual: Readonly<Record<string, KeyDomain>> = {
  'aws:currenttime': { presence: 'always', type: 'Date' },
  'aws:epochtime': { presence: 'always', type: 'Date' },
  'aws:securetransport': { presence: 'always', type: 'Bool' },
  'aws:viaawsservice': { presence: 'always', type: 'Bool' },
  'aws:multifactorauthpresent': { presence: 'maybe', type: 'Bool' },
  'aws:multifactorauthage': { presence: 'maybe', type: 'Numeric' },
  'aws:principalisawsservice': { presence: 'maybe', type: 'Bool' },
  'aws:sourceip': { presence: 'maybe', type: 'IPAddress' },
  'aws:vpcsourceip': { presence: 'maybe', type: 'IPAddress' },
  'aws:tokenissuetime': { presence: 'maybe', type: 'Date' },
  'aws:tagkeys': { presence: 'maybe', multivalued: true },
  'aws:calledvia': { presence: 'maybe', multivalued: true },
  'aws:principalorgpaths': { presence: 'maybe', multivalued: true },
  'aws:resourceorgpaths': { presence: 'maybe', multivalued: true },
  'aws:sourceorgpaths': { presence: 'maybe', multivalued: true },
};

const free: KeyDomain = { presence: 'maybe' };

export function usualKey(key: string): KeyDomain {
  return usual[key] ?? free;
}

/** Keys that follow from who calls and what is called: their value is that, or none. */
const settled: ReadonlySet<string> = new Set([
  ...['aws:principalarn', 'aws:principalaccount', 'aws:principaltype', 'aws:username', 'aws:resourceaccount'],
  ...['aws:principalisawsservice', 'aws:principalservicename', 'aws:principalservicenameslist'],
  'aws:federatedprovider',
]);
/** Keys that follow from how a request is signed, where that is known. */
const signed: ReadonlySet<string> = new Set([
  ...['aws:multifactorauthpresent', 'aws:multifactorauthage', 'aws:tokenissuetime', 'aws:sourceidentity'],
]);

/** Whether nothing but the evaluator says what the key holds. */
export function isSettled(key: string, credentialsKnown: boolean): boolean {
  return settled.has(key) || (credentialsKnown && signed.has(key));
}
