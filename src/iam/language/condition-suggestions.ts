import { parseOperator, type Operator } from '../conditions/operators.ts';
import { actionsOf, mayCarry, prefixOf } from '../lint/lint-reference.ts';
import {
  globalConditionKeys,
  type ConditionKey,
  type ConditionKeyType,
} from '../reference/condition-keys.ts';
import { lowerCase } from '../text/lower-case.ts';
import type { LanguageReference } from './language-reference.ts';
import type { Place } from './slot.ts';
import type { Suggestion } from './suggestion.ts';
import { fixedValues } from './words.ts';

/** Key types that an operator compares as documented; all for `Null`, and for what is no operator. */
const typesOf: Readonly<Record<Operator['family'], readonly ConditionKeyType[]>> = {
  string: ['String', 'ARN'],
  stringIgnoreCase: ['String'],
  like: ['String', 'ARN'],
  numeric: ['Numeric'],
  date: ['Date'],
  bool: ['Bool'],
  binary: ['String'],
  ip: ['IPAddress'],
  arn: ['ARN'],
  null: ['String', 'ARN', 'Bool', 'Numeric', 'Date', 'IPAddress'],
};

/** Keys that the operator compares and that the statement's requests may carry, the service's own first. */
export function keySuggestions(
  { actions, taken }: Place,
  operator: string,
  reference: LanguageReference,
): readonly Suggestion[] {
  const read = parseOperator(operator);
  const fits = ({ type, multivalued }: ConditionKey): boolean =>
    read === undefined ||
    (typesOf[read.family].includes(type) && (read.quantifier === 'none' || multivalued));
  const own = new Map<string, ConditionKey>();
  for (const text of actions) {
    const service = reference.service(prefixOf(text));
    if (service === undefined) continue;
    const covered = actionsOf(service, text);
    for (const key of service.conditionKeys)
      if (covered.some((action) => mayCarry(action, key))) own.set(key.name, key);
  }
  for (const key of globalConditionKeys) own.set(key.name, own.get(key.name) ?? key);
  return [...own.values()]
    .filter((key) => fits(key) && !taken.includes(key.name))
    .map(({ name, type, multivalued }) => ({
      text: name.replace(/\$\{[^}]*\}|<[^>]*>/, ''),
      label: name,
      kind: 'key',
      type,
      multivalued,
    }));
}

/** Values that a key can have, where they can be listed. */
export function valueSuggestions(
  operator: string,
  key: string,
  reference: LanguageReference,
): readonly Suggestion[] {
  const family = parseOperator(operator)?.family;
  return valuesFor(family, lowerCase(key), reference).map((text) => ({ text, kind: 'value' }));
}

function valuesFor(
  family: Operator['family'] | undefined,
  key: string,
  reference: LanguageReference,
): readonly string[] {
  if (family === 'bool' || family === 'null') return ['true', 'false'];
  if (key === 'aws:principalarn') return reference.principals;
  if (key === 'aws:principalaccount' || key === 'aws:resourceaccount' || key === 'aws:sourceaccount')
    return [reference.account];
  if (key === 'aws:sourcearn') return reference.resources;
  return fixedValues[key] ?? [];
}
