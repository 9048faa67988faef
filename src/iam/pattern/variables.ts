import { compileGlobParts, type Glob, type GlobPart } from './wildcard.ts';
import { lowerCase } from '../text/lower-case.ts';
import type { ContextMap } from '../request/context.ts';

/** A policy variable: a context key (in lower case) and what stands for it where the request has no value. */
interface VariablePart {
  readonly kind: 'variable';
  readonly source: string;
  readonly key: string;
  readonly fallback?: string;
}

/** Text as the policy writes it (`text`: its `*` and `?` may be wildcards) or an escaped character (`escaped`). */
interface PlainPart {
  readonly kind: 'text' | 'escaped';
  readonly source: string;
  readonly text: string;
}

export type TextPart = VariablePart | PlainPart;

/**
 * A text of a policy, split at its policy variables.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export interface TextTemplate {
  readonly source: string;
  readonly parts: readonly TextPart[];
  readonly variables: readonly VariablePart[];
  /** The text itself, where no variable is in it. */
  readonly text: string | undefined;
  readonly glob: FormCache<Glob>;
}

/** The prepared forms of a template, one for each set of values its variables had lately. */
export interface FormCache<Form> {
  readonly compile: (parts: readonly GlobPart[]) => Form;
  /** The only form there is, of a template without variables; made when it is first asked for. */
  fixed: Form | undefined;
  readonly forms: Map<string | undefined, Form>;
}

/** Whether the text holds at least one well-formed policy variable or escape. */
export function hasVariable(text: string): boolean {
  return splitVariables(text).some(({ kind }) => kind !== 'text');
}

/**
 * Splits a text at `${key}`, `${key, 'default'}`, `${*}`, `${?}` and `${$}`; with `variables` false (Version
 * 2008-10-17) nothing is replaced. What is not well formed (no closing brace, a space inside, nothing inside, no
 * quotes) stays literal text.
 */
export function compileText(text: string, variables: boolean): TextTemplate {
  return templateOf(variables ? splitVariables(text) : [{ kind: 'text', source: text, text }]);
}

/** A template of parts already split. */
export function templateOf(parts: readonly TextPart[]): TextTemplate {
  const variables = parts.filter((part) => part.kind === 'variable');
  const text = parts.map((part) => (part.kind === 'variable' ? '' : part.text)).join('');
  return {
    source: parts.map((part) => part.source).join(''),
    parts,
    variables,
    text: variables.length === 0 ? text : undefined,
    glob: formCache(compileGlobParts),
  };
}

/** The text with every variable replaced; undefined where a variable has neither a value nor a default. */
export function literalText(template: TextTemplate, context: ContextMap): string | undefined {
  if (template.text !== undefined) return template.text;
  let text = '';
  for (const part of template.parts) {
    const piece = part.kind === 'variable' ? variableValue(part, context) : part.text;
    if (piece === undefined) return undefined;
    text += piece;
  }
  return text;
}

/** Whether every variable of the text has a value or a default. */
export function hasValues({ variables }: TextTemplate, context: ContextMap): boolean {
  for (const variable of variables) if (variableValue(variable, context) === undefined) return false;
  return true;
}

/**
 * The pattern with every variable replaced, prepared; a wildcard inside a value or a default is literal text.
 * Undefined where a variable has neither a value nor a default.
 */
export function globOf(template: TextTemplate, context: ContextMap): Glob | undefined {
  return formFor(template, template.glob, context);
}

/** A place to keep the forms that `compile` makes of a template. */
export function formCache<Form>(compile: (parts: readonly GlobPart[]) => Form): FormCache<Form> {
  return { compile, fixed: undefined, forms: new Map() };
}

/**
 * The form of a template under a context; undefined where a variable has neither a value nor a default. A form is made
 * once for the values that its variables have, so that matching many requests of few principals prepares few patterns.
 */
export function formFor<Form>(
  template: TextTemplate,
  cache: FormCache<Form>,
  context: ContextMap,
): Form | undefined {
  if (cache.fixed !== undefined) return cache.fixed;
  const key = valuesKey(template.variables, context);
  const known = cache.forms.get(key);
  if (known !== undefined) return known;
  const parts = globParts(template, context);
  if (parts === undefined) return undefined;
  const form = cache.compile(parts);
  if (template.variables.length === 0) {
    cache.fixed = form;
    return form;
  }
  if (cache.forms.size >= maxForms) cache.forms.clear();
  cache.forms.set(key, form);
  return form;
}

/** More than the principals of one workload, few enough that a hostile one fills no memory. */
const maxForms = 256;

/** The variables' values as one text, different for different values; undefined where one has none. */
function valuesKey(variables: readonly VariablePart[], context: ContextMap): string | undefined {
  let key = '';
  for (const variable of variables) {
    const value = variableValue(variable, context);
    if (value === undefined || variables.length === 1) return value;
    key += `${value.length}:${value}`;
  }
  return key;
}

function globParts(template: TextTemplate, context: ContextMap): readonly GlobPart[] | undefined {
  const parts: GlobPart[] = [];
  for (const part of template.parts) {
    const text = part.kind === 'variable' ? variableValue(part, context) : part.text;
    if (text === undefined) return undefined;
    parts.push({ text, literal: part.kind !== 'text' });
  }
  return parts;
}

/** What the request (or the default) puts in a variable's place. A multivalued key has no single value to put there. */
function variableValue(variable: VariablePart, context: ContextMap): string | undefined {
  const value = context.get(variable.key);
  return typeof value === 'string' ? value : variable.fallback;
}

function splitVariables(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  let place = text.indexOf('${');
  while (place >= 0) {
    const part = variableAt(text, place);
    if (part !== undefined) {
      if (place > from) parts.push(plain(text.slice(from, place)));
      parts.push(part);
      from = place + part.source.length;
    }
    place = text.indexOf('${', part === undefined ? place + 2 : from);
  }
  if (from < text.length || parts.length === 0) parts.push(plain(text.slice(from)));
  return parts;
}

function plain(text: string): PlainPart {
  return { kind: 'text', source: text, text };
}

function variableAt(text: string, start: number): TextPart | undefined {
  let end = start + 2;
  while (isKeyCharacter(text.charAt(end))) end += 1;
  const name = text.slice(start + 2, end);
  if (text.startsWith('}', end)) {
    const source = text.slice(start, end + 1);
    if (name === '*' || name === '?' || name === '$') return { kind: 'escaped', source, text: name };
    return isKey(name) ? { kind: 'variable', source, key: lowerCase(name) } : undefined;
  }
  if (!isKey(name) || !text.startsWith(", '", end)) return undefined;
  const quote = text.indexOf("'", end + 3);
  if (quote < 0 || !text.startsWith('}', quote + 1)) return undefined;
  const source = text.slice(start, quote + 2);
  return { kind: 'variable', source, key: lowerCase(name), fallback: text.slice(end + 3, quote) };
}

/** Not so the empty character at the end of a text, which every text includes. */
function isKeyCharacter(character: string): boolean {
  return !" ,'{}".includes(character);
}

function isKey(name: string): boolean {
  return name !== '' && !name.includes('*') && !name.includes('?') && !name.includes('$');
}
