import { arnGlobSpans, compileArnGlob, isArn, matchesArnGlob } from '../pattern/arn.ts';
import type { ContextMap } from '../request/context.ts';
import { compileText, formCache, formOf } from '../request/variables.ts';
import { variableFlaw } from './strings.ts';
import type { ValueTest } from './value-test.ts';

/** ArnEquals and ArnLike, which are the same: six fields, each matched alone, wildcards in each. */
export function arnTest(values: readonly string[], variables: boolean): ValueTest {
  const patterns = values.map((value) => ({
    template: compileText(value, variables),
    form: formCache(compileArnGlob),
  }));
  const globAt = (index: number, context: ContextMap) => {
    const pattern = patterns[index];
    return pattern === undefined ? undefined : formOf(pattern.template, pattern.form, context);
  };
  return {
    find: (value, context) => {
      for (let index = 0; index < patterns.length; index += 1) {
        const glob = globAt(index, context);
        if (glob !== undefined && matchesArnGlob(glob, value)) return index;
      }
      return -1;
    },
    flaw: (value, context) => {
      if (!isArn(value)) return 'malformedRequestValue';
      const templates = patterns.map(({ template }) => template);
      const missing = variableFlaw(templates, context);
      if (missing !== undefined) return missing;
      return templates.some((_, index) => globAt(index, context) === undefined)
        ? 'malformedValue'
        : undefined;
    },
    wildcards: (index, value, context) => {
      const glob = globAt(index, context);
      return glob === undefined ? undefined : arnGlobSpans(glob, value);
    },
  };
}
