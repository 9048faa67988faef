import { isJsonObject, type JsonObject, type JsonValue } from '#iam';
import type { ServiceModel, Shape } from '../models/model.ts';
import { pythonLiteral } from './formats/python-literal.ts';

/**
 * What the CLI itself refuses before anything is sent: missing parameters, wrong types, texts that are too short, and
 * names that no shape has. Each is one line of `Parameter validation failed:`.
 */
export function parameterProblems(
  model: ServiceModel,
  shapeName: string | undefined,
  input: JsonObject,
): readonly string[] {
  return shapeName === undefined ? [] : [...problems(model, shapeName, input, '')];
}

const wanted: Readonly<Record<Shape['type'], string>> = {
  structure: "<class 'dict'>",
  map: "<class 'dict'>",
  list: "<class 'list'>, <class 'tuple'>",
  string: "<class 'str'>",
  integer: "<class 'int'>",
  long: "<class 'int'>",
  double: "<class 'float'>, <class 'decimal.Decimal'>, <class 'int'>",
  float: "<class 'float'>, <class 'decimal.Decimal'>, <class 'int'>",
  boolean: "<class 'bool'>",
  timestamp: '',
  blob: '',
};

function typeOf(value: JsonValue): string {
  if (value === null) return "<class 'NoneType'>";
  if (Array.isArray(value)) return "<class 'list'>";
  if (typeof value === 'object') return "<class 'dict'>";
  if (typeof value === 'number') return Number.isInteger(value) ? "<class 'int'>" : "<class 'float'>";
  return typeof value === 'boolean' ? "<class 'bool'>" : "<class 'str'>";
}

function fits({ type }: Shape, value: JsonValue): boolean {
  const expected = wanted[type];
  return expected === '' || expected.split(', ').includes(typeOf(value));
}

function* problems(model: ServiceModel, name: string, value: JsonValue, at: string): Generator<string> {
  const shape = model.shapes[name];
  if (shape === undefined) return;
  if (!fits(shape, value)) {
    yield `Invalid type for parameter ${at}, value: ${shown(value)}, type: ${typeOf(value)}, valid types: ${wanted[shape.type]}`;
    return;
  }
  if (shape.type === 'structure' && isJsonObject(value)) yield* structureProblems(model, shape, value, at);
  else if (shape.type === 'map' && isJsonObject(value))
    for (const [key, inner] of Object.entries(value))
      yield* problems(model, shape.value ?? '', inner, `${at}.${key}`);
  else if (Array.isArray(value)) {
    yield* tooShort(shape, value.length, at);
    for (const [index, inner] of (value as readonly JsonValue[]).entries())
      yield* problems(model, shape.member ?? '', inner, `${at}[${index}]`);
  } else if (typeof value === 'string' && shape.type === 'string') yield* tooShort(shape, value.length, at);
  else if (typeof value === 'number' && shape.min !== undefined && value < shape.min)
    yield `Invalid value for parameter ${at}, value: ${value}, valid min value: ${shape.min}`;
}

function* structureProblems(
  model: ServiceModel,
  shape: Shape,
  value: JsonObject,
  at: string,
): Generator<string> {
  const place = at === '' ? 'input' : at;
  for (const name of shape.required ?? [])
    if (!(name in value)) yield `Missing required parameter in ${place}: "${name}"`;
  for (const [name, inner] of Object.entries(value)) {
    const of = shape.members?.[name];
    if (of === undefined)
      yield `Unknown parameter in ${place}: "${name}", must be one of: ${Object.keys(shape.members ?? {}).join(', ')}`;
    else yield* problems(model, of, inner, at === '' ? name : `${at}.${name}`);
  }
}

function* tooShort({ min }: Shape, length: number, at: string): Generator<string> {
  if (min !== undefined && length < min)
    yield `Invalid length for parameter ${at}, value: ${length}, valid min length: ${min}`;
}

/** A value as Python, in which the CLI is written, prints it; texts inside of others are quoted. */
function shown(value: JsonValue): string {
  return typeof value === 'string' ? value : pythonLiteral(value);
}
