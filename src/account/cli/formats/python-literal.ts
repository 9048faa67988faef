import type { JsonValue } from '#iam';

/** A value as Python, in which the CLI is written, prints it where it stands inside of another. */
export function pythonLiteral(value: JsonValue): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'string')
    return value.includes("'") && !value.includes('"') ? `"${value}"` : `'${value.replaceAll("'", "\\'")}'`;
  if (Array.isArray(value)) return `[${(value as readonly JsonValue[]).map(pythonLiteral).join(', ')}]`;
  return typeof value === 'object'
    ? `{${Object.entries(value)
        .map(([key, inner]) => `${pythonLiteral(key)}: ${pythonLiteral(inner)}`)
        .join(', ')}}`
    : String(value);
}
