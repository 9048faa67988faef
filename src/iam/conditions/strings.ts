import { globSpans, matchesGlob } from '../pattern/wildcard.ts';
import { equalsIgnoringCase, lowerCase } from '../text/lower-case.ts';
import type { ContextMap } from '../request/context.ts';
import { compileText, globOf, hasValues, literalText, type TextTemplate } from '../pattern/variables.ts';
import type { ValueFlaw, ValueTest } from './value-test.ts';

/** StringEquals: the same characters; `*` and `?` stand for themselves. */
export function stringTest(values: readonly string[], variables: boolean): ValueTest {
  const templates = values.map((value) => compileText(value, variables));
  const find = (value: string, context: ContextMap) => {
    let index = 0;
    for (const template of templates) {
      if (literalText(template, context) === value) return index;
      index += 1;
    }
    return -1;
  };
  return { find, flaw: (_, context) => variableFlaw(templates, context) };
}

/** StringEqualsIgnoreCase: the same characters but for the case of ASCII letters. */
export function stringIgnoreCaseTest(values: readonly string[], variables: boolean): ValueTest {
  const templates = values.map((value) => compileText(value, variables));
  const wanted = templates.map((template) => ({ template, lower: lowerCaseOf(template.text) }));
  const find = (value: string, context: ContextMap) => {
    let index = 0;
    for (const { template, lower } of wanted) {
      const text = lower ?? lowerCaseOf(literalText(template, context));
      if (text !== undefined && equalsIgnoringCase(text, value)) return index;
      index += 1;
    }
    return -1;
  };
  return { find, flaw: (_, context) => variableFlaw(templates, context) };
}

/** StringLike: `*` is any run of characters, `?` one character. */
export function likeTest(values: readonly string[], variables: boolean): ValueTest {
  const templates = values.map((value) => compileText(value, variables));
  const find = (value: string, context: ContextMap) => {
    let index = 0;
    for (const template of templates) {
      const glob = globOf(template, context);
      if (glob !== undefined && matchesGlob(glob, value)) return index;
      index += 1;
    }
    return -1;
  };
  return {
    find,
    flaw: (_, context) => variableFlaw(templates, context),
    wildcards: (value, context) => {
      for (const template of templates) {
        const glob = globOf(template, context);
        const spans = glob && globSpans(glob, value);
        if (spans !== undefined) return spans;
      }
      return undefined;
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
