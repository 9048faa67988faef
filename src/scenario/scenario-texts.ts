/** The prose of a scenario in one language, read from `en.md` or `es.md` (texts.ts). Values are restricted Markdown. */
export interface ScenarioTexts {
  readonly title: string;
  /** One line for the map. */
  readonly summary: string;
  readonly brief: string;
  /** `Must be allowed`, `Must be denied`: one line an entry; empty for predictions. */
  readonly mustAllow: readonly string[];
  readonly mustDeny: readonly string[];
  /** By request id: what a person would say the request is. */
  readonly requests: Readonly<Record<string, string>>;
  readonly hints: readonly string[];
  /** By trap id. */
  readonly traps: Readonly<Record<string, string>>;
  /** What the account must come to, by goal id. */
  readonly goals: Readonly<Record<string, string>>;
  /** Shown after success too. */
  readonly why: string;
}

export type Language = 'en' | 'es';
