import { parseArn, type ArnFields } from '../text/arn.ts';
import type { ServiceAction } from '../reference/service.ts';
import { mayFit, readFormat } from './arn-fit.ts';
import type { Check, Hit } from './finding.ts';
import { replaceWith } from './fix.ts';
import { actionsOf, prefixOf, type LintReference } from './lint-reference.ts';
import { hitIf, inStatements } from './scope.ts';
import type { Entry, StatementView } from './view.ts';

/** How the resources of a statement stand to one of its actions. */
type Fit = 'fits' | 'takesNone' | 'objectOnBucket' | 'bucketOnObject' | 'none';

function fitsOne({ resources }: ServiceAction, arns: readonly ArnFields[]): boolean {
  return resources.some(({ type }) => {
    const format = readFormat(type.arn);
    return type.arn === '*' || format.service.startsWith('$') || arns.some((arn) => mayFit(arn, format));
  });
}

function fitOf({ text }: Entry, arns: readonly ArnFields[], { service }: LintReference): Fit {
  const own = service(prefixOf(text));
  const actions = own === undefined ? [] : actionsOf(own, text);
  if (actions.length === 0 || actions.some((action) => fitsOne(action, arns))) return 'fits';
  if (actions.every(({ resources }) => resources.length === 0)) return 'takesNone';
  const takes = (name: string): boolean =>
    own?.prefix === 's3' && actions.some(({ resources }) => resources.some(({ type }) => type.name === name));
  const slash = ({ service: one, resource }: ArnFields): boolean => one === 's3' && resource.includes('/');
  if (takes('object') && arns.some((arn) => arn.service === 's3') && !arns.some(slash))
    return 'objectOnBucket';
  return takes('bucket') && arns.some(slash) ? 'bucketOnObject' : 'none';
}

/** The ARNs of a statement; undefined where it has something else, so that anything may fit. */
function arnsOf({ resources, notResource }: StatementView): readonly ArnFields[] | undefined {
  const arns = resources.flatMap(({ text }) => parseArn(text) ?? []);
  return notResource || arns.length === 0 || arns.length < resources.length ? undefined : arns;
}

/** What is meant, where the statement has one action and one resource. */
function fixOf({ actions, resources }: StatementView, change: (arn: string) => string) {
  const [resource] = resources;
  return resource !== undefined && actions.length === 1 && resources.length === 1
    ? replaceWith(resource.node, change(resource.text))
    : undefined;
}

function fitCheck(
  check: string,
  severity: Check['severity'],
  fit: Fit,
  change?: (arn: string) => string,
): Check {
  function find(statement: StatementView, reference: LintReference): readonly Hit[] {
    const arns = arnsOf(statement);
    if (arns === undefined || statement.notAction) return [];
    return statement.actions
      .filter((entry) => fitOf(entry, arns, reference) === fit)
      .map(({ node, text }) => ({ node, values: { text }, fix: change && fixOf(statement, change) }));
  }
  return { check, severity, find: inStatements(find) };
}

function isEverything({ text }: Entry): boolean {
  const arn = parseArn(text);
  const open = (field: string): boolean => field === '' || field === '*';
  return arn !== undefined && open(arn.region) && open(arn.account) && /^\*(?:\/\*)?$/.test(arn.resource);
}

/** Whether each action is named and asked on some resource, so that the statement could name it. */
function couldName({ actions }: StatementView, { service }: LintReference): boolean {
  return actions.every(({ text }) => {
    const own = service(prefixOf(text));
    const [action] = own === undefined ? [] : actionsOf(own, text);
    return !/[*?]/.test(text) && action !== undefined && action.resources.length > 0;
  });
}

/**
 * Whether the resources of a statement are such as its actions are asked on.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export const resourceFitChecks: readonly Check[] = [
  fitCheck('RESOURCE_MISMATCH', 'warning', 'none'),
  fitCheck('ACTION_NEEDS_ALL_RESOURCES', 'warning', 'takesNone', () => '*'),
  fitCheck('S3_OBJECT_ACTION_ON_BUCKET_ARN', 'warning', 'objectOnBucket', (arn) => `${arn}/*`),
  fitCheck('S3_BUCKET_ACTION_ON_OBJECT_ARN', 'warning', 'bucketOnObject', (arn) =>
    arn.slice(0, arn.indexOf('/')),
  ),
  {
    check: 'S3_BUCKET_NAME_WITH_WILDCARD',
    severity: 'suggestion',
    find: inStatements(({ allows, resources }) =>
      resources.flatMap(({ node, text }) =>
        hitIf(allows && /^arn:[^:]*:s3:::[^/*?:]+\*/.test(text), { node, values: { text } }),
      ),
    ),
  },
  {
    check: 'RESOURCE_STAR',
    severity: 'suggestion',
    types: ['identity'],
    find: inStatements((statement, reference) => {
      const { allows, notAction, notResource, resources, conditions, actions } = statement;
      const plain = allows && !notAction && !notResource && conditions.length === 0 && actions.length > 0;
      const star = resources.find(({ text }) => text === '*');
      return plain && star !== undefined && couldName(statement, reference) ? [{ node: star.node }] : [];
    }),
  },
  {
    check: 'RESOURCE_EFFECTIVELY_STAR',
    severity: 'suggestion',
    types: ['identity'],
    find: inStatements(({ allows, notResource, resources }) =>
      resources.flatMap((entry) =>
        hitIf(allows && !notResource && isEverything(entry), {
          node: entry.node,
          values: { text: entry.text },
        }),
      ),
    ),
  },
];
