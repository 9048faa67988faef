import { rcpServices } from '../evaluation/rcp-services.ts';
import type { Check, Hit } from './finding.ts';
import { removeFrom, replaceWith } from './fix.ts';
import { actionCovering, coveredEntries } from './cover.ts';
import { actionsOf, prefixOf, type LintReference } from './lint-reference.ts';
import { nearest } from './nearest.ts';
import { hitIf, inStatements } from './scope.ts';
import type { Entry } from './view.ts';

/** An entry of an Action element that has the form of one, apart. */
function split(text: string): { readonly prefix: string; readonly name: string } | undefined {
  const [prefix = '', name, ...more] = text.split(':');
  if (name === undefined || name === '' || more.length > 0 || !/^[A-Za-z0-9-]+$/.test(prefix))
    return undefined;
  return { prefix: prefixOf(prefix), name };
}

function unknownAction({ node, text }: Entry, { service }: LintReference, open: boolean): readonly Hit[] {
  const parts = split(text);
  const known = parts && service(parts.prefix);
  if (known === undefined || /[*?]/.test(text) !== open || actionsOf(known, text).length > 0) return [];
  const names = known.actions.map(({ name }) => `${known.prefix}:${name}`);
  const near = open ? undefined : nearest(text, names);
  return [{ node, values: { text }, fix: near === undefined ? undefined : replaceWith(node, near) }];
}

function unknownService({ node, text }: Entry, { prefixes }: LintReference): readonly Hit[] {
  const parts = split(text);
  if (parts === undefined || prefixes === undefined || prefixes.has(parts.prefix)) return [];
  const near = nearest(parts.prefix, prefixes);
  const fix = near === undefined ? undefined : replaceWith(node, `${near}:${parts.name}`);
  return [{ node, values: { service: parts.prefix }, fix }];
}

/** What an Action or NotAction element lists. */
export const actionChecks: readonly Check[] = [
  {
    check: 'INVALID_ACTION',
    severity: 'error',
    find: inStatements(({ actions }, reference) =>
      actions.flatMap((entry) => unknownAction(entry, reference, false)),
    ),
  },
  {
    check: 'WILDCARD_MATCHES_NO_ACTION',
    severity: 'warning',
    find: inStatements(({ actions }, reference) =>
      actions.flatMap((entry) => unknownAction(entry, reference, true)),
    ),
  },
  {
    check: 'INVALID_SERVICE_IN_ACTION',
    severity: 'error',
    find: inStatements(({ actions }, reference) =>
      actions.flatMap((entry) => unknownService(entry, reference)),
    ),
  },
  {
    check: 'REDUNDANT_ACTION',
    severity: 'suggestion',
    find: inStatements(({ actions }) =>
      coveredEntries(actions, actionCovering).map(([special, general]) => ({
        node: special.node,
        values: { text: special.text, other: general.text },
        fix: removeFrom(special),
      })),
    ),
  },
  {
    check: 'SCP_SYNTAX_ERROR_ACTION_WILDCARD',
    severity: 'error',
    types: ['scp'],
    find: inStatements(({ actions }) =>
      actions.flatMap(({ node, text }) => hitIf(/[*?]./.test(text), { node, values: { text } })),
    ),
  },
  {
    check: 'RCP_SYNTAX_ERROR_ACTION',
    severity: 'error',
    types: ['rcp'],
    find: inStatements(({ actions }) =>
      actions.flatMap(({ node, text }) => {
        const parts = split(text);
        return hitIf(parts !== undefined && !rcpServices.has(parts.prefix), { node, values: { text } });
      }),
    ),
  },
  {
    check: 'ALLOW_WITH_NOT_ACTION',
    severity: 'securityWarning',
    types: ['identity', 'resource', 'vpcEndpoint'],
    find: inStatements(({ node, allows, notAction }) => hitIf(allows && notAction, { node })),
  },
  {
    check: 'ALLOW_ALL_ACTIONS_ON_ALL_RESOURCES',
    severity: 'securityWarning',
    types: ['identity'],
    find: inStatements(({ node, allows, notAction, notResource, actions, resources, conditions }) =>
      hitIf(
        allows && !notAction && !notResource && conditions.length === 0 && isAll(actions) && isAll(resources),
        { node },
      ),
    ),
  },
];

function isAll(entries: readonly Entry[]): boolean {
  return entries.some(({ text }) => text === '*');
}
