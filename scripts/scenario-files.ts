import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  readScenario,
  readTexts,
  type Language,
  type Scenario,
  type ScenarioIssue,
  type ScenarioTexts,
} from '#scenario';

/** A scenario's folder, read: whole where `issues` is empty. */
export interface ScenarioFiles {
  readonly folder: string;
  readonly scenario?: Scenario;
  readonly texts?: Readonly<Record<Language, ScenarioTexts>>;
  readonly issues: readonly ScenarioIssue[];
}

/** The folders under a path that hold a scenario, in order; a path may also be a scenario.json itself. */
export function scenarioFolders(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [dirname(path)];
  if (existsSync(join(path, 'scenario.json'))) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted()
    .flatMap((name) => scenarioFolders(join(path, name)));
}

/** Reads a scenario and its texts in both languages. */
export function readFolder(folder: string): ScenarioFiles {
  const file = join(folder, 'scenario.json');
  const read = readScenario(readFileSync(file, 'utf8'), file);
  if (!('scenario' in read)) return { folder, issues: read.issues };
  const { scenario } = read;
  const language = (code: Language) => {
    const path = join(folder, `${code}.md`);
    return readTexts(existsSync(path) ? readFileSync(path, 'utf8') : '', scenario, path);
  };
  const [en, es] = [language('en'), language('es')];
  if (!('texts' in en) || !('texts' in es)) return { folder, scenario, issues: [...en.issues, ...es.issues] };
  return { folder, scenario, texts: { en: en.texts, es: es.texts }, issues: [] };
}
