import { auditScenario, catalogueIssues, sameStructure, type ScenarioIssue } from '#scenario';
import { kinds as enKinds } from '#ui/i18n/en/kinds.ts';
import { scenario as en } from '#ui/i18n/en/scenario.ts';
import { kinds as esKinds } from '#ui/i18n/es/kinds.ts';
import { scenario as es } from '#ui/i18n/es/scenario.ts';
import { fill, type Messages } from '#ui/i18n/format/messages.ts';
import { awsPolicies } from './aws-policies.ts';
import { catalogueFor } from './catalogue-actions.ts';
import { readFolder, scenarioFolders } from './scenario-files.ts';

/**
 * Checks scenarios and says what is wrong with each, in English or with `--language es` in Spanish. The last line is
 * `N passed, N failed`. Exit 1: one failed; 2: nothing to check.
 */
const args = process.argv.slice(2);
const at = args.indexOf('--language');
const language = at >= 0 && args[at + 1] === 'es' ? 'es' : 'en';
const paths = at >= 0 ? args.toSpliced(at, 2) : args;
const messages: Messages = language === 'es' ? { ...es, ...esKinds } : { ...en, ...enKinds };

function sentence({ code, where, values }: ScenarioIssue): string {
  const message = messages[`scenario.issue.${code}`];
  return `  ${where}: ${message === undefined ? code : fill(message, values, language)}`;
}

const folders = (paths.length === 0 ? ['scenarios'] : paths).flatMap(scenarioFolders);
if (folders.length === 0) {
  console.error(fill(messages['scenario.nothing'] ?? '', {}, language));
  process.exit(2);
}
const read = folders.map(readFolder);
const managed = awsPolicies();
let failed = 0;
for (const { folder, scenario, texts, issues } of read) {
  const found: ScenarioIssue[] = [...issues];
  const notes: string[] = [];
  const said: string[] = [];
  if (scenario !== undefined) {
    const audits = auditScenario(scenario, { actionsFor: catalogueFor, managed });
    if (texts !== undefined && !sameStructure(texts.en, texts.es))
      found.push({ code: 'languagesDiffer', where: folder, values: {} });
    for (const [index, { issues: wrong, figures, notes: remarks }] of audits.entries()) {
      found.push(...wrong);
      notes.push(
        ...remarks.map(({ code, values }) => fill(messages[`scenario.${code}`] ?? code, values, language)),
      );
      const counted = Object.entries(figures).map(([name, count]) => `${name} ${count}`);
      said.push(`${scenario.steps[index]?.kind ?? ''}: ${counted.join(', ')}`);
    }
  }
  console.log(`${found.length === 0 ? '✓' : '✕'} ${folder} ${said.join('; ')}`);
  for (const note of notes) console.log(`  ${note}`);
  for (const issue of found) console.log(sentence(issue));
  if (found.length > 0) failed += 1;
}
// Prerequisites are looked up among everything that was given.
const entries = read.flatMap(({ scenario }) => (scenario === undefined ? [] : [scenario]));
const loose = paths.length === 0 || entries.length > 1 ? catalogueIssues(entries) : [];
for (const issue of loose) console.log(sentence(issue));
console.log(`${read.length - failed} passed, ${failed + (loose.length > 0 ? 1 : 0)} failed`);
process.exitCode = failed > 0 || loose.length > 0 ? 1 : 0;
