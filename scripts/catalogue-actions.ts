import { catalogueActions, decodeService, type CatalogueAction } from '#iam/reference';
import type { JsonValue } from '#iam';
import { servicesAsked } from '#proof';
import { packService, servicePrefixes } from './reference-data.ts';

const read = new Map<string, readonly CatalogueAction[]>();

/** The actions of services, all in one list; the same list for the same services. */
export function actionsOf(services: readonly string[]): readonly CatalogueAction[] {
  const key = services.join();
  const known =
    read.get(key) ?? (services.length === 1 ? decoded(key) : services.flatMap((one) => actionsOf([one])));
  read.set(key, known);
  return known;
}

function decoded(prefix: string): readonly CatalogueAction[] {
  const { value, problem } = decodeService(packService(prefix));
  if (value === undefined) throw new Error(`${prefix}: ${problem}`);
  return catalogueActions(value);
}

/** All actions of the Service Authorization Reference on which documents can differ. */
export function catalogueFor(documents: readonly JsonValue[]): readonly CatalogueAction[] {
  return actionsOf(servicesAsked(documents, servicePrefixes));
}

/** Every action of every service. */
export function wholeCatalogue(): readonly CatalogueAction[] {
  return actionsOf(servicePrefixes);
}
