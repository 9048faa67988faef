import { isJsonObject, type JsonObject, type JsonValue } from '#iam';
import type { ServiceModel, Shape } from '../models/model.ts';
import { patterns } from '../models/patterns.ts';
import { refuse, type Refusal } from './refusal.ts';

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
  if (shape.type === 'structure' && isJsonObject(value)) yield* membersOf(model, shape, value, at);
  else if (shape.type === 'list' && Array.isArray(value)) {
    yield* lengthFaults(shape, value.length, value as JsonValue[], at);
    for (const [index, member] of (value as JsonValue[]).entries())
      yield* faults(model, shape.member ?? '', member, `${at}.${index + 1}.member`);
  } else if (shape.type === 'string' && typeof value === 'string') yield* textFaults(shape, value, at);
  else if (typeof value === 'number') yield* rangeFaults(shape, value, at);
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

function* textFaults(shape: Shape, value: string, at: string): Generator<string> {
  const shown = shape.sensitive === true ? '***' : value;
  if (shape.enum !== undefined && !shape.enum.includes(value))
    yield said(shown, at, `Member must satisfy enum value set: [${shape.enum.join(', ')}]`);
  yield* lengthFaults(shape, Array.from(value).length, shown, at);
  const pattern = shape.pattern === undefined ? undefined : patterns.get(shape.pattern);
  if (pattern?.test(value) === false)
    yield said(shown, at, `Member must satisfy regular expression pattern: ${shape.pattern ?? ''}`);
}

function* lengthFaults({ min, max }: Shape, length: number, value: JsonValue, at: string): Generator<string> {
  if (max !== undefined && length > max)
    yield said(value, at, `Member must have length less than or equal to ${max}`);
  if (min !== undefined && length < min)
    yield said(value, at, `Member must have length greater than or equal to ${min}`);
}

function* rangeFaults({ min, max }: Shape, value: number, at: string): Generator<string> {
  if (max !== undefined && value > max)
    yield said(value, at, `Member must have value less than or equal to ${max}`);
  if (min !== undefined && value < min)
    yield said(value, at, `Member must have value greater than or equal to ${min}`);
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
