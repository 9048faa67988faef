import { globalConditionKeys } from '#iam/reference';
import { lowerCase } from '#iam';
import type { KeyDomain } from './domain.ts';

// In every request, whoever asks.
const always: ReadonlySet<string> = new Set([
  ...['aws:currenttime', 'aws:epochtime', 'aws:securetransport', 'aws:viaawsservice'],
]);

/** What is known of AWS's global condition keys: which are in every request, of what type, and which have several values. */
const usual: ReadonlyMap<string, KeyDomain> = new Map(
  globalConditionKeys.map(({ name, type, multivalued }) => {
    const key = lowerCase(name);
    return [key, { presence: always.has(key) ? 'always' : 'maybe', type, multivalued }];
  }),
);

const free: KeyDomain = { presence: 'maybe' };

export function usualKey(key: string): KeyDomain {
  return usual.get(key) ?? free;
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
