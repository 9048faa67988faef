import { parseOperator, type Operator } from '../conditions/operators.ts';
import { prefixOf } from '../lint/lint-reference.ts';
import type { PolicyType } from '../policy/document.ts';
import { keyCard, type Card } from './hover.ts';
import type { LanguageReference } from './language-reference.ts';
import { placeAt } from './slot.ts';

/** Where in a condition a caret stands, and what is said of the parts that stand already. */
export interface Signature {
  readonly part: 'operator' | 'key' | 'value';
  /** The operator and the key as they are written; empty where nothing is yet. */
  readonly operator: string;
  readonly key: string;
  /** What the operator does and what the key carries, as far as they are known. */
  readonly cards: readonly Extract<Card, { kind: 'operator' | 'key' }>[];
}

/**
 * The parts of a condition (operator, key, value) around a caret in a Condition element; undefined outside of one.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html
 */
export function signatureAt(
  text: string,
  offset: number,
  type: PolicyType,
  reference: LanguageReference,
): Signature | undefined {
  const place = placeAt(text, offset, type);
  if (place === undefined) return undefined;
  const { slot, caret, actions } = place;
  const found = (part: Signature['part'], operator: string, key: string): Signature => ({
    ...{ part, operator, key },
    cards: [...operatorCard(operator), ...keyCard(key, [key, ...actions].map(prefixOf), reference)],
  });
  switch (slot.kind) {
    case 'operator':
      return found('operator', caret.token, '');
    case 'conditionKey':
      return found('key', slot.operator, caret.token);
    case 'conditionValue':
      return found('value', slot.operator, slot.key);
    default:
      return undefined;
  }
}

function operatorCard(text: string): readonly { kind: 'operator'; text: string; operator: Operator }[] {
  const operator = parseOperator(text);
  return operator === undefined ? [] : [{ kind: 'operator', text, operator }];
}
