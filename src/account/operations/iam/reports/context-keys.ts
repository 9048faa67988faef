import { isJsonObject, type JsonValue } from '#iam';
import { documentOf } from '../../../calls/documents.ts';
import { texts } from '../../../calls/input.ts';
import { malformedPolicy } from '../../../calls/malformed-policy.ts';
import type { Call, Operation, Outcome } from '../../../calls/operation.ts';
import { refuse, type Refusal } from '../../../calls/refusal.ts';
import { asksAboutSource, documentsOf, withSource } from './policy-source.ts';

/** The refusal of policy texts that are passed to be looked at, not kept: the first that IAM would not take. */
export function refusedInputs(documents: readonly string[]): Refusal | undefined {
  for (const document of documents) {
    const malformed = malformedPolicy(document, 'identity');
    if (malformed !== undefined) return refuse('InvalidInput', malformed.message);
  }
  return undefined;
}

function keysIn(value: JsonValue, within: string): readonly string[] {
  if (typeof value === 'string')
    return [...value.matchAll(/\$\{([^},]+)/g)].map(([, key = '']) => key).filter((key) => key.includes(':'));
  if (Array.isArray(value)) return (value as readonly JsonValue[]).flatMap((inner) => keysIn(inner, within));
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (within !== 'Condition') return keysIn(inner, key);
    return isJsonObject(inner) ? [...Object.keys(inner), ...keysIn(inner, '')] : [];
  });
}

/** The condition keys that documents ask for, in conditions and as variables, each once. */
function contextKeysOf(documents: readonly JsonValue[]): readonly string[] {
  const keys = new Map<string, string>();
  for (const document of documents)
    for (const key of keysIn(document, ''))
      if (!keys.has(key.toLowerCase())) keys.set(key.toLowerCase(), key);
  return [...keys.values()];
}

function answer({ input }: Call, held: readonly JsonValue[]): Outcome | Refusal {
  const passed = texts(input, 'PolicyInputList');
  const refused = refusedInputs(passed);
  if (refused !== undefined) return refused;
  const documents = [...held, ...passed.map((text) => documentOf(text, 'identity'))];
  return { output: { ContextKeyNames: contextKeysOf(documents) } };
}

/**
 * The keys to give the policy simulator a value for.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetContextKeysForPrincipalPolicy.html
 */
export const contextKeyOperations: readonly Operation[] = [
  {
    service: 'iam',
    name: 'GetContextKeysForCustomPolicy',
    reads: true,
    run: (call) => answer(call, []),
  },
  {
    service: 'iam',
    name: 'GetContextKeysForPrincipalPolicy',
    reads: true,
    asks: asksAboutSource('iam:GetContextKeysForPrincipalPolicy', 'PolicySourceArn'),
    run: withSource('PolicySourceArn', (call, source) => answer(call, documentsOf(call, source))),
  },
];
