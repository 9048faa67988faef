import { parseArn } from '../text/arn.ts';
import type { Check, Severity } from './finding.ts';
import { actionCovers } from './cover.ts';
import { inStatements } from './scope.ts';
import type { StatementView } from './view.ts';

interface Broad {
  /** What the checks' names begin with. */
  readonly name: string;
  readonly severity: Severity;
  readonly action: string;
  /** A condition on one of these keys says enough of what is allowed. */
  readonly keys: readonly string[];
}

/** Actions that should never be allowed on all resources, and the six ways in which a statement does it. */
const broad: readonly Broad[] = [
  {
    name: 'PASS_ROLE',
    severity: 'securityWarning',
    action: 'iam:PassRole',
    keys: ['iam:passedtoservice', 'iam:associatedresourcearn'],
  },
  {
    name: 'CREATE_SLR',
    severity: 'warning',
    action: 'iam:CreateServiceLinkedRole',
    keys: ['iam:awsservicename'],
  },
];

const shapes: Readonly<Record<string, string>> = {
  'name not': 'WITH_NOT_RESOURCE',
  'star not': 'WITH_STAR_IN_ACTION_AND_NOT_RESOURCE',
  'others not': 'WITH_NOT_ACTION_AND_NOT_RESOURCE',
  'name star': 'WITH_STAR_IN_RESOURCE',
  'star star': 'WITH_STAR_IN_ACTION_AND_RESOURCE',
  'others star': 'WITH_STAR_IN_RESOURCE_AND_NOT_ACTION',
};

/** How the statement names the action: by its name, by a wildcard, or by leaving it out of NotAction. */
function byWhat(
  { actions, notAction }: StatementView,
  action: string,
): 'name' | 'star' | 'others' | undefined {
  const covering = actions.filter(({ text }) => actionCovers(text, action));
  if (notAction) return covering.length === 0 ? 'others' : undefined;
  if (covering.length === 0) return undefined;
  return covering.every(({ text }) => /[*?]/.test(text)) ? 'star' : 'name';
}

function onWhat({ resources, notResource }: StatementView): 'not' | 'star' | undefined {
  if (notResource) return 'not';
  const all = resources.some(({ text }) =>
    text === '*' ? true : ['*', 'role/*'].includes(parseArn(text)?.resource ?? ''),
  );
  return all ? 'star' : undefined;
}

/**
 * Passing any role to a service, or creating the service-linked role of any: each in six shapes.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html
 */
export const shapeChecks: readonly Check[] = broad.flatMap(({ name, severity, action, keys }) =>
  Object.entries(shapes).map(([shape, end]): Check => ({
    check: `${name}_${end}`,
    severity,
    types: ['identity'],
    find: inStatements((statement) => {
      if (!statement.allows || statement.conditions.some(({ lowerKey }) => keys.includes(lowerKey)))
        return [];
      return `${byWhat(statement, action)} ${onWhat(statement)}` === shape
        ? [{ node: statement.node, values: { action } }]
        : [];
    }),
  })),
);
