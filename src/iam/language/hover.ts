import { parseOperator, type Operator } from '../conditions/operators.ts';
import { globalKey } from '../lint/known-keys.ts';
import { actionsOf, keyOf, prefixOf } from '../lint/lint-reference.ts';
import type { PolicyType } from '../policy/document.ts';
import { statementElements, topElements } from '../policy/elements.ts';
import type { ConditionKey } from '../reference/condition-keys.ts';
import type { AccessLevel, ServiceAction } from '../reference/service.ts';
import { lowerCase } from '../text/lower-case.ts';
import { placeAt, type Place } from './slot.ts';
import type { LanguageReference } from './language-reference.ts';

/** What AWS documents about a word of a policy, as data; the words are the page's. */
export type Card =
  | { readonly kind: 'element'; readonly text: string }
  | {
      readonly kind: 'action';
      readonly text: string;
      readonly service: string;
      readonly access: readonly AccessLevel[];
      /** Resource types it is asked on; empty: only `*` allows it. */
      readonly resources: readonly string[];
      readonly conditionKeys: readonly string[];
    }
  | {
      readonly kind: 'actions';
      readonly text: string;
      readonly service: string;
      readonly count: number;
      readonly first: readonly string[];
      /** How many of each access level. */
      readonly levels: readonly (readonly [level: AccessLevel, count: number])[];
    }
  | { readonly kind: 'everyAction'; readonly text: string; readonly services: number }
  | { readonly kind: 'operator'; readonly text: string; readonly operator: Operator }
  | { readonly kind: 'key'; readonly text: string; readonly key: ConditionKey; readonly global: boolean };

/** A card with the stretch of the text that it is about. */
export interface Hover {
  readonly start: number;
  readonly end: number;
  readonly card: Card;
}

/** A card names the first few actions that a pattern covers, and how many there are. */
const maxActionsOnCard = 6;

/** What a word of the text means in IAM; undefined where nothing can be said of it. */
export function hoverAt(
  text: string,
  offset: number,
  type: PolicyType,
  reference: LanguageReference,
): Hover | undefined {
  const place = placeAt(text, offset, type);
  if (place === undefined || place.caret.token === '') return undefined;
  const card = cardOf(place, reference);
  return card && { start: place.caret.start, end: place.caret.end, card };
}

function cardOf({ slot, caret, actions }: Place, reference: LanguageReference): Card | undefined {
  const text = caret.token;
  switch (slot.kind) {
    case 'topElement':
    case 'statementElement':
      return [...topElements, ...statementElements].includes(text) ? { kind: 'element', text } : undefined;
    case 'action':
      return actionCard(text, reference);
    case 'operator': {
      const operator = parseOperator(text);
      return operator && { kind: 'operator', text, operator };
    }
    case 'conditionKey': {
      const prefixes = [text, ...actions].map(prefixOf);
      return keyCard(text, prefixes, reference)[0];
    }
    default:
      return undefined;
  }
}

function actionCard(text: string, reference: LanguageReference): Card | undefined {
  if (text === '*' || text === '*:*')
    return { kind: 'everyAction', text, services: reference.services.length };
  const service = reference.service(prefixOf(text));
  const actions = service === undefined ? [] : actionsOf(service, text);
  const [action] = actions;
  if (service === undefined || action === undefined) return undefined;
  if (/[*?]/.test(text))
    return {
      ...{ kind: 'actions', text, service: service.name, count: actions.length },
      first: actions.slice(0, maxActionsOnCard).map(({ name }) => name),
      levels: countedLevels(actions),
    };
  const { accessLevels, resources, conditionKeys } = action;
  return {
    ...{ kind: 'action', text: `${service.prefix}:${action.name}`, service: service.name },
    access: accessLevels,
    resources: [...new Set(resources.map((one) => one.type.name))],
    conditionKeys: [
      ...new Set(
        [...conditionKeys, ...resources.flatMap((one) => one.conditionKeys)].map(({ name }) => name),
      ),
    ],
  };
}

function countedLevels(actions: readonly ServiceAction[]): readonly (readonly [AccessLevel, number])[] {
  const counts = new Map<AccessLevel, number>();
  for (const { accessLevels } of actions)
    for (const level of accessLevels) counts.set(level, (counts.get(level) ?? 0) + 1);
  return [...counts];
}

/** What AWS documents about a condition key, among those of services; none where it knows no such key. */
export function keyCard(
  text: string,
  prefixes: readonly string[],
  reference: LanguageReference,
): readonly Extract<Card, { kind: 'key' }>[] {
  const lower = lowerCase(text);
  const global = globalKey(lower);
  if (global !== null) return [{ kind: 'key', text, key: global, global: true }];
  for (const prefix of prefixes) {
    const service = reference.service(prefix);
    const key = service && keyOf(service, lower);
    if (key !== undefined) return [{ kind: 'key', text, key, global: false }];
  }
  return [];
}
