import { parseArn } from '../text/arn.ts';
import { memberOf } from '../json/node.ts';
import { lowerCase } from '../text/lower-case.ts';
import type { Check } from './finding.ts';
import { rename, replaceWith } from './fix.ts';
import { atKey, atOperator, hitIf, inConditions, inStatements } from './scope.ts';
import { membersOf, type ConditionView, type StatementView } from './view.ts';

const mfa = 'aws:multifactorauthpresent';

/** Whether the condition asks for one value of a Boolean key, by `Bool` or by `BoolIfExists`. */
function asksBool(
  { operator, lowerKey, values }: ConditionView,
  key: string,
  ifExists: boolean,
  value: string,
) {
  return (
    operator.family === 'bool' &&
    operator.ifExists === ifExists &&
    lowerKey === key &&
    values.some(({ text }) => lowerCase(text) === value)
  );
}

/** Another operator for the only key of a block, where no other block has that operator. */
function otherOperator({ block, statement }: ConditionView, name: string) {
  const free =
    membersOf(block.value).length === 1 &&
    !statement.conditions.some(({ operator }) => operator.name === name);
  return free ? rename(block, name) : undefined;
}

function hasKey({ conditions }: StatementView, ...keys: readonly string[]): boolean {
  return conditions.some(({ lowerKey }) => keys.includes(lowerKey));
}

function isAll({ resources }: StatementView): boolean {
  return resources.some(({ text }) => text === '*');
}

/** A key, and those of which one must stand beside it to make it mean something. */
const pairs: Readonly<Record<string, readonly string[]>> = {
  'aws:vpcsourceip': ['aws:sourcevpc', 'aws:sourcevpce', 'aws:sourcevpcarn'],
  'aws:ec2instancesourceprivateipv4': ['aws:ec2instancesourcevpc'],
};

/** Actions with which a principal can give itself more than it has. */
const escalating: ReadonlySet<string> = new Set([
  ...['iam:createpolicyversion', 'iam:setdefaultpolicyversion', 'iam:attachuserpolicy', 'iam:putuserpolicy'],
  ...['iam:updateassumerolepolicy', 'iam:createaccesskey', 'iam:updateloginprofile', 'iam:addusertogroup'],
]);

/**
 * Statements that are taken and mean something else than they seem to.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export const trapChecks: readonly Check[] = [
  {
    check: 'BAD_PATTERN_FOR_MFA',
    severity: 'securityWarning',
    find: inConditions((condition) =>
      hitIf(condition.statement.denies && asksBool(condition, mfa, false, 'false'), {
        ...atOperator(condition),
        fix: otherOperator(condition, 'BoolIfExists'),
      }),
    ),
  },
  {
    check: 'ALLOW_MFA_IF_EXISTS',
    severity: 'securityWarning',
    find: inConditions((condition) =>
      hitIf(condition.statement.allows && asksBool(condition, mfa, true, 'true'), {
        ...atOperator(condition),
        fix: otherOperator(condition, 'Bool'),
      }),
    ),
  },
  {
    check: 'REGION_DENY_WITHOUT_GLOBAL_SERVICES',
    severity: 'warning',
    types: ['identity', 'boundary', 'session', 'scp'],
    find: inConditions((condition) => {
      const { statement, lowerKey, operator, member } = condition;
      const everything = !statement.notAction && statement.actions.some(({ text }) => text === '*');
      return hitIf(statement.denies && everything && lowerKey === 'aws:requestedregion' && operator.negated, {
        ...atKey(condition),
        values: { key: member.key },
      });
    }),
  },
  {
    check: 'SOURCE_IP_WITHOUT_VIA_AWS_SERVICE',
    severity: 'warning',
    types: ['identity', 'boundary', 'scp'],
    find: inConditions((condition) => {
      const { statement, lowerKey, operator, member } = condition;
      const exempt = hasKey(statement, 'aws:viaawsservice', 'aws:calledvia', 'aws:calledviafirst');
      return hitIf(statement.denies && lowerKey === 'aws:sourceip' && operator.negated && !exempt, {
        ...atKey(condition),
        values: { key: member.key },
      });
    }),
  },
  {
    check: 'SOURCE_IP_WITH_VPC_ENDPOINT',
    severity: 'warning',
    find: inConditions((condition, _, { type }) => {
      const { statement, lowerKey, operator, member } = condition;
      const beside =
        type === 'vpcEndpoint' || hasKey(statement, 'aws:sourcevpc', 'aws:sourcevpce', 'aws:vpcsourceip');
      return hitIf(lowerKey === 'aws:sourceip' && !operator.negated && operator.family === 'ip' && beside, {
        ...atKey(condition),
        values: { key: member.key },
      });
    }),
  },
  {
    check: 'DENY_INSTANCE_TYPE_ON_ALL_RESOURCES',
    severity: 'warning',
    find: inConditions((condition) => {
      const { statement, lowerKey, operator, member } = condition;
      const open = operator.negated && !operator.ifExists;
      return hitIf(statement.denies && isAll(statement) && lowerKey === 'ec2:instancetype' && open, {
        ...atOperator(condition),
        values: { key: member.key, operator: operator.name },
        fix: otherOperator(condition, `${operator.name}IfExists`),
      });
    }),
  },
  {
    check: 'DYNAMODB_ATTRIBUTES_WITHOUT_SELECT',
    severity: 'securityWarning',
    find: inConditions((condition) => {
      const { statement, lowerKey, member } = condition;
      return hitIf(
        statement.allows && lowerKey === 'dynamodb:attributes' && !hasKey(statement, 'dynamodb:select'),
        {
          ...atKey(condition),
          values: { key: member.key },
        },
      );
    }),
  },
  {
    check: 'MISSING_PAIRED_CONDITION_KEYS',
    severity: 'securityWarning',
    find: inConditions((condition) => {
      const { statement, lowerKey, member } = condition;
      const partners = pairs[lowerKey] ?? [];
      const [partner = ''] = partners;
      return hitIf(statement.allows && partners.length > 0 && !hasKey(statement, ...partners), {
        ...atKey(condition),
        values: { key: member.key, partner },
      });
    }),
  },
  {
    check: 'PRIVILEGE_ESCALATION',
    severity: 'securityWarning',
    types: ['identity'],
    find: inStatements(({ allows, notAction, actions, resources, conditions }) => {
      const all = resources.some(
        ({ text }) => text === '*' || (parseArn(text)?.resource ?? '').endsWith('*'),
      );
      const open = allows && !notAction && conditions.length === 0 && all;
      return actions.flatMap(({ node, text }) =>
        hitIf(open && escalating.has(lowerCase(text)), { node, values: { text } }),
      );
    }),
  },
  {
    check: 'NOTRESOURCE_WITH_ALLOW',
    severity: 'securityWarning',
    types: ['identity', 'resource', 'vpcEndpoint'],
    find: inStatements(({ node, allows, notResource }) => hitIf(allows && notResource, { node })),
  },
  {
    check: 'NULL_CONTRADICTS_CONDITION',
    severity: 'warning',
    find: inConditions((condition) => {
      const { statement, lowerKey, operator, member } = condition;
      const needs = operator.family !== 'null' && !operator.negated && !operator.ifExists;
      const absent = statement.conditions.some(
        (other) => other.lowerKey === lowerKey && other.operator.family === 'null' && isTrue(other),
      );
      return hitIf(needs && operator.quantifier !== 'forAllValues' && absent, {
        ...atKey(condition),
        values: { key: member.key },
      });
    }),
  },
  {
    check: 'OLD_VERSION',
    severity: 'suggestion',
    find: ({ node }) => {
      const version = memberOf(node, 'Version');
      if (version?.kind !== 'leaf' || version.value !== '2008-10-17') return [];
      return [{ node: version, fix: replaceWith(version, '2012-10-17') }];
    },
  },
];

function isTrue({ values }: ConditionView): boolean {
  return values.length > 0 && values.every(({ text }) => lowerCase(text) === 'true');
}
