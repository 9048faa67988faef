import { actionName, compileAction, lowerCase, matchesAction, type JsonValue } from '#iam';
import type { CatalogueAction } from './domain.ts';
import { statementsOf, valuesOf } from './statements.ts';

/**
 * Actions that documents name and no catalogue has, as they are named, an `X` for each wildcard; asked on any resource.
 * So a policy about a service that does not exist can still be compared.
 */
export function namedActions(
  documents: readonly JsonValue[],
  catalogue: readonly CatalogueAction[],
): readonly CatalogueAction[] {
  const names = catalogue.map(({ name }) => lowerCase(name));
  const found = new Map<string, CatalogueAction>();
  for (const statement of documents.flatMap(statementsOf))
    for (const source of [...valuesOf(statement['Action']), ...valuesOf(statement['NotAction'])]) {
      const pattern = compileAction(source);
      if (source === '*' || names.some((name) => matchesAction(pattern, name))) continue;
      const name = source.replaceAll(/[*?]/g, 'X');
      if (actionName(name) !== undefined)
        found.set(lowerCase(name), { name, access: 'Write', resources: ['*'], mayTakeNone: true });
    }
  return [...found.values()];
}
