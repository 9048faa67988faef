import {
  compileGlob,
  formFor,
  lacksVariable,
  matchesWildcard,
  remembering,
  type ContextMap,
  type Token,
} from '#iam';
import type { Domain } from './domain.ts';
import type { ArnFormat } from './formats.ts';
import { holds, stringClasses, type StringSet } from './string-set.ts';
import type { Search } from './search.ts';
import type { SidedStatement } from './sides.ts';

/** Whether the statement may cover a resource of the form. */
export function mayReach({ statement }: SidedStatement, format: ArnFormat | undefined): boolean {
  const { resourceElement, resources } = statement;
  if (format === undefined || resourceElement !== 'Resource') return true;
  return resources.some(({ everything, head }) => everything || format.mayBegin(head));
}

/** What stands for a `*` in an example. */
const fills = ['x417', 'reports/2026.csv', ''];

/** A pattern with its wildcards filled in. */
const filled = remembering(
  (pattern: string): readonly string[] =>
    fills.map((fill) =>
      pattern
        .replaceAll('?', 'x')
        .replace(/\*+(?=.*\*)/g, 'x417')
        .replaceAll('*', fill),
    ),
  1_024,
);

/** Resources such as a person writes, of the form and inside the domain: what statements name, filled in. */
export function* writableResources(
  format: ArnFormat | undefined,
  statements: readonly SidedStatement[],
  domain: Domain,
): Generator<string> {
  if (format === undefined) return;
  const fits = (text: string): boolean => holds(format.strings, text) && isIn(domain, text);
  yield* (domain.examples ?? []).filter(fits);
  for (const { statement } of statements)
    for (const pattern of statement.resourceSources) yield* filled(pattern).filter(fits);
  if (fits(format.example)) yield format.example;
}

/**
 * Whether so many `?` follow a `*` that telling the pattern from others takes very many steps: a difference may then be
 * seen on a resource that a person would write, long before all classes are known.
 */
const isHard = remembering((pattern: string): boolean => {
  const run = pattern.indexOf('*');
  return run >= 0 && pattern.slice(run).split('?').length > 6;
}, 1_024);

/** A resource of each class in which the sides can differ; `*` alone for an action that takes none. */
export function* resourcesOf(
  format: ArnFormat | undefined,
  statements: readonly SidedStatement[],
  context: ContextMap,
  { domain, differing, meter, note }: Search,
): Generator<string> {
  if (format === undefined) {
    if (isIn(domain, '*')) yield '*';
    return;
  }
  const found = new Set<readonly Token[]>();
  const telling = new Set<readonly Token[]>();
  let everywhere = differing === undefined;
  const sources: string[] = [];
  for (const one of statements) {
    const differs = differing?.has(one) === true;
    if (differs && one.statement.resourceElement !== 'Resource') everywhere = true;
    for (const pattern of one.statement.resources) {
      if (pattern.everything) {
        everywhere ||= differs;
        continue;
      }
      if (lacksVariable(pattern, context)) continue;
      const tokens = (pattern.glob ?? formFor(pattern.template, pattern.form, context))?.tokens ?? [];
      if (!beginsAlike(tokens, format.strings.tokens)) continue;
      found.add(tokens);
      if (differs) telling.add(tokens);
      sources.push(pattern.source);
    }
  }
  if (!everywhere && telling.size === 0) return;
  if (sources.some(isHard)) yield* writableResources(format, statements, domain);
  for (const text of [...(domain.within ?? []).flat(), ...(domain.except ?? [])]) {
    found.add(patternOfDomain(text).tokens);
  }
  const reached = stringClasses(
    Array.from(found, caseSensitive),
    meter,
    format.strings,
    everywhere ? undefined : Array.from(telling, caseSensitive),
  );
  if (reached === undefined) {
    note('budget', sources.join(', '));
    return;
  }
  for (const text of reached) if (isIn(domain, text)) yield text;
}

function caseSensitive(tokens: readonly Token[]): StringSet {
  return { tokens, folded: false };
}

function isIn({ within = [], except = [] }: Domain, resource: string): boolean {
  const under = (pattern: string): boolean => matchesWildcard(pattern, resource);
  return within.every((patterns) => patterns.some(under)) && !except.some(under);
}

/** A pattern of the domain, as the engine's tokens. */
const patternOfDomain = remembering(compileGlob, 1_024);

/** Whether the fixed beginnings of two patterns do not contradict each other. */
function beginsAlike(left: readonly number[], right: readonly number[]): boolean {
  for (let at = 0; at < Math.min(left.length, right.length); at += 1) {
    const one = left[at] ?? -1;
    const other = right[at] ?? -1;
    if (one < 0 || other < 0) return true;
    if (one !== other) return false;
  }
  return true;
}
