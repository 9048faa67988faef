import { arnGlobSpans, compileArnGlob, matchesArnGlob } from '../pattern/arn-glob.ts';
import { isArn } from '../text/arn.ts';
import { compileText, formCache, formFor } from '../pattern/variables.ts';
import { variableFlaw } from './strings.ts';
import type { ValueTest } from './value-test.ts';

/** ArnEquals and ArnLike, which are the same: six fields, each matched alone, wildcards in each. */
export function arnTest(values: readonly string[], variables: boolean): ValueTest {
  const patterns = values.map((value) => ({
    template: compileText(value, variables),
    form: formCache(compileArnGlob),
  }));
  return {
    find: (value, context) => {
      let index = 0;
      for (const { template, form } of patterns) {
        const glob = formFor(template, form, context);
        if (glob !== undefined && matchesArnGlob(glob, value)) return index;
        index += 1;
      }
      return -1;
    },
    flaw: (value, context) => {
      if (!isArn(value)) return 'malformedRequestValue';
      const templates = patterns.map(({ template }) => template);
      const missing = variableFlaw(templates, context);
      if (missing !== undefined) return missing;
      return patterns.some(({ template, form }) => formFor(template, form, context) === undefined)
        ? 'malformedValue'
        : undefined;
    },
    wildcards: (value, context) => {
      for (const { template, form } of patterns) {
        const glob = formFor(template, form, context);
        const spans = glob && arnGlobSpans(glob, value);
        if (spans !== undefined) return spans;
      }
      return undefined;
    },
  };
}
