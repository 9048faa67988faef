import type { ContextMap } from '../request/context.ts';
import type { Comparison } from './operators.ts';

/**
 * The values of one condition, prepared once: which of them does a request value meet? Negation, set prefixes and
 * absent keys are not its business.
 */
export interface ValueTest {
  /** Position of the first policy value that the request value meets, or -1. */
  readonly find: (value: string, context: ContextMap) => number;
  /** Why none could be met, where that is more than a plain difference. */
  readonly flaw: (value: string, context: ContextMap) => ValueFlaw | undefined;
  /** What the wildcards of the first policy value that is met stand for, as offsets into the request value. */
  readonly wildcards?: (
    value: string,
    context: ContextMap,
  ) => readonly (readonly [number, number])[] | undefined;
}

/** A variable has no value; a policy value is not of the operator's type; the request's value is not. */
export type ValueFlaw = 'variableWithoutValue' | 'malformedValue' | 'malformedRequestValue';

/** Whether an order (negative, zero, positive: request value before, at, after the policy value) satisfies a comparison. */
export function satisfies(comparison: Comparison, order: number): boolean {
  switch (comparison) {
    case 'equal':
      return order === 0;
    case 'less':
      return order < 0;
    case 'lessOrEqual':
      return order <= 0;
    case 'greater':
      return order > 0;
    case 'greaterOrEqual':
      return order >= 0;
  }
}
