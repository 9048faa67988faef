import { serviceModel, type Shape } from '#account';
import type { JsonObject, JsonValue } from '#iam';
import type { ConsoleOperation } from './console-operations.ts';

/** A parameter of a call as a form asks for it. */
export interface Field {
  readonly name: string;
  readonly required: boolean;
  /** `lines`: a long text, or a list with an item a line; `json`: whatever has parts of its own. */
  readonly kind: 'text' | 'lines' | 'json' | 'number' | 'flag' | 'choice' | 'secret';
  readonly choices: readonly string[];
  readonly list: boolean;
}

/** Parameters that only page through lists: nobody fills them in. */
const paging: readonly string[] = ['Marker', 'MaxItems', 'NextToken', 'MaxResults'];

/** The parameters of a call, those that must be given first. */
export function fieldsOf({ service, operation }: ConsoleOperation): readonly Field[] {
  const model = serviceModel(service);
  const shape = model.shapes[model.operations[operation]?.input ?? ''];
  const required = shape?.required ?? [];
  const fields = Object.entries(shape?.members ?? {})
    .filter(([name]) => !paging.includes(name))
    .map(([name, of]) => fieldOf(name, required.includes(name), model.shapes, of));
  return fields.toSorted((left, right) => Number(right.required) - Number(left.required));
}

function fieldOf(
  name: string,
  required: boolean,
  shapes: Readonly<Record<string, Shape>>,
  of: string,
): Field {
  const shape = shapes[of];
  const item = shapes[shape?.member ?? ''];
  const list = shape?.type === 'list' && item?.type === 'string';
  return { name, required, list, choices: shape?.enum ?? [], kind: kindOf(name, shape, list) };
}

function kindOf(name: string, shape: Shape | undefined, list: boolean): Field['kind'] {
  if (list || /Document$|Policy$|^Content$/.test(name)) return 'lines';
  switch (shape?.type) {
    case 'boolean':
      return 'flag';
    case 'integer':
    case 'long':
      return 'number';
    case 'string':
    case 'blob':
      if (shape.enum !== undefined) return 'choice';
      return name.endsWith('Password') ? 'secret' : 'text';
    default:
      return 'json';
  }
}

/** What a form was filled in with, as a call's input; what was left empty is left out. A part that is no JSON is named. */
export function inputOf(
  fields: readonly Field[],
  filled: Readonly<Record<string, string>>,
): { readonly input: JsonObject } | { readonly unreadable: string } {
  const input: Record<string, JsonValue> = {};
  for (const field of fields) {
    const text = filled[field.name] ?? '';
    if (text === '') continue;
    const value = valueOf(field, text);
    if (value === undefined) return { unreadable: field.name };
    input[field.name] = value;
  }
  return { input };
}

function valueOf({ kind, list }: Field, text: string): JsonValue | undefined {
  if (list) return text.split('\n').filter((line) => line !== '');
  switch (kind) {
    case 'flag':
      return text === 'true';
    case 'number':
      return Number(text);
    case 'json':
      try {
        return JSON.parse(text) as JsonValue;
      } catch {
        return undefined;
      }
    default:
      return text;
  }
}
