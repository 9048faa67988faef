import { lowerCase } from '../text/lower-case.ts';
import type { Check } from './finding.ts';
import { atKey, hitIf, inConditions } from './scope.ts';
import type { ConditionView } from './view.ts';

/** Keys that say whose account, organization or network it is: part of such a name says nothing. */
const sensitive: ReadonlySet<string> = new Set([
  ...['aws:principalaccount', 'aws:principalorgid', 'aws:resourceaccount', 'aws:resourceorgid'],
  ...['aws:sourceaccount', 'aws:sourceorgid', 'aws:sourcevpc', 'aws:sourcevpce'],
  ...['aws:vpceaccount', 'aws:vpceorgid'],
]);
/** So many fixed characters before a wildcard or a variable say enough. */
const enough = 6;

function isGuarded({ lowerKey }: ConditionView): boolean {
  return sensitive.has(lowerKey) || lowerKey === 'aws:userid';
}

/** Where the first wildcard stands, were it read as one; -1: none. */
function firstWildcard({ operator }: ConditionView, text: string): number {
  return ['like', 'arn'].includes(operator.family) ? text.replaceAll(/\$\{[^}]*\}/g, '').search(/[*?]/) : -1;
}

/** Where the first variable stands that can hold any text; one that holds a whole account or organization is as good. */
function firstVariable(text: string): number {
  for (const { 1: name = '', index } of text.matchAll(/\$\{([^}]*)\}/g))
    if (!sensitive.has(lowerCase(name)) && !/^[*?$]$/.test(name)) return index;
  return -1;
}

function isEverything({ values }: ConditionView): boolean {
  return values.some(({ text }) => /^\*+$/.test(text));
}

/**
 * Wildcards and variables in values of conditions.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html
 */
export const wildcardChecks: readonly Check[] = [
  {
    check: 'WILDCARD_USAGE_TOO_PERMISSIVE',
    severity: 'error',
    find: inConditions((condition) =>
      condition.values.flatMap(({ node, text }) => {
        const place = isGuarded(condition) ? firstWildcard(condition, text) : -1;
        return hitIf(place >= 0 && place < enough, { node, values: { key: condition.member.key, text } });
      }),
    ),
  },
  {
    check: 'VARIABLE_USAGE_TOO_PERMISSIVE',
    severity: 'error',
    find: inConditions((condition) =>
      condition.values.flatMap(({ node, text }) => {
        const place = isGuarded(condition) ? firstVariable(text) : -1;
        return hitIf(place >= 0 && place < enough, { node, values: { key: condition.member.key, text } });
      }),
    ),
  },
  {
    check: 'REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION',
    severity: 'suggestion',
    find: inConditions((condition) => {
      const { operator, member } = condition;
      return hitIf(operator.family === 'like' && !operator.negated && isEverything(condition), {
        ...atKey(condition),
        values: { key: member.key },
      });
    }),
  },
  {
    check: 'REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION',
    severity: 'suggestion',
    find: inConditions((condition) => {
      const { operator, member } = condition;
      return hitIf(operator.family === 'like' && operator.negated && isEverything(condition), {
        ...atKey(condition),
        values: { key: member.key },
      });
    }),
  },
];
