import { expect } from 'vitest';
import { compileConditions, type CompiledCondition } from '../../../src/iam/conditions/conditions.ts';
import type { JsonValue } from '../../../src/iam/json/json.ts';

/** One condition on `aws:Key`, prepared; the policy's Version replaces variables. */
export function compiled(operator: string, values: JsonValue): CompiledCondition {
  const { conditions, unsupported } = compileConditions({ [operator]: { 'aws:Key': values } }, '', true);
  expect(unsupported).toBeUndefined();
  return conditions[0]!;
}
