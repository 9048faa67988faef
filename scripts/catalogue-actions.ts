import { catalogueActions, type CatalogueAction } from '#iam/reference/catalogue.ts';
import { decodeService } from '#iam/reference/service.ts';
import type { JsonValue } from '#iam';
import { statementsOf, valuesOf } from '#proof';
import { referenceText, servicePrefixes } from './reference-data.ts';

const read = new Map<string, readonly CatalogueAction[]>();

function actionsOf(prefix: string): readonly CatalogueAction[] {
  const known = read.get(prefix);
  if (known !== undefined) return known;
  const { value, problem } = decodeService(referenceText(`services/${prefix}.json`) ?? '');
  if (value === undefined) throw new Error(`${prefix}: ${problem}`);
  const actions = catalogueActions(value);
  read.set(prefix, actions);
  return actions;
}

/**
 * All actions of the Service Authorization Reference on which documents can differ: those of the services they name, and
 * of every service where one says `*` or NotAction.
 */
export function catalogueFor(documents: readonly JsonValue[]): readonly CatalogueAction[] {
  const statements = documents.flatMap(statementsOf);
  const patterns = statements.flatMap((statement) => valuesOf(statement['Action']));
  const all = patterns.includes('*') || statements.some((statement) => 'NotAction' in statement);
  const named = new Set(patterns.map((pattern) => pattern.split(':', 1)[0]?.toLowerCase()));
  return servicePrefixes.filter((prefix) => all || named.has(prefix)).flatMap(actionsOf);
}
