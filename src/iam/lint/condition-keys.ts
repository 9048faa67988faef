import { type ConditionKeyType, globalConditionKeys } from '../reference/condition-keys.ts';
import type { Check, Hit } from './finding.ts';
import { rename } from './fix.ts';
import { keyOf, prefixOf, type LintReference } from './lint-reference.ts';
import { globalKey, isSessionKey, knownKey } from './known-keys.ts';
import { nearest } from './nearest.ts';
import { atKey, atOperator, hitIf, inConditions } from './scope.ts';
import { membersOf, type ConditionView } from './view.ts';

const tagKey = /^aws:(?:resource|request|principal)tag\/$/;
const globalNames = globalConditionKeys.map(({ name }) => name);

/** The operator families that compare a type of key. A String operator compares an ARN too, though not field by field. */
const families: Readonly<Record<ConditionKeyType, readonly string[]>> = {
  String: ['string', 'stringIgnoreCase', 'like', 'binary'],
  ARN: ['arn', 'string', 'stringIgnoreCase', 'like'],
  Bool: ['bool'],
  Numeric: ['numeric'],
  Date: ['date'],
  IPAddress: ['ip'],
};

function mismatch(condition: ConditionView, reference: LintReference): readonly Hit[] {
  const { operator, lowerKey } = condition;
  const key = knownKey(condition, reference);
  if (key === undefined || operator.family === 'null') return [];
  const fits =
    families[key.type].includes(operator.family) ||
    (lowerKey === 'aws:epochtime' && operator.family === 'numeric') ||
    // What such a key holds, a tag or the identity provider's name, can be an ARN.
    (/[/<$]|^aws:FederatedProvider$/.test(key.name) && operator.family === 'arn');
  return hitIf(!fits, {
    ...atKey(condition),
    values: { key: key.name, type: key.type, operator: operator.name },
  });
}

/** A key of a service at hand that the service does not list. */
function unknownServiceKey(condition: ConditionView, { service }: LintReference): readonly Hit[] {
  const { lowerKey, member } = condition;
  const known = service(prefixOf(lowerKey));
  if (known === undefined || isSessionKey(lowerKey) || keyOf(known, lowerKey) !== undefined) return [];
  const near = nearest(
    member.key,
    known.conditionKeys.map(({ name }) => name).filter((name) => !/[$<]/.test(name)),
  );
  const fix = near === undefined ? undefined : rename(member, near);
  return [{ ...atKey(condition), values: { key: member.key, service: known.prefix }, fix }];
}

function unknownGlobalKey(condition: ConditionView): readonly Hit[] {
  const { lowerKey, member } = condition;
  const fits = !lowerKey.startsWith('aws:') || lowerKey === 'aws:arn' || tagKey.test(lowerKey);
  if (fits || globalKey(lowerKey) !== null) return [];
  const near = nearest(member.key, globalNames);
  const fix = near === undefined || near.includes('$') ? undefined : rename(member, near);
  return [{ ...atKey(condition), values: { key: member.key }, fix }];
}

/**
 * Whether the keys of a condition exist, and its operators fit them.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export const conditionKeyChecks: readonly Check[] = [
  { check: 'INVALID_GLOBAL_CONDITION_KEY', severity: 'error', find: inConditions(unknownGlobalKey) },
  { check: 'INVALID_SERVICE_CONDITION_KEY', severity: 'error', find: inConditions(unknownServiceKey) },
  {
    check: 'UNSUPPORTED_GLOBAL_CONDITION_KEY',
    severity: 'error',
    find: inConditions((condition) =>
      hitIf(condition.lowerKey === 'aws:arn', {
        ...atKey(condition),
        values: { key: condition.member.key },
        fix: rename(condition.member, 'aws:PrincipalArn'),
      }),
    ),
  },
  {
    check: 'MISSING_TAG_KEY_IN_CONDITION',
    severity: 'error',
    find: inConditions((condition) =>
      hitIf(tagKey.test(condition.lowerKey), { ...atKey(condition), values: { key: condition.member.key } }),
    ),
  },
  { check: 'TYPE_MISMATCH', severity: 'warning', find: inConditions(mismatch) },
  {
    check: 'STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS',
    severity: 'securityWarning',
    find: inConditions((condition, reference) => {
      const { operator, block, member } = condition;
      const alone = membersOf(block.value).length === 1;
      const name = operator.name.replace('String', 'Arn');
      return hitIf(operator.family === 'like' && knownKey(condition, reference)?.type === 'ARN', {
        ...atOperator(condition),
        values: { key: member.key, operator: operator.name, other: name },
        fix:
          alone && condition.values.every(({ text }) => text.startsWith('arn:'))
            ? rename(block, name)
            : undefined,
      });
    }),
  },
  {
    check: 'UNTRUSTWORTHY_CONDITION_KEY',
    severity: 'securityWarning',
    find: inConditions((condition) =>
      hitIf(['aws:referer', 'aws:useragent'].includes(condition.lowerKey), {
        ...atKey(condition),
        values: { key: condition.member.key },
      }),
    ),
  },
];
