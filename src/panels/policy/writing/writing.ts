import { lintReference, lintText, type Finding } from '#iam/lint';
import type { PolicyType } from '#iam';
import {
  completionsAt,
  hoverAt,
  languageReference,
  signatureAt,
  type Card,
  type Completion,
  type Signature,
} from '#iam/language';
import type { EditorCard, EditorChoice, EditorChoices, EditorSignature } from '#ui/editor/editor-types.ts';
import { reference } from '../reference/aws-library.ts';
import { timed } from './timed.ts';

type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** ARNs of the account that a policy is written for: they are offered first. */
export interface WritingWorld {
  readonly resources: readonly string[];
  readonly principals: readonly string[];
}

/** What the checks find in a text, with as much of AWS's reference as can be had. Never rejects. */
export async function findingsOf(text: string, type: PolicyType): Promise<readonly Finding[]> {
  const known = await lintReference(reference, text);
  return timed('policy lint', () => lintText(text, type, known));
}

/** What may be written at a place, in the words of the page. */
async function choicesAt(
  text: string,
  offset: number,
  type: PolicyType,
  world: WritingWorld,
  say: Say,
): Promise<EditorChoices> {
  const known = await languageReference(reference, text, world);
  const { start, end, suggestions } = timed('policy completion', () =>
    completionsAt(text, offset, type, known),
  );
  const signature = signatureAt(text, offset, type, known);
  return {
    ...{ start, end, choices: suggestions.map((one) => choice(one, say)) },
    ...(signature && { lines: signatureLines(signature, say) }),
  };
}

function choice(one: Completion, say: Say): EditorChoice {
  const { text, label = text, kind, insert, caret } = one;
  return { label, detail: detail(one, say), kind, insert, caret, again: text.endsWith(':') };
}

function detail({ kind, name, access, count, type, multivalued }: Completion, say: Say): string {
  switch (kind) {
    case 'service':
      return say('language.service', { name: name ?? '', count: count ?? 0 });
    case 'action':
      return (access ?? []).map((level) => say(`language.access.${level}`)).join(', ');
    case 'wildcard':
      return count === undefined ? say('language.everything') : say('language.wildcard', { count });
    case 'key':
      return say(multivalued === true ? 'language.keyMultivalued' : 'language.key', { type: type ?? '' });
    case 'resource':
      return name ?? say('language.kind.resource');
    default:
      return say(`language.kind.${kind}`);
  }
}

/** What a word means, line by line. */
async function cardAt(
  text: string,
  offset: number,
  type: PolicyType,
  world: WritingWorld,
  say: Say,
): Promise<EditorCard | undefined> {
  const found = hoverAt(text, offset, type, await languageReference(reference, text, world));
  return found && { start: found.start, end: found.end, lines: cardLines(found.card, say) };
}

/** The parts of the condition around a place, with the one it stands in. */
async function partsAt(
  text: string,
  offset: number,
  type: PolicyType,
  world: WritingWorld,
  say: Say,
): Promise<EditorSignature | undefined> {
  const found = signatureAt(text, offset, type, await languageReference(reference, text, world));
  if (found === undefined) return undefined;
  const words = { operator: found.operator, key: found.key, value: '' };
  const parts = (['operator', 'key', 'value'] as const).map((part) => ({
    part,
    text: JSON.stringify(words[part] || say(`language.part.${part}`)),
  }));
  const [operator, key, value] = parts.map((one) => one.text);
  const label = `${operator}: { ${key}: ${value} }`;
  const active = parts.find(({ part }) => part === found.part)?.text ?? '';
  const start = found.part === 'value' ? label.lastIndexOf(active) : label.indexOf(active);
  return { label, part: [start, start + active.length], lines: signatureLines(found, say) };
}

/** What is to be known of the parts of a condition that stand already. */
function signatureLines({ cards }: Signature, say: Say): readonly string[] {
  return cards.flatMap((card) => cardLines(card, say));
}

const maxKeysShown = 12;

/** A card in sentences. */
function cardLines(card: Card, say: Say): readonly string[] {
  const code = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');
  switch (card.kind) {
    case 'element':
      return [say(`language.element.${card.text}`)];
    case 'action': {
      const { text, service, access, resources, conditionKeys } = card;
      const levels = access.map((level) => say(`language.access.${level}`)).join(', ');
      const keys = conditionKeys.slice(0, maxKeysShown);
      return [
        say('language.action', { text, service, access: levels }),
        resources.length === 0
          ? say('language.actionOnNothing')
          : say('language.actionOn', { resources: code(resources) }),
        ...(keys.length === 0 ? [] : [say('language.actionKeys', { keys: code(keys) })]),
      ];
    }
    case 'actions': {
      const { text, service, count, first, levels } = card;
      const counted = levels.map(([level, many]) => `${say(`language.access.${level}`)} ${many}`);
      return [
        say('language.actions', { text, service, count }),
        say('language.actionsLevels', { levels: counted.join(', ') }),
        say('language.actionsFirst', { names: code(first) }),
      ];
    }
    case 'everyAction':
      return [say('language.everyAction', { text: card.text })];
    case 'operator':
      return operatorLines(card.operator, say);
    case 'key': {
      const { key, global } = card;
      return [
        say(global ? 'language.keyCardGlobal' : 'language.keyCard', { text: key.name, type: key.type }),
        say(key.multivalued ? 'language.keySeveral' : 'language.keySingle'),
      ];
    }
  }
}

function operatorLines(
  { name, family, negated, ifExists, quantifier }: Extract<Card, { kind: 'operator' }>['operator'],
  say: Say,
): readonly string[] {
  const lines = [say(`language.operator.${family}`, { name: `\`${name}\`` })];
  if (family === 'null') return lines;
  if (negated) lines.push(say('language.operator.negated'));
  if (quantifier === 'forAllValues') lines.push(say('language.operator.absentForAllValues'));
  else if (quantifier === 'forAnyValue') lines.push(say('language.operator.absentForAnyValue'));
  else if (ifExists) lines.push(say('language.operator.absentIfExists'));
  else lines.push(say(negated ? 'language.operator.absentNegated' : 'language.operator.absent'));
  return lines;
}

/** What an editor asks of this file once it is loaded. */
export const policyWriting = { choicesAt, cardAt, partsAt };
export type PolicyWriting = typeof policyWriting;
