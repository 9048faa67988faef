import { globSpans, matchesGlob } from '../pattern/wildcard.ts';
import { equalsIgnoringCase, lowerCase, type ContextMap } from '../request/context.ts';
import { compileText, globOf, hasValues, literalText, type TextTemplate } from '../request/variables.ts';
import type { ValueFlaw, ValueTest } from './value-test.ts';

/** StringEquals: the same characters; `*` and `?` stand for themselves. */
export function stringTest(values: readonly string[], variables: boolean): ValueTest {
  const templates = values.map((value) => compileText(value, variables));
  const find = (value: string, context: ContextMap) => {
    for (let index = 0; index < templates.length; index += 1) {
      const template = templates[index];
      if (template !== undefined && literalText(template, context) === value) return index;
    }
    return -1;
  };
  return { find, flaw: (_, context) => variableFlaw(templates, context) };
}

/** StringEqualsIgnoreCase: the same characters but for the case of ASCII letters. */
export function stringIgnoreCaseTest(values: readonly string[], variables: boolean): ValueTest {
  const templates = values.map((value) => compileText(value, variables));
  const lower = templates.map(({ text }) => (text === undefined ? undefined : lowerCase(text)));
  const find = (value: string, context: ContextMap) => {
    for (let index = 0; index < templates.length; index += 1) {
      const template = templates[index];
      if (template === undefined) continue;
      const wanted = lower[index] ?? lowerCaseOf(literalText(template, context));
      if (wanted !== undefined && equalsIgnoringCase(wanted, value)) return index;
    }
    return -1;
  };
  return { find, flaw: (_, context) => variableFlaw(templates, context) };
}

/** StringLike: `*` is any run of characters, `?` one character. */
export function likeTest(values: readonly string[], variables: boolean): ValueTest {
  const templates = values.map((value) => compileText(value, variables));
  const find = (value: string, context: ContextMap) => {
    for (let index = 0; index < templates.length; index += 1) {
      const template = templates[index];
      const glob = template === undefined ? undefined : globOf(template, context);
      if (glob !== undefined && matchesGlob(glob, value)) return index;
    }
    return -1;
  };
  return {
    find,
    flaw: (_, context) => variableFlaw(templates, context),
    wildcards: (index, value, context) => {
      const template = templates[index];
      const glob = template === undefined ? undefined : globOf(template, context);
      return glob === undefined ? undefined : globSpans(glob, value);
    },
  };
}

/** `variableWithoutValue` where a variable of one of the texts has neither a value nor a default. */
export function variableFlaw(templates: readonly TextTemplate[], context: ContextMap): ValueFlaw | undefined {
  return templates.every((template) => hasValues(template, context)) ? undefined : 'variableWithoutValue';
}

function lowerCaseOf(text: string | undefined): string | undefined {
  return text === undefined ? undefined : lowerCase(text);
}
