import { parsePrincipal, type JsonValue } from '#iam';
import type { Situation } from './domain.ts';
import { conditionsOf, statementsOf, valuesOf } from './statements.ts';

const usualAccount = '111122223333';
const maxAccounts = 3;
const maxNamed = 6;

/** Keys that say who calls: policies that ask for none of them answer everybody alike. */
const whoCalls = /aws:(?:principal(?!Tag|Org)|user)/i;

/**
 * Who asks when two policies are compared: a user in each account that the policies name; and where they look at who
 * calls, another user, so that a name is told from a variable, a session of a role, and each caller that a condition
 * singles out.
 */
export function callersOf(documents: readonly JsonValue[]): readonly Situation[] {
  const statements = documents.flatMap(statementsOf);
  const named = statements
    .flatMap(({ Resource, NotResource }) => [...valuesOf(Resource), ...valuesOf(NotResource)])
    .flatMap((resource) => /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(resource)?.[1] ?? []);
  const conditions = statements
    .flatMap(conditionsOf)
    .map(({ key, values }) => ({ key: key.toLowerCase(), values }));
  const under = (key: string): readonly string[] =>
    conditions.filter((condition) => condition.key === key).flatMap(({ values }) => values);
  const accounts = [
    ...new Set([...named, ...under('aws:principalaccount').filter((account) => /^\d{12}$/.test(account))]),
  ].slice(0, maxAccounts);
  const [home = usualAccount] = accounts;
  const singled = [
    ...under('aws:username').map((name) => `arn:aws:iam::${home}:user/${filled(name)}`),
    ...under('aws:principalarn').map((pattern) => filled(pattern, home)),
  ];
  const principals = [
    ...(accounts.length === 0 ? [usualAccount] : accounts).map(
      (account) => `arn:aws:iam::${account}:user/ana`,
    ),
    ...(whoCalls.test(JSON.stringify(statements))
      ? [`arn:aws:iam::${home}:user/bruno`, `arn:aws:sts::${home}:assumed-role/Deploy/ci`]
      : []),
    ...singled.slice(0, maxNamed),
  ];
  return [...new Set(principals)].flatMap(situationOf);
}

/** The text with its wildcards filled in; an account that a pattern leaves open is the one given. */
function filled(pattern: string, account = 'x417'): string {
  return pattern
    .replace(/^(arn:[^:]*:[^:]*:[^:]*:)\*(?=:)/, (_, before: string) => before + account)
    .replace(/^arn:\*:/, 'arn:aws:')
    .replaceAll('?', 'x')
    .replaceAll('*', 'x417');
}

/** A role calls through a session of its own; who cannot call is left out. */
function situationOf(principal: string): Situation[] {
  const role = /^arn:([^:]*):iam::(\d{12}):role\/(?:.*\/)?([^/]+)$/.exec(principal);
  if (role === null) return parsePrincipal(principal) === undefined ? [] : [{ principal }];
  const [, partition = '', account = '', name = ''] = role;
  const session = `arn:${partition}:sts::${account}:assumed-role/${name}/x417`;
  return parsePrincipal(session, principal) === undefined
    ? []
    : [{ principal: session, principalRole: principal }];
}
