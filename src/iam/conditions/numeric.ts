import { compareDecimals, parseDecimal, shortNumber } from './decimal.ts';
import type { Comparison } from './operators.ts';
import { satisfies, type ValueTest } from './value-test.ts';

/** Numeric operators: exact decimal comparison; a policy value that is no number is met by nothing. */
export function numericTest(values: readonly string[], comparison: Comparison): ValueTest {
  const decimals = values.map(parseDecimal);
  const shorts = values.map(shortNumber);
  const allShort = !shorts.some(Number.isNaN);
  const find = (value: string) => {
    const short = shortNumber(value);
    const decimal = allShort && !Number.isNaN(short) ? undefined : parseDecimal(value);
    for (let index = 0; index < decimals.length; index += 1) {
      const wanted = decimals[index];
      let order = short - (shorts[index] ?? NaN);
      if (Number.isNaN(order)) {
        if (decimal === undefined || wanted === undefined) continue;
        order = compareDecimals(decimal, wanted);
      }
      if (satisfies(comparison, order)) return index;
    }
    return -1;
  };
  return {
    find,
    flaw: (value) => {
      if (parseDecimal(value) === undefined) return 'malformedRequestValue';
      return decimals.includes(undefined) ? 'malformedValue' : undefined;
    },
  };
}
