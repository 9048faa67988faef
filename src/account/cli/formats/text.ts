import { isJsonObject, type JsonObject, type JsonValue } from '#iam';
import { pythonLiteral } from './python-literal.ts';

/**
 * `--output text`: tab-separated scalars in the order of their names, a line for each structure, named after the member
 * it stands in.
 * @see https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-output-format.html
 */
export function textFormat(value: JsonValue): string {
  return linesOf(value).join('\n');
}

function linesOf(value: JsonValue, name?: string, columns?: readonly string[]): readonly string[] {
  if (isJsonObject(value)) return structureLines(value, name, columns);
  return Array.isArray(value) ? listLines(value as readonly JsonValue[], name) : [scalarText(value)];
}

function listLines(values: readonly JsonValue[], name?: string): readonly string[] {
  const structures = values.filter((value) => isJsonObject(value));
  if (structures.length > 0) {
    const columns = [
      ...new Set(structures.flatMap((one) => Object.keys(one).filter((key) => isScalar(one[key])))),
    ].sort();
    return values.flatMap((value) => linesOf(value, name, columns));
  }
  const scalars = values.filter(isScalar);
  const lists = values.filter((value) => !isScalar(value));
  return [...scalarLines(scalars, name), ...lists.flatMap((value) => linesOf(value, name))];
}

function scalarLines(values: readonly JsonValue[], name?: string): readonly string[] {
  if (values.length === 0) return [];
  const all = values.map(scalarText);
  return name === undefined ? [all.join('\t')] : all.map((one) => `${name.toUpperCase()}\t${one}`);
}

function structureLines(value: JsonObject, name?: string, columns?: readonly string[]): readonly string[] {
  const keys = Object.keys(value).sort();
  const scalars = (columns ?? keys.filter((key) => isScalar(value[key]))).map((key) =>
    key in value ? scalarText(value[key] ?? null) : '',
  );
  const rest = keys.filter((key) => (columns === undefined ? !isScalar(value[key]) : !columns.includes(key)));
  return [
    ...(scalars.length === 0
      ? []
      : [[...(name === undefined ? [] : [name.toUpperCase()]), ...scalars].join('\t')]),
    ...rest.flatMap((key) => linesOf(value[key] ?? null, key)),
  ];
}

export function isScalar(value: JsonValue | undefined): boolean {
  return typeof value !== 'object' || value === null;
}

/** A value as the CLI, a Python program, writes it. */
export function scalarText(value: JsonValue): string {
  return typeof value === 'string' ? value : pythonLiteral(value);
}
