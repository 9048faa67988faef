import { equalsIgnoringCase } from '../text/lower-case.ts';
import type { ContextMap } from '../request/context.ts';
import { compileText, literalText, type TextTemplate } from '../pattern/variables.ts';
import { variableFlaw } from './strings.ts';
import type { ValueTest } from './value-test.ts';

/** `true` or `false` in any letter case; undefined for anything else. */
function parseBool(text: string): boolean | undefined {
  if (equalsIgnoringCase('true', text)) return true;
  return equalsIgnoringCase('false', text) ? false : undefined;
}

function truthOf(template: TextTemplate, context: ContextMap): boolean | undefined {
  const text = literalText(template, context);
  return text === undefined ? undefined : parseBool(text);
}

/** Bool: the same truth value; a policy value that is neither `true` nor `false` is met by nothing. */
export function boolTest(values: readonly string[], variables: boolean): ValueTest {
  const templates = values.map((value) => compileText(value, variables));
  const wanted = templates.map((template) => ({ template, fixed: parseBool(template.text ?? '') }));
  return {
    find: (value, context) => {
      const truth = parseBool(value);
      if (truth === undefined) return -1;
      let index = 0;
      for (const { template, fixed } of wanted) {
        if ((fixed ?? truthOf(template, context)) === truth) return index;
        index += 1;
      }
      return -1;
    },
    flaw: (value, context) => {
      if (parseBool(value) === undefined) return 'malformedRequestValue';
      const missing = variableFlaw(templates, context);
      if (missing !== undefined) return missing;
      return templates.some((template) => truthOf(template, context) === undefined)
        ? 'malformedValue'
        : undefined;
    },
  };
}
