import { equalsIgnoringCase } from '../request/context.ts';
import { compileText, literalText } from '../request/variables.ts';
import { variableFlaw } from './strings.ts';
import type { ValueTest } from './value-test.ts';

/** `true` or `false` in any letter case; undefined for anything else. */
function parseBool(text: string): boolean | undefined {
  if (equalsIgnoringCase('true', text)) return true;
  return equalsIgnoringCase('false', text) ? false : undefined;
}

/** Bool: the same truth value; a policy value that is neither `true` nor `false` is met by nothing. */
export function boolTest(values: readonly string[], variables: boolean): ValueTest {
  const templates = values.map((value) => compileText(value, variables));
  const fixed = templates.map(({ text }) => (text === undefined ? undefined : parseBool(text)));
  return {
    find: (value, context) => {
      const truth = parseBool(value);
      if (truth === undefined) return -1;
      for (let index = 0; index < templates.length; index += 1) {
        if (fixed[index] === truth) return index;
        const template = templates[index];
        if (template === undefined || template.text !== undefined) continue;
        const resolved = literalText(template, context);
        if (resolved !== undefined && parseBool(resolved) === truth) return index;
      }
      return -1;
    },
    flaw: (value, context) => {
      if (parseBool(value) === undefined) return 'malformedRequestValue';
      const missing = variableFlaw(templates, context);
      if (missing !== undefined) return missing;
      const texts = templates.map((template) => literalText(template, context) ?? '');
      return texts.some((text) => parseBool(text) === undefined) ? 'malformedValue' : undefined;
    },
  };
}
