import { parseArn } from '../pattern/arn.ts';
import type { Check } from './finding.ts';
import { prefixOf } from './lint-reference.ts';
import { hitIf, inStatements } from './scope.ts';
import type { LintedPolicy } from './view.ts';

/** The service whose resource has the policy: that of the first ARN in it; undefined where none is named. */
function serviceOf({ statements }: LintedPolicy): string | undefined {
  const [first] = statements.flatMap(({ resources }) =>
    resources.flatMap(({ text }) => parseArn(text) ?? []),
  );
  return first?.service;
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
];
