import { isJsonObject, type JsonObject, type JsonValue } from '#iam';
import type { Tag } from '../state/entities.ts';

/** Parameters of a call, read by name. They stand for inputs that the model has found valid. */

/** A text; `''` where there is none. */
export function text(input: JsonObject, name: string): string {
  return textIn(input, name) ?? '';
}

export function textIn(input: JsonObject, name: string): string | undefined {
  const value = input[name];
  return typeof value === 'string' ? value : undefined;
}

export function numberIn(input: JsonObject, name: string): number | undefined {
  const value = input[name];
  return typeof value === 'number' ? value : undefined;
}

export function flag(input: JsonObject, name: string): boolean {
  return input[name] === true;
}

export function list(input: JsonObject, name: string): readonly JsonValue[] {
  const value = input[name];
  return Array.isArray(value) ? (value as readonly JsonValue[]) : [];
}

export function texts(input: JsonObject, name: string): readonly string[] {
  return list(input, name).filter((value) => typeof value === 'string');
}

export function tagsIn(input: JsonObject, name = 'Tags'): readonly Tag[] {
  return list(input, name)
    .filter((value) => isJsonObject(value))
    .map((tag) => ({ Key: text(tag, 'Key'), Value: text(tag, 'Value') }));
}
