import type { Check, Hit } from './finding.ts';
import { atKey, hitIf, inConditions } from './scope.ts';
import type { ConditionView } from './view.ts';

const sourceKeys: ReadonlySet<string> = new Set([
  'aws:sourceorgid',
  'aws:sourceorgpaths',
  'aws:sourceaccount',
]);

function isPrincipalKey({ lowerKey, operator }: ConditionView): boolean {
  return (
    lowerKey.startsWith('aws:principal') &&
    lowerKey !== 'aws:principalisawsservice' &&
    operator.family !== 'null'
  );
}

function isSourceKey({ lowerKey, operator }: ConditionView): boolean {
  return sourceKeys.has(lowerKey) && operator.family !== 'null';
}

/** Whether the statement asks besides that a key is so, by an operator. */
function asks(
  { statement }: ConditionView,
  operator: RegExp,
  keys: readonly string[],
  value: string,
): boolean {
  return statement.conditions.some(
    (other) =>
      operator.test(other.operator.name) &&
      keys.includes(other.lowerKey) &&
      other.values.some(({ text }) => text === value),
  );
}

function missing(
  check: string,
  of: (one: ConditionView) => boolean,
  has: (one: ConditionView) => boolean,
): Check {
  return {
    check,
    severity: 'warning',
    types: ['rcp'],
    find: inConditions((condition): readonly Hit[] =>
      hitIf(of(condition) && !has(condition), { ...atKey(condition), values: { key: condition.member.key } }),
    ),
  };
}

/**
 * Resource control policies reach requests of AWS services too: what a statement asks must say which ones it means.
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html
 */
export const rcpChecks: readonly Check[] = [
  missing('RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY', isPrincipalKey, (condition) =>
    asks(condition, /^BoolIfExists$/, ['aws:principalisawsservice'], 'false'),
  ),
  missing('RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY', isSourceKey, (condition) =>
    asks(condition, /^Bool(?:IfExists)?$/, ['aws:principalisawsservice'], 'true'),
  ),
  missing('RCP_MISSING_SERVICE_CONDITION_KEY_NULL_CHECK', isSourceKey, (condition) =>
    asks(condition, /^Null$/, ['aws:sourceaccount', 'aws:sourcearn'], 'false'),
  ),
];
