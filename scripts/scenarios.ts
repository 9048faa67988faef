import { compareLength } from '#proof';
import { auditScenario, catalogueIssues, sameStructure, type ScenarioIssue } from '#scenario';
import { scenario as en } from '#ui/i18n/en/scenario.ts';
import { scenario as es } from '#ui/i18n/es/scenario.ts';
import { fill, type Messages } from '#ui/i18n/format/messages.ts';
import { auditOperate } from '#scenario/audit-operate.ts';
import { awsPolicies, seeded } from './aws-policies.ts';
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
const messages: Messages = language === 'es' ? es : en;

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
  let figures = '';
  const notes: string[] = [];
  if (scenario !== undefined) {
    const audit = auditScenario(scenario, catalogueFor);
    found.push(...audit.issues);
    if (texts !== undefined && !sameStructure(texts.en, texts.es))
      found.push({ code: 'languagesDiffer', where: folder, values: {} });
    const operated = auditOperate(scenario, managed, seeded);
    found.push(...operated.issues);
    const { predictions, mutants, rejected, equivalent, undecided, rewrites, actions } = audit;
    const { shortest, ambiguous } = audit;
    if (
      shortest !== undefined &&
      scenario.par !== undefined &&
      compareLength(shortest.length, scenario.par) < 0
    )
      notes.push(
        fill(
          messages['scenario.shorter'] ?? '',
          { ...shortest.length, policy: JSON.stringify(shortest.document) },
          language,
        ),
      );
    if (ambiguous !== undefined)
      notes.push(
        fill(
          messages['scenario.ambiguous'] ?? '',
          { request: `${ambiguous.principal} ${ambiguous.action} ${ambiguous.resource}` },
          language,
        ),
      );
    const { goals, steps, wrongWays } = operated;
    figures = fill(
      messages[goals > 0 ? 'scenario.operateFigures' : 'scenario.figures'] ?? '',
      {
        goals,
        steps,
        wrongWays,
        predictions,
        mutants,
        rejected,
        equivalent: equivalent.length,
        undecided,
        rewrites,
        actions,
      },
      language,
    );
  }
  console.log(`${found.length === 0 ? '✓' : '✕'} ${folder} ${figures}`);
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
