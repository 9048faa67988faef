import type { JsonObject } from '#iam';
import { statementsOf, valuesOf } from './statements.ts';

/** How long a policy is: statements first, then characters that are not blank. */
export interface PolicyLength {
  readonly statements: number;
  readonly characters: number;
}

/** What a policy counts as: a learner may lay it out as she likes. */
export function lengthOf(document: JsonObject): PolicyLength {
  const text = JSON.stringify(document).replaceAll(/\s/g, '');
  return { statements: statementsOf(document).length, characters: text.length };
}

/** Negative: the one is shorter. */
export function compareLength(one: PolicyLength, other: PolicyLength): number {
  return one.statements - other.statements || one.characters - other.characters;
}

const lists = ['Action', 'NotAction', 'Resource', 'NotResource'] as const;
/** A policy that takes more rounds than this is long past what a person would read. */
const maxRounds = 60;

/**
 * A shorter policy that means the same, as far as single steps lead: names, statements, values and conditions left out,
 * lists of one written bare, two statements made one, and several actions made one with a wildcard. `same` says whether a
 * candidate still means the same (a proof); each step is taken only then. Returns the policy itself where none is.
 */
export function shorten(document: JsonObject, same: (candidate: JsonObject) => boolean): JsonObject {
  let shortest = document;
  for (let round = 0; round < maxRounds; round += 1) {
    const now = lengthOf(shortest);
    const next = steps(shortest)
      .map((candidate) => ({ candidate, length: lengthOf(candidate) }))
      .filter(({ length }) => compareLength(length, now) < 0)
      .sort((one, other) => compareLength(one.length, other.length))
      .find(({ candidate }) => same(candidate));
    if (next === undefined) return shortest;
    shortest = next.candidate;
  }
  return shortest;
}

function steps(document: JsonObject): readonly JsonObject[] {
  const statements = statementsOf(document);
  const put = (next: readonly JsonObject[]): JsonObject => ({ ...document, Statement: next });
  return [
    without(document, 'Id'),
    ...statements.flatMap((statement, index) => [
      put(statements.toSpliced(index, 1)),
      ...statementSteps(statement).map((next) => put(statements.with(index, next))),
      ...statements
        .slice(index + 1)
        .flatMap((other, offset) =>
          merged(statement, other).map((one) =>
            put(statements.toSpliced(index + 1 + offset, 1).with(index, one)),
          ),
        ),
    ]),
  ];
}

function statementSteps(statement: JsonObject): readonly JsonObject[] {
  return [
    without(statement, 'Sid'),
    without(statement, 'Condition'),
    ...lists.flatMap((element) => {
      if (statement[element] === undefined) return [];
      const values = valuesOf(statement[element]);
      const [only] = values;
      const put = (next: readonly string[]): JsonObject => ({
        ...statement,
        [element]: next.length === 1 ? (next[0] ?? '') : next,
      });
      if (values.length < 2) return only === undefined ? [] : [put([only])];
      const dropped = values.map((_, place) => put(values.toSpliced(place, 1)));
      return element.endsWith('Action') ? [...dropped, ...wildcards(values).map(put)] : dropped;
    }),
  ];
}

/** Two or more actions of a service that begin alike, written as that beginning and a `*`. */
function wildcards(actions: readonly string[]): readonly (readonly string[])[] {
  const beginnings = new Set<string>();
  for (const [place, one] of actions.entries())
    for (const other of actions.slice(place + 1)) {
      let end = 0;
      while (end < one.length && one[end] === other[end]) end += 1;
      if (one.slice(0, end).includes(':')) beginnings.add(one.slice(0, end));
    }
  return [...beginnings].map((beginning) => [
    ...actions.filter((action) => !action.startsWith(beginning)),
    `${beginning}*`,
  ]);
}

/** One statement in the place of two that agree in all but what they list. */
function merged(one: JsonObject, other: JsonObject): readonly JsonObject[] {
  const rest = (statement: JsonObject): string =>
    JSON.stringify(
      Object.entries(statement)
        .filter(([key]) => key !== 'Sid' && !lists.some((element) => element === key))
        .sort(([left], [right]) => (left < right ? -1 : 1)),
    );
  const sameElements = lists.every(
    (element) => (one[element] === undefined) === (other[element] === undefined),
  );
  if (!sameElements || rest(one) !== rest(other)) return [];
  const union = lists.flatMap((element) =>
    one[element] === undefined
      ? []
      : [[element, [...new Set([...valuesOf(one[element]), ...valuesOf(other[element])])]] as const],
  );
  return [{ ...one, ...Object.fromEntries(union) }];
}

function without(body: JsonObject, key: string): JsonObject {
  return Object.fromEntries(Object.entries(body).filter(([name]) => name !== key));
}
