import { isJsonObject, type JsonObject, type JsonValue } from '#iam';
import type { ServiceModel, Shape } from '../models/model.ts';
import { patterns } from '../models/patterns.ts';
import { refuse, type Refusal } from '../calls/refusal.ts';

/**
 * Holds a call's parameters to the constraints of AWS's model; undefined where they keep them all. The sentence is
 * AWS's, with every parameter that breaks one.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html
 */
export function validate(
  model: ServiceModel,
  shapeName: string | undefined,
  input: JsonObject,
): Refusal | undefined {
  const broken = shapeName === undefined ? [] : [...faults(model, shapeName, input, '')];
  if (broken.length === 0) return undefined;
  const count = `${broken.length} validation error${broken.length === 1 ? '' : 's'} detected`;
  return refuse(
    model.protocol === 'query' ? 'ValidationError' : 'ValidationException',
    `${count}: ${broken.join('; ')}`,
  );
}

function* faults(model: ServiceModel, name: string, value: JsonValue, at: string): Generator<string> {
  const shape = model.shapes[name];
  if (shape === undefined) return;
  for (const rule of brokenRules(shape, value))
    yield said(shape.sensitive === true ? '***' : value, at, rule);
  if (shape.type === 'structure' && isJsonObject(value)) yield* membersOf(model, shape, value, at);
  else if (shape.type === 'map' && isJsonObject(value)) yield* mapFaults(model, shape, value, at);
  else if (shape.type === 'list' && Array.isArray(value))
    for (const [index, member] of (value as JsonValue[]).entries())
      yield* faults(model, shape.member ?? '', member, `${at}.${index + 1}.member`);
}

function* membersOf(model: ServiceModel, shape: Shape, value: JsonObject, at: string): Generator<string> {
  for (const [member, of] of Object.entries(shape.members ?? {})) {
    const inner = value[member];
    const place = at === '' ? spoken(member) : `${at}.${spoken(member)}`;
    if (inner !== undefined) yield* faults(model, of, inner, place);
    else if (shape.required?.includes(member) === true)
      yield `Value null at '${place}' failed to satisfy constraint: Member must not be null`;
  }
}

/** A map is said whole, with what its keys or its values break. Names that a service knows itself are its own to refuse. */
function* mapFaults(model: ServiceModel, shape: Shape, value: JsonObject, at: string): Generator<string> {
  const keys = model.shapes[shape.key ?? ''] ?? { type: 'string' };
  const values = model.shapes[shape.value ?? ''] ?? { type: 'string' };
  const sides = [
    ['keys', keys.enum === undefined ? Object.keys(value).flatMap((key) => [...brokenRules(keys, key)]) : []],
    ['value', Object.values(value).flatMap((one) => [...brokenRules(values, one)])],
  ] as const;
  for (const [side, rules] of sides)
    if (rules.length > 0)
      yield said(value, at, `Map ${side} must satisfy constraint: [${[...new Set(rules)].join(', ')}]`);
}

/** The constraints of its shape that a text, a number or a list breaks itself, in AWS's words. */
function* brokenRules(shape: Shape, value: JsonValue): Generator<string> {
  if (shape.type === 'list' && Array.isArray(value)) yield* boundsBroken(shape, 'length', value.length);
  else if (typeof value === 'number') yield* boundsBroken(shape, 'value', value);
  else if (shape.type === 'string' && typeof value === 'string') {
    if (shape.enum !== undefined && !shape.enum.includes(value))
      yield `Member must satisfy enum value set: [${shape.enum.join(', ')}]`;
    yield* boundsBroken(shape, 'length', Array.from(value).length);
    const pattern = shape.pattern === undefined ? undefined : patterns.get(shape.pattern);
    if (pattern?.test(value) === false)
      yield `Member must satisfy regular expression pattern: ${shape.pattern ?? ''}`;
  }
}

function* boundsBroken({ min, max }: Shape, what: 'length' | 'value', size: number): Generator<string> {
  if (max !== undefined && size > max) yield `Member must have ${what} less than or equal to ${max}`;
  if (min !== undefined && size < min) yield `Member must have ${what} greater than or equal to ${min}`;
}

function said(value: JsonValue, at: string, rule: string): string {
  const shown = typeof value === 'string' ? value : JSON.stringify(value);
  return `Value '${shown}' at '${at}' failed to satisfy constraint: ${rule}`;
}

/** `UserName` as AWS's sentence spells it: `userName`. */
function spoken(member: string): string {
  const capitals = /^[A-Z]+(?=[A-Z][a-z]|$)|^[A-Z]/.exec(member)?.[0] ?? '';
  return capitals.toLowerCase() + member.slice(capitals.length);
}
