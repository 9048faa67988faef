import type { ParsedPolicy, PolicyType } from '#iam';
import { type ConditionView, type StatementView, viewPolicy } from '#iam/lint';
import { jsonOf } from '../parsed/json-of.ts';
import { memberText } from './member-text.ts';

type Values = Readonly<Record<string, string | number>>;
type Say = (key: string, values?: Values) => string;

/** A statement said as a sentence, and each of its conditions as one. */
export interface StatementWords {
  readonly sentence: string;
  /** All of them must be met. */
  readonly conditions: readonly string[];
}

/**
 * What a policy says, statement by statement, in whole sentences. Undefined where the text is no JSON; what of a statement
 * is not of the right kind is left out, as the checks name it already.
 */
export function policyWords(
  text: string,
  parsed: ParsedPolicy,
  type: PolicyType,
  say: Say,
  list: (items: readonly string[]) => string,
): readonly StatementWords[] | undefined {
  const { node } = parsed;
  if (node === undefined || jsonOf(text, parsed) === undefined) return undefined;
  return viewPolicy(node, type).statements.map((statement, index) => ({
    sentence: sentenceOf(statement, index, say, list),
    conditions: statement.conditions.map((condition) => conditionWords(condition, say, list)),
  }));
}

function code(texts: readonly string[], list: (items: readonly string[]) => string): string {
  return list(texts.map((text) => `\`${text}\``));
}

function sentenceOf(
  statement: StatementView,
  index: number,
  say: Say,
  list: (items: readonly string[]) => string,
): string {
  const sid = memberText(statement.node, 'Sid');
  const effect = statement.allows ? 'allow' : statement.denies ? 'deny' : undefined;
  const name = sid === '' ? say('words.statement', { number: index + 1 }) : `\`${sid}\``;
  if (effect === undefined) return say('words.noEffect', { name });
  return say(`words.${effect}`, {
    name,
    who: principalWords(statement, say, list),
    actions: actionWords(statement, say, list),
    resources: resourceWords(statement, say, list),
  });
}

function actionWords(
  { actions, notAction }: StatementView,
  say: Say,
  list: (items: readonly string[]) => string,
): string {
  const texts = actions.map(({ text }) => text);
  if (texts.length === 0) return say('words.noActions');
  if (notAction) return say('words.actionsBut', { actions: code(texts, list) });
  return texts.includes('*') ? say('words.everyAction') : code(texts, list);
}

function resourceWords(
  { resources, notResource }: StatementView,
  say: Say,
  list: (items: readonly string[]) => string,
): string {
  const texts = resources.map(({ text }) => text);
  if (texts.length === 0) return '';
  if (notResource) return say('words.resourcesBut', { resources: code(texts, list) });
  return texts.includes('*')
    ? say('words.everyResource')
    : say('words.resources', { resources: code(texts, list) });
}

function principalWords(
  { principals, notPrincipal }: StatementView,
  say: Say,
  list: (items: readonly string[]) => string,
): string {
  if (principals.length === 0) return '';
  const everybody = principals.some(({ text }) => text === '*');
  const named = list(principals.map(({ kind, text }) => principalName(kind, text, say)));
  if (notPrincipal) return say('words.whoBut', { principals: named });
  return everybody ? say('words.everybody') : say('words.who', { principals: named });
}

/** A principal as a person calls it: the account that `:root` or its bare id stands for, a user, a role, a service. */
function principalName(kind: string, text: string, say: Say): string {
  if (kind === 'Service') return say('words.principal.service', { name: text });
  if (kind === 'Federated') return say('words.principal.provider', { name: text });
  const [, account = '', path = ''] = /^arn:[a-z-]+:(?:iam|sts)::(\d{12}):(.+)$/.exec(text) ?? [];
  if (/^\d{12}$/.test(text) || path === 'root')
    return say('words.principal.account', { account: account || text });
  const [, noun, name = ''] = /^(user|role)\/(?:.*\/)?([^/]+)$/.exec(path) ?? [];
  return noun === undefined ? `\`${text}\`` : say(`words.principal.${noun}`, { name, account });
}

/** One condition key under one operator: what is compared, and what happens when the request does not carry the key. */
function conditionWords(
  { operator, member, values }: ConditionView,
  say: Say,
  list: (items: readonly string[]) => string,
): string {
  const { family, comparison, negated, ifExists, quantifier } = operator;
  const key = `\`${member.key}\``;
  if (family === 'null') {
    const absent = values.some(({ text }) => text === 'true');
    return say(absent ? 'words.condition.absent' : 'words.condition.present', { key });
  }
  const how = family === 'numeric' || family === 'date' ? `${family}.${comparison}` : family;
  const compared = say(`words.condition.${how}${negated ? '.not' : ''}`, {
    key,
    values: code(
      values.map(({ text }) => text),
      list,
    ),
    count: values.length,
  });
  const quantified =
    quantifier === 'none' ? compared : say(`words.condition.${quantifier}`, { condition: compared, key });
  return ifExists && quantifier === 'none'
    ? say('words.condition.ifExists', { condition: quantified, key })
    : quantified;
}
