import {
  actionName,
  callerOf,
  compileText,
  coversResource,
  lowerCase,
  prepareRequest,
  type AccessRequest,
  type ContextMap,
  type ContextValue,
} from '#iam';
import type { ActionClass } from './action-classes.ts';
import type { Domain, Situation } from './domain.ts';
import { arnFormat, type ArnFormat } from './formats.ts';
import { keyOptions, type KeyCondition, type KeyOption } from './key-options.ts';
import { mayReach, resourcesOf, writableResources } from './resources.ts';
import type { Search } from './search.ts';
import type { SidedStatement } from './sides.ts';
import { isSettled, usualKey } from './usual-keys.ts';

/** A request that stands for its class, and what its keys could hold instead. */
export interface RequestClass {
  readonly request: AccessRequest;
  readonly keys: ReadonlyMap<string, readonly KeyOption[]>;
  /** Resources such as a person writes, of the same form and inside the domain, to be tried in its place. */
  readonly resources: () => Iterable<string>;
}

/**
 * A request of each class that the covering statements can tell apart, for one principal and one class of actions.
 * `promising`: whether the sides can differ on a request that these statements cover and no others; else none is made.
 * `inForce` as in `differences.ts`.
 */
export function* requestClasses(
  { action, format, statements: covering }: ActionClass,
  situation: Situation,
  search: Search,
  promising: (statements: readonly SidedStatement[], inForce: boolean) => boolean,
): Generator<RequestClass> {
  const { domain } = search;
  const base = { ...situation, action: action.name };
  const formats = format === undefined ? [undefined] : formatsOf(format, situation, search);
  for (const one of formats) {
    const statements = covering.filter((statement) => mayReach(statement, one));
    if (!promising(statements, false)) continue;
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
        const inForce = statements.filter(({ statement }) => coversResource(statement, resource, context));
        if (!promising(inForce, true)) continue;
        for (const { request: found, keys } of contexts(
          requestOf(base, resource, domain),
          inForce,
          { values, context, fixed },
          search,
        ))
          yield { request: found, keys, resources: () => writableResources(one, statements, domain) };
        if (!promising(statements, false)) return;
      }
    }
  }
}

const noKeys: ReadonlyMap<string, readonly KeyOption[]> = new Map();

interface Settled {
  /** What the keys hold that policy variables name and nothing settles; undefined: they are absent. */
  readonly values: ReadonlyMap<string, string | undefined>;
  readonly context: ContextMap;
  readonly fixed: (key: string) => boolean;
}

/** The request with every combination of what its keys can hold that the statements in force tell apart. */
function* contexts(
  request: AccessRequest,
  inForce: readonly SidedStatement[],
  { values, context, fixed }: Settled,
  { domain, meter, note }: Search,
): Generator<Omit<RequestClass, 'resources'>> {
  if (values.size === 0 && inForce.every(({ statement }) => statement.conditions.length === 0)) {
    yield { request, keys: noKeys };
    return;
  }
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
  const keys = new Set<string>();
  for (const { variableKeys } of statements) for (const key of variableKeys) if (!fixed(key)) keys.add(key);
  if (keys.size === 0) return nothingToChoose;
  const templates = statements.flatMap(({ statement, variables }) => [
    ...statement.resources.map(({ template }) => template),
    ...statement.conditions
      .filter(({ hasVariables }) => hasVariables)
      .flatMap(({ patterns }) => patterns.map((text) => compileText(text, variables))),
  ]);
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
