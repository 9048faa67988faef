import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { lintText, type Finding } from '#iam/lint';
import { policyTypes, type PolicyType } from '#iam';
import { lint as lintWords } from '#ui/i18n/en/lint.ts';
import { lint as lintWordsSpanish } from '#ui/i18n/es/lint.ts';
import { issues } from '#ui/i18n/en/issues.ts';
import { issues as issuesSpanish } from '#ui/i18n/es/issues.ts';
import { fill, type Messages } from '#ui/i18n/format/messages.ts';
import { allReference } from './lint-reference.ts';
import { statementFindings } from '#proof';
import { catalogueFor } from './catalogue-actions.ts';

/**
 * What the checks find in policy documents, one JSON line each: `{"file","check","severity","line","column","message"}`.
 * Folders are walked for `*.json`. `--language es` says it in Spanish. Exit 1: a finding is an error; 2: bad input.
 */
interface Question {
  readonly type: PolicyType;
  readonly language: 'en' | 'es';
  readonly files: readonly string[];
}

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(2);
}

function question(args: readonly string[]): Question {
  const option = (name: string): string | undefined => {
    const at = args.indexOf(name);
    return at < 0 ? undefined : (args[at + 1] ?? '');
  };
  const written = option('--type');
  const type = policyTypes.find((one) => one === written);
  const language = option('--language') ?? 'en';
  const paths = args.filter(
    (one, place) => !one.startsWith('--') && !/^--(?:type|language)$/.test(args[place - 1] ?? ''),
  );
  const types = policyTypes.join(', ');
  const usage = 'npm run findings -- --type identity PATH…';
  if (written === undefined) fail(`Say of which type the policies are (${types}): ${usage}`);
  if (type === undefined) fail(`There is no policy type "${written}"; there are: ${types}.`);
  if (language !== 'en' && language !== 'es') fail(`There is no language "${language}"; there are: en, es.`);
  if (paths.length === 0) fail(`Say which files or folders hold the policies: ${usage}`);
  const files = paths.flatMap(filesUnder);
  if (files.length === 0) fail(`No *.json was found in ${paths.join(', ')}.`);
  return { type, language, files };
}

/** The file itself, or the JSON files in a folder. */
function filesUnder(path: string): readonly string[] {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return [path];
  return readdirSync(path, { withFileTypes: true })
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) =>
      entry.isDirectory() || entry.name.endsWith('.json') ? filesUnder(join(path, entry.name)) : [],
    );
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    return fail(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const { type, language, files } = question(process.argv.slice(2));
const words: Messages =
  language === 'es' ? { ...issuesSpanish, ...lintWordsSpanish } : { ...issues, ...lintWords };

function sentence({ check, issue, values }: Finding): string {
  const key = issue === undefined ? `lint.${check}` : `issues.${issue}`;
  return fill(words[key] ?? key, values, language);
}

for (const file of files) {
  const text = read(file);
  const found = [
    ...lintText(text, type, allReference),
    ...statementFindings(text, type, catalogueFor),
  ].toSorted((one, other) => (one.range?.start ?? 0) - (other.range?.start ?? 0));
  for (const finding of found) {
    const { check, severity, range } = finding;
    const place = { line: range?.startLine ?? 1, column: range?.startColumn ?? 1 };
    console.log(JSON.stringify({ file, check, severity, ...place, message: sentence(finding) }));
    if (severity === 'error') process.exitCode = 1;
  }
}
