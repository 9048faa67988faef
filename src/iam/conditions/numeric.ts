import { compareDecimals, parseDecimal, shortNumber } from './decimal.ts';
import type { Comparison } from './operators.ts';
import { satisfies, type ValueTest } from './value-test.ts';

/** Numeric operators: exact decimal comparison; a policy value that is no number is met by nothing. */
export function numericTest(values: readonly string[], comparison: Comparison): ValueTest {
  const wanted = values.map((text) => ({ short: shortNumber(text), decimal: parseDecimal(text) }));
  const allShort = !wanted.some(({ short }) => Number.isNaN(short));
  const find = (value: string) => {
    const short = shortNumber(value);
    const decimal = allShort && !Number.isNaN(short) ? undefined : parseDecimal(value);
    let index = 0;
    for (const one of wanted) {
      let order = short - one.short;
      // NaN, where one of the two is no number, satisfies no comparison.
      if (Number.isNaN(order) && decimal !== undefined && one.decimal !== undefined)
        order = compareDecimals(decimal, one.decimal);
      if (satisfies(comparison, order)) return index;
      index += 1;
    }
    return -1;
  };
  return {
    find,
    flaw: (value) => {
      if (parseDecimal(value) === undefined) return 'malformedRequestValue';
      return wanted.some((one) => one.decimal === undefined) ? 'malformedValue' : undefined;
    },
  };
}
