import { describe, expect, test } from 'vitest';
import {
  compileConditions,
  conditionMatches,
  conditionReasons,
  explainCondition,
  type ConditionExplanation,
} from '../../../src/iam/conditions/conditions.ts';
import { operatorNames } from '../../../src/iam/conditions/operators.ts';
import { contextMap } from '../../../src/iam/request/context.ts';
import { conditionCases, type ConditionCase } from '../pattern/case-files.ts';

const files = conditionCases();
const reasons = new Map<string, Set<boolean>>();

function run(given: ConditionCase): { plain: boolean; explained: ConditionExplanation } {
  const { conditions, unsupported } = compileConditions(
    { [given.operator]: { [given.key]: given.policyValues } },
    '/Statement/0/Condition',
    true,
  );
  expect(unsupported).toBeUndefined();
  const [condition] = conditions;
  const context = contextMap({
    ...given.context,
    ...(given.requestValues !== null && { [given.key]: given.requestValues }),
  });
  return { plain: conditionMatches(condition!, context), explained: explainCondition(condition!, context) };
}

for (const { file, cases } of files) {
  describe(file, () => {
    test.each(cases)('$name', (given) => {
      const { plain, explained } = run(given);
      expect(plain).toBe(given.expect);
      expect(explained.matches).toBe(given.expect);
      expect(conditionReasons).toContain(explained.because);
      reasons.set(explained.because, (reasons.get(explained.because) ?? new Set()).add(explained.matches));
    });
  });
}

describe('the condition case files', () => {
  const cases = files.flatMap((file) => file.cases);

  test('hold at least five cases for every operator of the table, met and not met', () => {
    for (const name of operatorNames) {
      const own = cases.filter(
        ({ operator }) => operator.replace(/^For\w+:/, '').replace(/IfExists$/, '') === name,
      );
      expect(own.length, name).toBeGreaterThanOrEqual(5);
      expect(new Set(own.map((given) => given.expect)).size, name).toBe(2);
    }
  });

  test('give rise to every reason a condition can have, and to no reason that says both yes and no by itself', () => {
    expect([...reasons.keys()].sort()).toEqual([...conditionReasons].sort());
    const always = [
      'matched',
      'everyValueMatches',
      'negatedNoneMatches',
      'someValueMatchesNone',
      'keyAbsentIfExists',
      'keyAbsentNegated',
      'keyAbsentForAllValues',
      'nullForAllValues',
    ];
    const never = [
      'noMatch',
      'notEveryValueMatches',
      'negatedOneMatches',
      'everyValueMatchesOne',
      'keyAbsent',
      'keyAbsentForAnyValue',
      'nullForAnyValue',
    ];
    for (const reason of always) expect([...(reasons.get(reason) ?? [])], reason).toEqual([true]);
    for (const reason of never) expect([...(reasons.get(reason) ?? [])], reason).toEqual([false]);
  });
});
