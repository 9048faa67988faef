import type { Token } from '#iam/pattern/glob-tokens.ts';
import { compileGlob } from '#iam/pattern/wildcard.ts';
import { lacksVariable } from '#iam/pattern/resource.ts';
import { callerOf } from '#iam/request/caller.ts';
import { matchesWildcard, type AccessRequest, type ContextValue } from '#iam';
import { compileText, formOf } from '#iam/request/variables.ts';
import { remembering } from '#iam/request/remember.ts';
import { lowerCase, type ContextMap } from '#iam/request/context.ts';
import { actionName, prepareRequest } from '#iam/evaluation/prepare.ts';
import { coversResource } from '#iam/evaluation/statement.ts';
import type { ActionClass } from './action-classes.ts';
import type { Domain, Situation, Undecided } from './domain.ts';
import { arnFormat, type ArnFormat } from './formats.ts';
import { keyOptions, type KeyCondition, type KeyOption } from './key-options.ts';
import { holds, stringClasses, type Meter } from './language.ts';
import { allows, type SidedStatement } from './sides.ts';
import { isSettled, usualKey } from './usual-keys.ts';

export interface Search {
  readonly domain: Domain;
  readonly meter: Meter;
  readonly note: (construct: Undecided['construct'], name: string) => void;
  readonly withResourcePolicy: boolean;
  /** A root user asks, who needs no Allow. */
  readonly rootAsks: boolean;
}

/** A request that stands for its class, and what its keys could hold instead. */
export interface RequestClass {
  readonly request: AccessRequest;
  readonly keys: ReadonlyMap<string, readonly KeyOption[]>;
  /** Resources such as a person writes, of the same form and inside the domain, to be tried in its place. */
  readonly resources: () => readonly string[];
}

/** A request of each class that the covering statements can tell apart, for one principal and one class of actions. */
export function* requestClasses(
  { action, format, statements }: ActionClass,
  situation: Situation,
  search: Search,
): Generator<RequestClass> {
  const { domain } = search;
  const base = { ...situation, action: action.name };
  const formats = format === undefined ? [undefined] : formatsOf(format, situation, search);
  for (const one of formats) {
    const probe = requestOf(base, one?.example ?? '*', domain);
    const prepared = prepareRequest(probe, actionName(action.name), false);
    if ('malformed' in prepared) {
      search.note('domain', prepared.text);
      continue;
    }
    const credentialsKnown = situation.credentials !== undefined;
    const fixed = (key: string): boolean =>
      isSettled(key, credentialsKnown) ||
      hasKey(situation, key) ||
      (prepared.get(key) !== undefined && usualKey(key).presence !== 'always');
    for (const values of variableValues(statements, fixed, search)) {
      const context: ContextMap = { get: (key) => values.get(key) ?? prepared.get(key) };
      for (const resource of resourcesOf(one, statements, context, search)) {
        const request = requestOf(base, resource, domain);
        const inForce = statements.filter(({ statement }) => coversResource(statement, resource, context));
        if (!search.rootAsks && !inForce.some(allows)) continue;
        const resources = (): readonly string[] => writable(one, statements, search.domain);
        for (const found of contexts(request, inForce, { values, context, fixed }, search))
          yield { ...found, resources };
      }
    }
  }
}

/** What stands for a `*` in an example. */
const fills = ['x417', 'reports/2026.csv', ''];

function writable(
  format: ArnFormat | undefined,
  statements: readonly SidedStatement[],
  domain: Domain,
): readonly string[] {
  if (format === undefined) return [];
  const patterns = statements.flatMap(({ statement }) => statement.resourceSources);
  const filled = [...new Set(patterns)].flatMap((pattern) =>
    fills.map((fill) =>
      pattern
        .replaceAll('?', 'x')
        .replace(/\*+(?=.*\*)/g, 'x417')
        .replaceAll('*', fill),
    ),
  );
  return [...(domain.examples ?? []), ...filled, format.example].filter(
    (text) => holds(format.language, text) && isIn(domain, text),
  );
}

interface Known {
  /** What the keys hold that policy variables name and nothing settles; undefined: they are absent. */
  readonly values: ReadonlyMap<string, string | undefined>;
  readonly context: ContextMap;
  readonly fixed: (key: string) => boolean;
}

/** The request with every combination of what its keys can hold that the statements in force tell apart. */
function* contexts(
  request: AccessRequest,
  inForce: readonly SidedStatement[],
  { values, context, fixed }: Known,
  { domain, meter, note }: Search,
): Generator<Omit<RequestClass, 'resources'>> {
  const byKey = new Map<string, { readonly name: string; readonly conditions: KeyCondition[] }>();
  for (const { statement, variables } of inForce)
    for (const condition of statement.conditions) {
      if (fixed(condition.lowerKey)) continue;
      const known = byKey.get(condition.lowerKey) ?? { name: condition.key, conditions: [] };
      known.conditions.push({ condition, variables });
      byKey.set(condition.lowerKey, known);
    }
  const keys = new Map<string, readonly KeyOption[]>();
  for (const [key, { name, conditions }] of byKey) {
    const given = values.get(key);
    const own = domain.keys?.[key] ?? usualKey(key);
    const known = values.has(key)
      ? ({ ...own, presence: given === undefined ? 'never' : 'always' } as const)
      : own;
    const found = keyOptions(
      conditions,
      given === undefined ? known : { ...known, values: [given] },
      context,
      meter,
    );
    if (found === undefined) {
      note('budget', name);
      return;
    }
    if (found.open) note('mixedOperators', name);
    keys.set(name, found.options);
  }
  const rest = Object.fromEntries(
    [...values].flatMap(([key, value]) =>
      value === undefined || byKey.has(key) ? [] : [[key, value] as const],
    ),
  );
  yield* combinations([...keys], { ...request.context, ...rest }, request, keys);
}

function* combinations(
  left: readonly (readonly [string, readonly KeyOption[]])[],
  context: Readonly<Record<string, ContextValue>>,
  request: AccessRequest,
  keys: ReadonlyMap<string, readonly KeyOption[]>,
): Generator<Omit<RequestClass, 'resources'>> {
  const [first, ...others] = left;
  if (first === undefined) {
    yield { request: Object.keys(context).length === 0 ? request : { ...request, context }, keys };
    return;
  }
  const [name, options] = first;
  for (const { value } of options)
    yield* combinations(others, value === null ? context : { ...context, [name]: value }, request, keys);
}

function requestOf(
  base: Omit<AccessRequest, 'resource'>,
  resource: string,
  { owner }: Domain,
): AccessRequest {
  if (owner === undefined || /^arn:[^:]*:[^:]*:[^:]*:\d{12}:/.test(resource)) return { ...base, resource };
  return { ...base, resource, resourceAccount: owner };
}

function hasKey({ context = {} }: Situation, key: string): boolean {
  return Object.keys(context).some((name) => lowerCase(name) === key);
}

/** In which accounts a resource may lie: the caller's; where a resource-based policy can grant, another one too. */
function formatsOf(
  format: string,
  { principal, principalRole }: Situation,
  { domain, withResourcePolicy }: Search,
): readonly ArnFormat[] {
  const own = domain.owner ?? callerOf(principal, principalRole)?.account ?? '111122223333';
  const accounts = format.includes('${Account}') && withResourcePolicy ? [own, otherAccount(own)] : [own];
  return accounts.map((account) => arnFormat(format, account));
}

function otherAccount(own: string): string {
  return own === '444455556666' ? '777788889999' : '444455556666';
}

/** A resource of each class; `*` alone for an action that takes none. */
function resourcesOf(
  format: ArnFormat | undefined,
  statements: readonly SidedStatement[],
  context: ContextMap,
  { domain, meter, note }: Search,
): readonly string[] {
  if (format === undefined) return isIn(domain, '*') ? ['*'] : [];
  const found = new Set<readonly Token[]>();
  const sources: string[] = [];
  for (const { statement } of statements)
    for (const pattern of statement.resources) {
      if (pattern.everything) continue;
      if (lacksVariable(pattern, context)) continue;
      const tokens = (pattern.glob ?? formOf(pattern.template, pattern.form, context))?.tokens ?? [];
      if (!beginsAlike(tokens, format.language.tokens)) continue;
      found.add(tokens);
      sources.push(pattern.source);
    }
  for (const text of [...(domain.within ?? []).flat(), ...(domain.except ?? [])]) {
    found.add(patternOfDomain(text).tokens);
  }
  const languages = Array.from(found, (tokens) => ({ tokens, folded: false }));
  const reached = stringClasses(languages, meter, format.language);
  if (reached === undefined) {
    note('budget', sources.join(', '));
    return [];
  }
  return reached.filter((text) => isIn(domain, text));
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

const nothingToChoose: readonly ReadonlyMap<string, string | undefined>[] = [new Map()];

/** Likely values of a policy variable that nothing settles; there are others. */
const ownName = 'x417';

/**
 * What the keys may hold that policy variables name and nothing settles: nothing, a name of its own, and each text that
 * stands between the wildcards and separators of the statements. Where the domain does not list the values there may be
 * one that none of these stands for, and `note` says so.
 */
function variableValues(
  statements: readonly SidedStatement[],
  fixed: (key: string) => boolean,
  { domain, note }: Search,
): readonly ReadonlyMap<string, string | undefined>[] {
  const templates = statements.flatMap(({ statement, variables }) => [
    ...statement.resources.map(({ template }) => template),
    ...statement.conditions
      .filter(({ hasVariables }) => hasVariables)
      .flatMap(({ patterns }) => patterns.map((text) => compileText(text, variables))),
  ]);
  const keys = new Set<string>();
  for (const { variables } of templates) for (const { key } of variables) if (!fixed(key)) keys.add(key);
  if (keys.size === 0) return nothingToChoose;
  const texts = new Set(
    [
      ...templates.flatMap(({ parts }) =>
        parts.flatMap((part) => (part.kind === 'variable' ? [] : [part.text])),
      ),
      ...statements.flatMap(({ statement }) => statement.conditions.flatMap(({ patterns }) => patterns)),
    ].flatMap((text) => text.split(/[*?:/]/)),
  );
  texts.delete('');
  let found: readonly ReadonlyMap<string, string | undefined>[] = [new Map()];
  for (const key of keys) {
    const { values, presence } = domain.keys?.[key] ?? usualKey(key);
    if (values === undefined) note('variable', key);
    const likely: readonly (string | undefined)[] = [
      ...(values ?? [ownName, ...texts]),
      ...(presence === 'always' ? [] : [undefined]),
    ];
    found = found.flatMap((one) => likely.map((value) => new Map(one).set(key, value)));
  }
  return found;
}
