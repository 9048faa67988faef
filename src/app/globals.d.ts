/** The version of package.json, put in by the build. */
declare const __APP_VERSION__: string;

/** The shipped scenarios, read and checked by the build (scripts/vite-scenarios.ts). */
declare module 'virtual:scenarios' {
  import type { CatalogueEntry } from '#scenario';
  /** What the map shows, in the order of the curriculum. */
  export const entries: readonly CatalogueEntry[];
}
declare module 'virtual:scenario-loaders' {
  import type { Language, Scenario, ScenarioTexts } from '#scenario';
  export function loadScenario(id: string): Promise<Scenario | undefined>;
  export function loadTexts(id: string, language: Language): Promise<ScenarioTexts | undefined>;
}

/** Where the reference files are (scripts/vite-reference.ts). */
declare module 'virtual:reference' {
  /** Relative to the page, with a slash at its end. */
  export const folder: string;
}
