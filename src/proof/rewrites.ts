import type { JsonObject } from '#iam';
import { statementsOf, valuesOf } from './statements.ts';

/** The same policy said otherwise: what IAM decides of every request stays as it was. */
export interface Rewrite {
  readonly how: string;
  readonly document: JsonObject;
}

const lists = ['Action', 'NotAction', 'Resource', 'NotResource'] as const;

/**
 * Rewrites that keep the meaning: statements in reverse order; each value of Action and Resource in a statement of its
 * own; every bare string as a list of one and every list of one as a bare string; actions in another case; a
 * statement that stands twice (without its Sid).
 */
export function rewrites(document: JsonObject): readonly Rewrite[] {
  const statements = statementsOf(document).map(withoutSid);
  const all = (how: string, next: readonly JsonObject[]): Rewrite => ({
    how,
    document: { ...document, Statement: next },
  });
  return [
    all('statements in reverse order', statements.toReversed()),
    all('split by action and resource', statements.flatMap(split)),
    all(
      'bare strings as lists',
      statements.map((statement) => eachList(statement, (values) => values)),
    ),
    all(
      'lists of one as bare strings',
      statements.map((statement) =>
        eachList(statement, (values) => (values.length === 1 ? (values[0] ?? values) : values)),
      ),
    ),
    all('actions in lower case', statements.map(lowerCased)),
    all('a statement twice', [...statements, ...statements.slice(0, 1)]),
  ];
}

function withoutSid(statement: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(statement).filter(([key]) => key !== 'Sid'));
}

function split(statement: JsonObject): readonly JsonObject[] {
  return (['Action', 'Resource'] as const).reduce<readonly JsonObject[]>(
    (some, element) =>
      some.flatMap((one) => {
        const values = valuesOf(one[element]);
        return values.length < 2 ? [one] : values.map((value) => ({ ...one, [element]: value }));
      }),
    [statement],
  );
}

function eachList(
  statement: JsonObject,
  change: (values: readonly string[]) => string | readonly string[],
): JsonObject {
  const changed = lists
    .filter((element) => statement[element] !== undefined)
    .map((element) => [element, change(valuesOf(statement[element]))] as const);
  return { ...statement, ...Object.fromEntries(changed) };
}

function lowerCased(statement: JsonObject): JsonObject {
  const changed = (['Action', 'NotAction'] as const)
    .filter((element) => statement[element] !== undefined)
    .map((element) => [element, valuesOf(statement[element]).map((value) => value.toLowerCase())] as const);
  return { ...statement, ...Object.fromEntries(changed) };
}
