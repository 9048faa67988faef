import type { JsonValue } from '#iam';
import { namedActions, type CatalogueAction, type Domain } from '#proof';
import { callersOf } from './callers.ts';
import type { Catalogue } from './catalogue.ts';

/**
 * Which requests two policies are compared over: the actions of the catalogue, and of services that it does not have
 * whole one action for each pattern of the policies; every resource; every condition key, absent or with any value.
 */
export function comparisonDomain(left: JsonValue, right: JsonValue, { actions, whole }: Catalogue): Domain {
  const documents = [left, right];
  return {
    situations: callersOf(documents),
    actions: [...actions, ...standIns(documents, actions, whole)],
    keys: { 'aws:requestedregion': { presence: 'always' } },
  };
}

function standIns(
  documents: readonly JsonValue[],
  actions: readonly CatalogueAction[],
  whole: ReadonlySet<string>,
): readonly CatalogueAction[] {
  const inWhole = actions.filter(({ name }) => whole.has(serviceOf(name)));
  const known = new Set(actions.map(({ name }) => name.toLowerCase()));
  return namedActions(documents, inWhole).filter(({ name }) => !known.has(name.toLowerCase()));
}

function serviceOf(action: string): string {
  return action.slice(0, action.indexOf(':')).toLowerCase();
}
