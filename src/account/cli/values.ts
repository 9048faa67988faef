import { isJsonObject, type JsonObject, type JsonValue } from '#iam';
import type { ServiceModel, Shape } from '../models/model.ts';
import { jsonOf } from '../state/json.ts';
import { readShorthand, shorthandSentence } from './shorthand.ts';

export type Value = { readonly value: JsonValue } | { readonly problem: string };

/** The texts given for an option as the value that its shape takes. */
export function valueOf(
  model: ServiceModel,
  shapeName: string,
  option: string,
  texts: readonly string[],
): Value {
  const shape = model.shapes[shapeName];
  const [first = ''] = texts;
  if (shape === undefined || shape.type === 'string' || shape.type === 'blob') return { value: first };
  if (shape.type === 'boolean') return { value: first !== 'false' };
  if (isNumber(shape)) return numberOf(option, first);
  if (shape.type === 'timestamp') return { value: first };
  if (shape.type !== 'list') return structureOf(model, shapeName, option, first);
  return texts.length === 1 && /^\s*\[/.test(first)
    ? jsonIn(option, first)
    : listOf(model, shape, option, texts);
}

function jsonIn(option: string, text: string): Value {
  const value = jsonOf(text);
  return value === undefined
    ? { problem: `Error parsing parameter '${option}': Invalid JSON: ${text}` }
    : { value };
}

function isNumber({ type }: Shape): boolean {
  return type === 'integer' || type === 'long' || type === 'double' || type === 'float';
}

function numberOf(option: string, text: string): Value {
  return /^-?\d+(?:\.\d+)?$/.test(text)
    ? { value: Number(text) }
    : { problem: `Error parsing parameter '${option}': invalid literal for int() with base 10: '${text}'` };
}

function listOf(model: ServiceModel, shape: Shape, option: string, texts: readonly string[]): Value {
  const member = model.shapes[shape.member ?? ''];
  if (member?.type !== 'structure' && member?.type !== 'map') {
    const values = texts.flatMap((text) =>
      texts.length === 1 && !/^\s*\{/.test(text) ? text.split(',') : [text],
    );
    return member !== undefined && isNumber(member) ? numbersOf(option, values) : { value: values };
  }
  const values: JsonValue[] = [];
  for (const text of texts) {
    const read = structureOf(model, shape.member ?? '', option, text);
    if ('problem' in read) return read;
    values.push(read.value);
  }
  return { value: values };
}

function numbersOf(option: string, texts: readonly string[]): Value {
  const read = texts.map((text) => numberOf(option, text));
  const wrong = read.find((one) => 'problem' in one);
  return wrong ?? { value: read.map((one) => ('value' in one ? one.value : null)) };
}

/** A structure or map, in JSON or in shorthand. */
function structureOf(model: ServiceModel, shapeName: string, option: string, text: string): Value {
  if (/^\s*\{/.test(text)) return jsonIn(option, text);
  const read = readShorthand(text);
  if ('expected' in read) return { problem: shorthandSentence(option, text, read) };
  return { value: typed(model, shapeName, read.value) };
}

/** Shorthand knows only texts: numbers, booleans and lists are made of them where the shape has those. */
function typed(model: ServiceModel, shapeName: string, value: JsonValue): JsonValue {
  const shape = model.shapes[shapeName];
  if (shape === undefined) return value;
  if (shape.type === 'list') {
    const all = Array.isArray(value) ? (value as readonly JsonValue[]) : [value];
    return all.map((one) => typed(model, shape.member ?? '', one));
  }
  if (isJsonObject(value))
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [
        name,
        typed(model, (shape.type === 'map' ? shape.value : shape.members?.[name]) ?? '', inner),
      ]),
    ) satisfies JsonObject;
  if (typeof value !== 'string') return value;
  if (shape.type === 'boolean') return value === 'true';
  return isNumber(shape) && value !== '' && Number.isFinite(Number(value)) ? Number(value) : value;
}
