import { parseArn } from '../text/arn.ts';
import { actionCovers } from './cover.ts';
import type { Check } from './finding.ts';
import { prefixOf } from './lint-reference.ts';
import { atKey, hitIf, inConditions, inStatements } from './scope.ts';
import type { LintedPolicy, StatementView } from './view.ts';

/** The service whose resource has the policy: that of the first ARN in it; undefined where none is named. */
function serviceOf({ statements }: LintedPolicy): string | undefined {
  const [first] = statements.flatMap(({ resources }) =>
    resources.flatMap(({ text }) => parseArn(text) ?? []),
  );
  return first?.service;
}

/** Keys that say on whose behalf a service asks. */
const sourceKeys: ReadonlySet<string> = new Set([
  ...['aws:sourcearn', 'aws:sourceaccount', 'aws:sourceorgid', 'aws:sourceorgpaths'],
]);
/** Keys that people send along: no service does, or anybody can. */
const weakKeys: ReadonlySet<string> = new Set(['aws:referer', 'aws:useragent', 'aws:sourceowner']);

/** Actions with which a principal can give itself what the policy withholds. */
const escalating: readonly string[] = [
  ...['s3:PutBucketPolicy', 'sqs:SetQueueAttributes', 'sqs:AddPermission', 'sns:SetTopicAttributes'],
  ...['sns:AddPermission', 'kms:PutKeyPolicy', 'lambda:AddPermission'],
];

function isOnlyServices({ allows, notPrincipal, principals }: StatementView): boolean {
  return (
    allows && !notPrincipal && principals.length > 0 && principals.every(({ kind }) => kind === 'Service')
  );
}

/**
 * What a policy on a resource can speak of: that resource, and what its service does.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_identity-vs-resource.html
 */
export const resourcePolicyChecks: readonly Check[] = [
  {
    check: 'UNSUPPORTED_ACTION_IN_POLICY',
    severity: 'error',
    types: ['resource'],
    find: inStatements(({ actions }, _, policy) => {
      const service = serviceOf(policy);
      return actions.flatMap(({ node, text }) =>
        hitIf(service !== undefined && text.includes(':') && prefixOf(text) !== service, {
          node,
          values: { text, service: service ?? '' },
        }),
      );
    }),
  },
  {
    check: 'UNSUPPORTED_RESOURCE_ARN_IN_POLICY',
    severity: 'error',
    types: ['resource'],
    find: inStatements(({ resources }, _, policy) => {
      const service = serviceOf(policy) ?? '';
      return resources.flatMap(({ node, text }) => {
        const other = parseArn(text)?.service;
        return hitIf(other !== undefined && other !== service, { node, values: { text, service } });
      });
    }),
  },
  {
    check: 'ALLOW_EVERYONE',
    severity: 'securityWarning',
    types: ['resource'],
    find: inStatements(({ allows, notPrincipal, principals, conditions }) =>
      principals.flatMap(({ kind, node, text }) =>
        hitIf(
          allows && !notPrincipal && conditions.length === 0 && text === '*' && ['AWS', '*'].includes(kind),
          {
            node,
          },
        ),
      ),
    ),
  },
  {
    check: 'DENY_WITH_NOT_PRINCIPAL',
    severity: 'warning',
    types: ['resource', 'vpcEndpoint'],
    find: inStatements(({ node, denies, notPrincipal }) => hitIf(denies && notPrincipal, { node })),
  },
  {
    check: 'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
    severity: 'securityWarning',
    types: ['resource'],
    find: inStatements(({ allows, notPrincipal, principals, conditions }) =>
      principals.flatMap(({ kind, node, text }) =>
        hitIf(
          allows &&
            !notPrincipal &&
            kind === 'Service' &&
            !conditions.some(({ lowerKey }) => sourceKeys.has(lowerKey)),
          { node, values: { text } },
        ),
      ),
    ),
  },
  {
    check: 'RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL',
    severity: 'suggestion',
    types: ['resource'],
    find: inConditions((condition) =>
      hitIf(isOnlyServices(condition.statement) && weakKeys.has(condition.lowerKey), {
        ...atKey(condition),
        values: { key: condition.member.key },
      }),
    ),
  },
  {
    check: 'UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL',
    severity: 'error',
    types: ['resource'],
    find: inConditions((condition) =>
      hitIf(
        isOnlyServices(condition.statement) &&
          /^aws:principal(?:orgid|orgpaths|tag\/.*)$/.test(condition.lowerKey) &&
          condition.operator.family !== 'null',
        { ...atKey(condition), values: { key: condition.member.key } },
      ),
    ),
  },
  {
    check: 'IRRELEVANT_CONDITION_KEY_IN_POLICY',
    severity: 'suggestion',
    types: ['resource'],
    find: inConditions((condition) =>
      hitIf(condition.lowerKey === 's3:resourceaccount', {
        ...atKey(condition),
        values: { key: condition.member.key },
      }),
    ),
  },
  {
    check: 'RESOURCE_POLICY_PRIVILEGE_ESCALATION',
    severity: 'warning',
    types: ['resource'],
    find: inStatements(({ actions, allows, notAction }) =>
      actions.flatMap(({ node, text }) => {
        const found = escalating.find((action) => actionCovers(text, action));
        // Whoever may do everything is not withheld anything.
        const partly = allows && !notAction && !/^(?:[^:]*:)?\*$/.test(text);
        return hitIf(partly && found !== undefined, { node, values: { text, action: found ?? '' } });
      }),
    ),
  },
];
