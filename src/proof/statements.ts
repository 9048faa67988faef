import { isJsonObject, type JsonObject, type JsonValue } from '#iam';

/** The statements of a document; one that stands alone counts as a list of one. */
export function statementsOf(document: JsonValue): readonly JsonObject[] {
  if (!isJsonObject(document)) return [];
  const { Statement: statements } = document;
  return (isList(statements) ? statements : [statements]).filter(
    (statement) => statement !== undefined && isJsonObject(statement),
  );
}

/** The values of an element: a bare string counts as a list of one; absent, or not text, as none. */
export function valuesOf(element: JsonValue | undefined): readonly string[] {
  return (isList(element) ? element : [element]).filter((value) => typeof value === 'string');
}

/** A condition of a statement: its operator, its key as written and its values as text. */
export interface ConditionEntry {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}

/** The conditions of a statement, one entry for each operator and key. */
export function conditionsOf({ Condition: block }: JsonObject): readonly ConditionEntry[] {
  if (block === undefined || !isJsonObject(block)) return [];
  return Object.entries(block).flatMap(([operator, keys]) =>
    isJsonObject(keys)
      ? Object.entries(keys).map(([key, values]) => ({
          operator,
          key,
          values: (isList(values) ? values : [values]).map((value) =>
            typeof value === 'string' ? value : JSON.stringify(value),
          ),
        }))
      : [],
  );
}

function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}
