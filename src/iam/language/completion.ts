import { operatorNames, parseOperator } from '../conditions/operators.ts';
import { shapes, statementElements, topElements } from '../policy/elements.ts';
import type { PolicyType } from '../policy/document.ts';
import { actionSuggestions } from './action-suggestions.ts';
import { keySuggestions, valueSuggestions } from './condition-suggestions.ts';
import type { LanguageReference } from './language-reference.ts';
import { principalSuggestions, resourceSuggestions } from './resource-suggestions.ts';
import { placeAt, type Place } from './slot.ts';
import type { Suggestion } from './suggestion.ts';
import { principalKinds, variables } from './words.ts';

/** What may be written at a place, with the stretch of the text that it would take. */
export interface Completions {
  readonly start: number;
  readonly end: number;
  /** How much of each suggestion is typed already; those that do not begin with it stand behind the others. */
  readonly typed: string;
  readonly suggestions: readonly Completion[];
}

export interface Completion extends Suggestion {
  /** What takes the place of the stretch: quotes, and for an element what follows its name. */
  readonly insert: string;
  /** Where the caret stands then, counted from the beginning of `insert`. */
  readonly caret: number;
}

/** A longer list is no help to a reader: one letter more shortens it. */
const maxSuggestions = 400;

/**
 * What IAM takes at a place of a policy text: elements that the policy type has, actions that exist, ARN forms of the
 * statement's actions, operators, condition keys that its requests carry. Empty where nothing can be offered.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function completionsAt(
  text: string,
  offset: number,
  type: PolicyType,
  reference: LanguageReference,
): Completions {
  const place = placeAt(text, offset, type);
  if (place === undefined) return { start: offset, end: offset, typed: '', suggestions: [] };
  const { caret } = place;
  const variable = caret.role === 'value' ? /\$\{([^}"]*)$/.exec(caret.before) : null;
  const found = variable === null ? suggestionsFor(place, type, reference) : variablesFor(caret.before);
  const lower = caret.before.toLowerCase();
  const first = found.filter((one) => one.text.toLowerCase().startsWith(lower));
  const others = found.filter((one) => !first.includes(one) && one.text.toLowerCase().includes(lower));
  return {
    start: caret.start,
    end: caret.end,
    typed: caret.before,
    suggestions: [...first, ...others].slice(0, maxSuggestions).map((one) => completed(one, place)),
  };
}

function suggestionsFor(place: Place, type: PolicyType, reference: LanguageReference): readonly Suggestion[] {
  const { slot, taken } = place;
  const free = (names: readonly string[], kind: Suggestion['kind']): readonly Suggestion[] =>
    names.filter((name) => !taken.includes(name)).map((text) => ({ text, kind }));
  switch (slot.kind) {
    case 'topElement':
      return free(shapes[type].id ? topElements : topElements.filter((name) => name !== 'Id'), 'element');
    case 'statementElement':
      return free(elementsOf(type, taken), 'element');
    case 'version':
      return [{ text: '2012-10-17', kind: 'value' }];
    case 'effect':
      return (type === 'rcp' ? ['Deny'] : ['Allow', 'Deny']).map((text) => ({ text, kind: 'effect' }));
    case 'action':
      return actionSuggestions(place, type, reference);
    case 'resource':
      return resourceSuggestions(place, reference);
    case 'principalKind':
      return free(principalKinds(type), 'principal');
    case 'principal':
      return principalSuggestions(slot.of, place, type, reference);
    case 'operator':
      return operators(place.caret.before).map((text) => ({ text, kind: 'operator' }));
    case 'conditionKey':
      return keySuggestions(place, slot.operator, reference);
    case 'conditionValue':
      return valueSuggestions(slot.operator, slot.key, reference);
  }
}

/** Elements that the type takes and that the statement has neither itself nor by their opposite. */
function elementsOf(type: PolicyType, taken: readonly string[]): readonly string[] {
  const { principal, notPrincipal, notAction, resource } = shapes[type];
  return statementElements.filter((name) => {
    const opposite = name.startsWith('Not') ? name.slice(3) : `Not${name}`;
    if (taken.includes(opposite)) return false;
    if (name === 'Principal') return principal === 'required';
    if (name === 'NotPrincipal') return notPrincipal;
    if (name === 'NotAction') return notAction;
    return !name.endsWith('Resource') || resource === 'required';
  });
}

/** The operators; those over sets and `IfExists` once somebody types that way. */
function operators(typed: string): readonly string[] {
  const prefix = /^For(?:AllValues|AnyValue):/i.exec(typed)?.[0];
  const sets = ['ForAnyValue:', 'ForAllValues:'];
  const all = operatorNames
    .flatMap((name) => [name, `${name}IfExists`])
    .filter((name) => parseOperator(name));
  if (prefix === undefined)
    return [...operatorNames, ...sets, ...all.filter((name) => name.endsWith('IfExists'))];
  return sets.flatMap((set) =>
    set.toLowerCase() === prefix.toLowerCase()
      ? all.map((name) => set + name).filter((name) => !name.includes(':Null'))
      : [],
  );
}

/** Policy variables, in the place of what stands behind the last `${`. */
function variablesFor(before: string): readonly Suggestion[] {
  const head = before.slice(0, before.lastIndexOf('${') + 2);
  return variables.map((name) => ({
    text: `${head}${name}${name.endsWith('/') ? '' : '}'}`,
    label: `\${${name}${name.endsWith('/') ? 'TagKey' : ''}}`,
    kind: 'variable',
  }));
}

const afterElement: Readonly<Record<string, readonly [before: string, after: string]>> = {
  Version: ['"2012-10-17', '"'],
  Statement: ['[{ ', ' }]'],
  Principal: ['{ "AWS": "', '" }'],
  NotPrincipal: ['{ "AWS": "', '" }'],
  Condition: ['{ ', ' }'],
};

function completed(one: Suggestion, { caret, slot }: Place): Completion {
  const name = JSON.stringify(one.text);
  const open = one.text.endsWith(':') || one.text.endsWith('/');
  if (caret.role === 'value' || caret.hasValue || open)
    return { ...one, insert: name, caret: name.length - (open ? 1 : 0) };
  const nested = slot.kind === 'operator' ? (['{ ', ' }'] as const) : undefined;
  const [before, after] = nested ?? afterElement[one.text] ?? ['"', '"'];
  return { ...one, insert: `${name}: ${before}${after}`, caret: name.length + 2 + before.length };
}
