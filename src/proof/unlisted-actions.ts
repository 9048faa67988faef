import { compileAction, matchesAction } from '#iam/pattern/action.ts';
import { lowerCase } from '#iam/request/context.ts';
import type { JsonValue } from '#iam';
import type { CatalogueAction } from './domain.ts';
import { codes, meter, nameOne, nameRun, stringClasses } from './language.ts';
import { namedActions } from './named-actions.ts';
import { statementsOf, valuesOf } from './statements.ts';

/** Far more than people write; what asks for more is named by the comparison. */
const usualBudget = 5_000;

/**
 * Actions that stand for those which services have and `known` does not list: one for each pattern of the documents, and
 * one for each way in which the patterns of a service can cover a name together that no other action shows yet. A service
 * whose patterns are too many to tell apart has a pattern itself as its action: no request can carry it, so that a
 * comparison that hangs on it is undecided, and says where.
 */
export function unlistedActions(
  documents: readonly JsonValue[],
  known: readonly CatalogueAction[],
  budget: number = usualBudget,
): readonly CatalogueAction[] {
  const listed = new Set(known.map(({ name }) => lowerCase(name)));
  const named = namedActions(documents, []).filter(({ name }) => !listed.has(lowerCase(name)));
  const cost = meter(budget);
  const more = [...patternsByService(documents)].flatMap(([service, patterns]) => {
    const compiled = patterns.map(compileAction);
    const coveredBy = (name: string): string =>
      compiled.map((pattern) => (matchesAction(pattern, lowerCase(name)) ? '1' : '0')).join('');
    const own = [...known, ...named].filter(({ name }) => lowerCase(name).startsWith(`${service}:`));
    const shown = new Set(own.map(({ name }) => coveredBy(name)));
    const classes = stringClasses(
      compiled.flatMap(({ glob }) => (glob === undefined ? [] : [{ tokens: glob.tokens, folded: true }])),
      cost,
      { tokens: [...codes(`${service}:`), nameOne, nameRun], folded: true },
    );
    if (classes === undefined) return patterns.slice(0, 1);
    const found: string[] = [];
    for (const name of [...joined(patterns), ...classes]) {
      if (shown.has(coveredBy(name))) continue;
      shown.add(coveredBy(name));
      found.push(name);
    }
    return found;
  });
  // What they do is not known: an action with a name of its own is the better example.
  return [...named.map(({ name }) => name), ...more].map((name) => ({
    name,
    access: 'unknown',
    resources: ['*'],
    mayTakeNone: true,
  }));
}

/** More would cost more than a readable name is worth. */
const mostJoined = 12;

/** What a beginning and an end share, as a person would write it: `Get*` and `*Table` share `GetXTable`. */
function joined(patterns: readonly string[]): readonly string[] {
  const beginnings = patterns.filter((pattern) => /^[^*?]+\*$/.test(pattern)).slice(0, mostJoined);
  const ends = patterns.flatMap((pattern) => /:\*([^*?]+)$/.exec(pattern)?.[1] ?? []).slice(0, mostJoined);
  return beginnings.flatMap((beginning) => ends.map((end) => beginning.replace('*', 'X') + end));
}

function patternsByService(documents: readonly JsonValue[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const statement of documents.flatMap(statementsOf))
    for (const source of [...valuesOf(statement['Action']), ...valuesOf(statement['NotAction'])]) {
      const service = /^([a-z0-9-]+):/.exec(lowerCase(source))?.[1];
      if (service === undefined) continue;
      const patterns = found.get(service) ?? [];
      if (!patterns.includes(source)) patterns.push(source);
      found.set(service, patterns);
    }
  return found;
}
