import { scenarioIssue, type ScenarioIssue } from './file/issue.ts';
import type { Language, ScenarioTexts } from './file/texts-shape.ts';
import type { KindName } from './kinds/index.ts';
import type { Scenario } from './schema.ts';

/** What the skill map shows of a scenario without opening it. */
export interface CatalogueEntry {
  readonly id: string;
  readonly act: number;
  readonly number: number;
  /** Of its steps, in their order. */
  readonly kinds: readonly KindName[];
  readonly minutes: number;
  readonly requires: readonly string[];
  readonly title: Readonly<Record<Language, string>>;
  readonly summary: Readonly<Record<Language, string>>;
}

/** `locked`: a scenario that comes before it is not solved. It may be opened all the same: the map advises. */
export type EntryState = 'solved' | 'started' | 'open' | 'locked';

/** A scenario's entry, in the words of its texts. */
export function catalogueEntry(
  { id, act, number, steps, minutes, requires }: Scenario,
  texts: Readonly<Record<Language, ScenarioTexts>>,
): CatalogueEntry {
  return {
    ...{ id, act, number, minutes, requires },
    kinds: steps.map(({ kind }) => kind),
    title: { en: texts.en.title, es: texts.es.title },
    summary: { en: texts.en.summary, es: texts.es.summary },
  };
}

/** Entries in the order of the curriculum. */
export function inOrder(entries: readonly CatalogueEntry[]): readonly CatalogueEntry[] {
  return entries.toSorted((left, right) => left.number - right.number);
}

/** Where a learner stands with each scenario, by id. */
export function entryStates(
  entries: readonly CatalogueEntry[],
  solved: readonly string[],
  started: readonly string[],
): ReadonlyMap<string, EntryState> {
  return new Map(
    entries.map(({ id, requires }) => {
      if (solved.includes(id)) return [id, 'solved'];
      if (started.includes(id)) return [id, 'started'];
      return [id, requires.every((before) => solved.includes(before)) ? 'open' : 'locked'];
    }),
  );
}

/** What to do next: what was begun, else the first open scenario; after `current`, if one is given. */
export function nextEntry(
  entries: readonly CatalogueEntry[],
  states: ReadonlyMap<string, EntryState>,
  current?: string,
): CatalogueEntry | undefined {
  const ordered = inOrder(entries).filter(({ id }) => id !== current);
  const from = entries.find(({ id }) => id === current)?.number ?? 0;
  const open = ordered.filter(({ id }) => ['started', 'open'].includes(states.get(id) ?? ''));
  return current === undefined
    ? (open.find(({ id }) => states.get(id) === 'started') ?? open[0])
    : (open.find(({ number }) => number > from) ?? open[0]);
}

/** Prerequisites must be known, and no scenario may come before itself by any way. */
export function catalogueIssues(
  entries: readonly Pick<CatalogueEntry, 'id' | 'requires'>[],
): readonly ScenarioIssue[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const issues: ScenarioIssue[] = [];
  if (byId.size < entries.length) {
    const twice = entries.find(({ id }, index) => entries.findIndex((other) => other.id === id) !== index);
    issues.push(scenarioIssue('duplicateId', 'scenarios', { id: twice?.id ?? '' }));
  }
  for (const { id, requires } of entries) {
    for (const before of requires)
      if (!byId.has(before))
        issues.push(scenarioIssue('unknownReference', `${id}: requires`, { id: before }));
    if (reaches(byId, id, id)) issues.push(scenarioIssue('cycle', `${id}: requires`, { id }));
  }
  return issues;
}

function reaches(
  byId: ReadonlyMap<string, Pick<CatalogueEntry, 'id' | 'requires'>>,
  from: string,
  goal: string,
): boolean {
  const seen = new Set<string>();
  const waiting = [...(byId.get(from)?.requires ?? [])];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (id === goal) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    waiting.push(...(byId.get(id)?.requires ?? []));
  }
  return false;
}
