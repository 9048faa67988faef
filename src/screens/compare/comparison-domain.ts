import type { JsonValue } from '#iam';
import { namedActions, unlistedActions, type CatalogueAction, type Domain } from '#proof';
import { callersOf } from './callers.ts';
import type { Catalogue } from './catalogue.ts';
import { resourceForm, serviceOf } from './resource-forms.ts';

/**
 * Which requests two policies are compared over: the actions of the catalogue, and of services that it does not have
 * whole those that stand for the policies' patterns; every resource; every condition key, absent or with any value.
 */
export function comparisonDomain(left: JsonValue, right: JsonValue, catalogue: Catalogue): Domain {
  const documents = [left, right];
  const forms = new Map<string, readonly string[]>();
  function formed(action: CatalogueAction): CatalogueAction {
    if (action.resources[0] !== '*') return action;
    const service = serviceOf(action.name);
    const known = forms.get(service);
    const resources = known ?? [resourceForm(service, documents)];
    if (known === undefined) forms.set(service, resources);
    return { ...action, resources };
  }
  return {
    situations: callersOf(documents),
    actions: [...catalogue.actions, ...standIns(documents, catalogue)].map(formed),
    keys: { 'aws:requestedregion': { presence: 'always' } },
  };
}

/** What stands for actions that are not listed; of a service that is listed whole, the names that policies write and it has not. */
function standIns(
  documents: readonly JsonValue[],
  { actions, whole }: Catalogue,
): readonly CatalogueAction[] {
  const isWhole = ({ name }: CatalogueAction): boolean => whole.has(serviceOf(name));
  const named = namedActions(documents, actions).filter(isWhole);
  const unlisted = unlistedActions(
    documents,
    actions.filter((action) => !isWhole(action)),
  );
  return [...named, ...unlisted.filter((action) => !isWhole(action))];
}
