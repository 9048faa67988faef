import type { Check } from './finding.ts';
import { insertBefore, rename } from './fix.ts';
import { knownKey } from './known-keys.ts';
import { atKey, atOperator, hitIf, inConditions } from './scope.ts';
import { memberOf } from '../json/node.ts';
import { membersOf, type ConditionView } from './view.ts';

/** Whether the statement asks besides that the key is there. */
function asksPresence({ statement, lowerKey }: ConditionView): boolean {
  return statement.conditions.some(
    (other) =>
      other.lowerKey === lowerKey &&
      other.operator.family === 'null' &&
      other.values.every(({ text }) => text === 'false'),
  );
}

function isAudience(lowerKey: string): boolean {
  return lowerKey.endsWith(':aud');
}

/**
 * Set operators: for keys with several values, and what each means when the key is absent.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
 */
export const setChecks: readonly Check[] = [
  {
    check: 'MISSING_QUALIFIER',
    severity: 'error',
    find: inConditions((condition, reference) => {
      const { operator, member } = condition;
      const plain = operator.quantifier === 'none' && operator.family !== 'null';
      return hitIf(plain && knownKey(condition, reference)?.multivalued === true, {
        ...atOperator(condition),
        values: { key: member.key, operator: operator.name },
      });
    }),
  },
  {
    check: 'FORALLVALUES_WITH_SINGLE_VALUED_KEY',
    severity: 'securityWarning',
    find: inConditions((condition, reference) => {
      const { operator, member, block, statement } = condition;
      const own = statement.allows && operator.quantifier === 'forAllValues' && operator.family !== 'null';
      const plain = operator.name.slice('ForAllValues:'.length);
      const free = membersOf(block.value).length === 1 && !hasOperator(condition, plain);
      return hitIf(own && knownKey(condition, reference)?.multivalued === false, {
        ...atOperator(condition),
        values: { key: member.key, operator: operator.name, other: plain },
        fix: free ? rename(block, plain) : undefined,
      });
    }),
  },
  {
    check: 'FORALLVALUES_WITHOUT_NULL_CHECK',
    severity: 'securityWarning',
    find: inConditions((condition, reference) => {
      const { operator, member, statement } = condition;
      const own = statement.allows && operator.quantifier === 'forAllValues' && operator.family !== 'null';
      const known = knownKey(condition, reference);
      const fix = hasOperator(condition, 'Null')
        ? undefined
        : insertBefore(
            membersOf(memberOf(statement.node, 'Condition')),
            `"Null": { ${JSON.stringify(member.key)}: "false" }`,
          );
      return hitIf(own && known?.multivalued === true && !asksPresence(condition), {
        ...atOperator(condition),
        values: { key: member.key, operator: operator.name },
        fix,
      });
    }),
  },
  {
    check: 'NULL_WITH_QUALIFIER',
    severity: 'suggestion',
    find: inConditions((condition) => {
      const { operator, block } = condition;
      return hitIf(operator.family === 'null' && operator.quantifier !== 'none', {
        ...atOperator(condition),
        values: { operator: operator.name },
        fix: hasOperator(condition, 'Null') ? undefined : rename(block, 'Null'),
      });
    }),
  },
  {
    check: 'FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE',
    severity: 'securityWarning',
    types: ['trust'],
    find: inConditions((condition) =>
      hitIf(condition.operator.quantifier === 'forAnyValue' && isAudience(condition.lowerKey), {
        ...atKey(condition),
        values: { key: condition.member.key },
      }),
    ),
  },
  {
    check: 'CONFIRM_AUDIENCE_CLAIM_TYPE',
    severity: 'suggestion',
    types: ['trust'],
    find: inConditions((condition) =>
      hitIf(condition.operator.quantifier === 'forAllValues' && isAudience(condition.lowerKey), {
        ...atKey(condition),
        values: { key: condition.member.key },
      }),
    ),
  },
];

function hasOperator({ statement }: ConditionView, name: string): boolean {
  return statement.conditions.some(({ operator }) => operator.name === name);
}
