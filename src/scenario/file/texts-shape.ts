/** The prose of a scenario in one language, read from `en.md` or `es.md` (texts.ts). Values are restricted Markdown. */
export interface ScenarioTexts {
  readonly title: string;
  /** One line for the map. */
  readonly summary: string;
  readonly brief: string;
  readonly hints: readonly string[];
  /** Shown after success too. */
  readonly why: string;
  /** Sections that are lists, one line an entry, by heading: `Must be allowed`. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
  /** Sections whose entries have ids, by heading and id: `Requests`, `Traps`, `Goals`. */
  readonly entries: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export type Language = 'en' | 'es';

/** A section that the steps of a scenario want in its texts: a list, or one entry for each of the ids and no other. */
export interface Heading {
  readonly name: string;
  readonly ids?: readonly string[];
}

/** The sentence of an entry; undefined where the texts have none. */
export function entryOf(texts: ScenarioTexts, heading: string, id: string | undefined): string | undefined {
  return id === undefined ? undefined : texts.entries[heading]?.[id];
}
