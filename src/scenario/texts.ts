import { scenarioIssue, type ScenarioIssue } from './file/issue.ts';
import type { Heading, ScenarioTexts } from './file/texts-shape.ts';
import { kindOf } from './kinds/index.ts';
import type { Scenario } from './schema.ts';

export type ReadTexts =
  | { readonly texts: ScenarioTexts; readonly issues: readonly [] }
  | { readonly issues: readonly ScenarioIssue[] };

/** Sections of every scenario; its steps want more (`Kind.headings`). */
const common = ['Brief', 'Hints', 'Why'] as const;

interface Section {
  readonly line: number;
  readonly lines: readonly string[];
}

/** The sections that the steps of a scenario want, each once: what two steps want under one heading stands together. */
function headingsOf(scenario: Scenario): readonly Heading[] {
  const wanted = new Map<string, readonly string[] | undefined>();
  if (scenario.requests.length > 0)
    wanted.set(
      'Requests',
      scenario.requests.map(({ id }) => id),
    );
  for (const step of scenario.steps)
    for (const { name, ids } of kindOf(step).headings(step, scenario))
      wanted.set(name, ids && [...(wanted.get(name) ?? []), ...ids]);
  return [...wanted].map(([name, ids]) => (ids === undefined ? { name } : { name, ids }));
}

/**
 * Reads `en.md` or `es.md`: a title, one line of summary, and sections under fixed headings, the same in both
 * languages. Every request and trap of the scenario has its sentence, and no other has one. Total: what is missing or
 * unknown is an issue with its line.
 */
export function readTexts(markdown: string, scenario: Scenario, file: string): ReadTexts {
  const issues: ScenarioIssue[] = [];
  const lines = markdown.replaceAll('\r\n', '\n').split('\n');
  const title =
    lines
      .find((line) => line.startsWith('# '))
      ?.slice(2)
      .trim() ?? '';
  const headings = headingsOf(scenario);
  const names = [...common, ...headings.map(({ name }) => name)];
  const { sections, summary } = split(lines, names, file, issues);
  for (const { name, ids } of [...common.map((name): Heading => ({ name })), ...headings])
    if (!sections.has(name) && ids?.length !== 0)
      issues.push(scenarioIssue('missingHeading', file, { heading: name }));
  if (title === '') issues.push(scenarioIssue('missingText', file, { id: 'title' }));
  if (summary === '') issues.push(scenarioIssue('missingText', file, { id: 'summary' }));
  const texts: ScenarioTexts = {
    title,
    summary,
    brief: prose(sections.get('Brief')),
    hints: readList(sections.get('Hints')),
    why: prose(sections.get('Why')),
    lists: Object.fromEntries(
      headings.flatMap(({ name, ids }) => (ids === undefined ? [[name, readList(sections.get(name))]] : [])),
    ),
    entries: Object.fromEntries(
      headings.flatMap(({ name, ids }) =>
        ids === undefined ? [] : [[name, readEntries(sections.get(name), ids, `${file}: ${name}`, issues)]],
      ),
    ),
  };
  if (texts.hints.length !== scenario.hints)
    issues.push(scenarioIssue('hintCount', file, { count: texts.hints.length, expected: scenario.hints }));
  for (const [id, text] of [
    ['Brief', texts.brief],
    ['Why', texts.why],
  ] as const)
    if (text === '') issues.push(scenarioIssue('missingText', file, { id }));
  return issues.length > 0 ? { issues } : { texts, issues: [] };
}

/** Whether two languages say the same number of things in the same places. */
export function sameStructure(left: ScenarioTexts, right: ScenarioTexts): boolean {
  const shape = ({ hints, lists, entries, brief, why }: ScenarioTexts) =>
    JSON.stringify([
      hints.length,
      Object.entries(lists).map(([name, lines]) => [name, lines.length]),
      Object.entries(entries).map(([name, texts]) => [name, Object.keys(texts).toSorted()]),
      [codes(brief), codes(why)],
    ]);
  return shape(left) === shape(right);
}

/** Fenced code is the same in every language: it is not prose. */
function codes(text: string): readonly string[] {
  return text.split('```').filter((_, index) => index % 2 === 1);
}

function split(
  lines: readonly string[],
  headings: readonly string[],
  file: string,
  issues: ScenarioIssue[],
): { readonly sections: ReadonlyMap<string, Section>; readonly summary: string } {
  const sections = new Map<string, { line: number; lines: string[] }>();
  const opening: string[] = [];
  let open: string[] = opening;
  lines.forEach((line, index) => {
    if (line.startsWith('# ')) return;
    if (!line.startsWith('## ')) {
      open.push(line);
      return;
    }
    const name = line.slice(3).trim();
    const heading = headings.find((known) => known === name);
    if (heading === undefined || sections.has(heading)) {
      issues.push(scenarioIssue('unknownHeading', `${file}: ${index + 1}`, { heading: name }));
      open = [];
      return;
    }
    const section = { line: index + 1, lines: [] };
    sections.set(heading, section);
    open = section.lines;
  });
  return { sections, summary: opening.join(' ').trim() };
}

function prose(section: Section | undefined): string {
  return section?.lines.join('\n').trim() ?? '';
}

/** `- text` or `1. text`; a line that begins with blanks goes on with the entry before it. */
function readList(section: Section | undefined): readonly string[] {
  const entries: string[] = [];
  for (const line of section?.lines ?? []) {
    const entry = /^(?:[-*]|\d+\.)\s+(.*)$/.exec(line)?.[1];
    if (entry !== undefined) entries.push(entry.trim());
    else if (line.trim() !== '' && entries.length > 0) entries.push(`${entries.pop() ?? ''} ${line.trim()}`);
  }
  return entries;
}

/** `- `id`: sentence`, for each of the ids and no other. */
function readEntries(
  section: Section | undefined,
  ids: readonly string[],
  where: string,
  issues: ScenarioIssue[],
): Readonly<Record<string, string>> {
  const found = new Map<string, string>();
  for (const entry of readList(section)) {
    const [, id, text] = /^`([^`]+)`:\s+(.+)$/.exec(entry) ?? [];
    if (id === undefined || text === undefined || !ids.includes(id))
      issues.push(scenarioIssue('unknownText', where, { id: id ?? entry.slice(0, 40) }));
    else found.set(id, text);
  }
  for (const id of ids) if (!found.has(id)) issues.push(scenarioIssue('missingText', where, { id }));
  return Object.fromEntries(found);
}
