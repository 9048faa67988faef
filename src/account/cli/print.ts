import { search, type JSONValue } from '@jmespath-community/jmespath';
import type { JsonValue } from '#iam';
import { tableFormat } from './formats/table.ts';
import { textFormat } from './formats/text.ts';

/** An answer as the chosen format prints it, or what is wrong with the query. */
export function printed(
  operation: string,
  answer: JsonValue,
  output: string,
  query: string | undefined,
): { readonly text: string } | { readonly problem: string } {
  let value = answer;
  if (query !== undefined)
    try {
      value = search(answer as JSONValue, query, { enable_legacy_literals: true });
    } catch (thrown) {
      const why = thrown instanceof Error ? thrown.message : String(thrown);
      return { problem: `Bad value for --query ${query}: ${why}` };
    }
  if (isNothing(value) && query === undefined) return { text: '' };
  if (output === 'text') return { text: textFormat(value) };
  if (output === 'table') return { text: tableFormat(operation, value) };
  return { text: JSON.stringify(value, null, 4) };
}

function isNothing(value: JsonValue): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
