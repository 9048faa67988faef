import type { Check, Hit, Severity } from './finding.ts';
import { actionsOf, keyOf, mayCarry, prefixOf, type LintReference } from './lint-reference.ts';
import { isSessionKey } from './known-keys.ts';
import { atKey, hitIf, inConditions } from './scope.ts';
import type { ConditionView, Entry } from './view.ts';

function isResourceTag(lowerKey: string): boolean {
  return lowerKey.startsWith('aws:resourcetag/');
}

/** Whether requests carry the key for some actions only: one of a service at hand, or of tags. */
function dependsOnAction({ lowerKey }: ConditionView, { service }: LintReference): boolean {
  if (isSessionKey(lowerKey)) return false;
  if (/^aws:(?:resourcetag\/|requesttag\/|tagkeys$)/.test(lowerKey)) return true;
  const own = service(prefixOf(lowerKey));
  return own !== undefined && keyOf(own, lowerKey) !== undefined;
}

/** Whether some action that the entry covers may carry the key; undefined where it cannot be known. */
function carries(
  { text }: Entry,
  { lowerKey }: ConditionView,
  { service }: LintReference,
): boolean | undefined {
  const own = service(prefixOf(text));
  const actions = own === undefined ? [] : actionsOf(own, text);
  if (own === undefined || actions.length === 0) return undefined;
  const key = keyOf(own, lowerKey);
  // That a service knows no tags at all is another check.
  if (key === undefined) return isResourceTag(lowerKey) ? undefined : false;
  return actions.some((action) => mayCarry(action, key));
}

/** None of the actions carries the key, or some do not. */
function supportCheck(check: string, severity: Severity, none: boolean): Check {
  function find(condition: ConditionView, reference: LintReference): readonly Hit[] {
    const { operator, statement, member } = condition;
    const loose = operator.ifExists || operator.family === 'null' || operator.quantifier === 'forAllValues';
    if (loose || statement.notAction || !dependsOnAction(condition, reference)) return [];
    const answers = statement.actions.map((entry) => ({
      entry,
      carried: carries(entry, condition, reference),
    }));
    const without = answers.filter(({ carried }) => carried === false);
    const [first] = without;
    if (first === undefined || (without.length === answers.length) !== none) return [];
    return [{ ...atKey(condition), values: { key: member.key, text: first.entry.text } }];
  }
  return { check, severity, find: inConditions(find) };
}

/** Services of the statement that know no tags of resources: by their entries; `*` and NotAction cover some. */
function withoutTags({ statement }: ConditionView, { service }: LintReference): Entry | undefined {
  return statement.actions.find(({ text }) => {
    if (statement.notAction || text === '*') return true;
    const own = service(prefixOf(text));
    return own !== undefined && keyOf(own, 'aws:resourcetag/x') === undefined;
  });
}

function tagCheck(check: string, severity: Severity, denies: boolean, notAction: boolean): Check {
  return {
    check,
    severity,
    find: inConditions((condition, reference) => {
      const { statement, lowerKey, member } = condition;
      const effect = denies ? statement.denies : statement.allows;
      if (!effect || statement.notAction !== notAction || !isResourceTag(lowerKey)) return [];
      const entry = withoutTags(condition, reference);
      return hitIf(entry !== undefined, {
        ...atKey(condition),
        values: { key: member.key, text: entry?.text ?? '' },
      });
    }),
  };
}

/**
 * Whether the requests that a statement is about can carry the keys of its conditions.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export const keySupportChecks: readonly Check[] = [
  supportCheck('UNSUPPORTED_ACTION_FOR_CONDITION_KEY', 'error', true),
  supportCheck('UNKNOWN_CONDITION_FOR_ACTION', 'warning', false),
  tagCheck('DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE', 'securityWarning', true, false),
  tagCheck('DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE', 'securityWarning', true, true),
  tagCheck('ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE', 'suggestion', false, false),
  tagCheck('ALLOW_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE', 'suggestion', false, true),
];
