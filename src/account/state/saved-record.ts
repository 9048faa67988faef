import * as v from 'valibot';
import { isJsonObject, type JsonObject, type JsonValue } from '#iam';
import { flag, list, number, row, text } from './row.ts';
import { isTableName, tables } from './state.ts';

const object = v.custom<JsonObject>((value) => isJsonObject(value as JsonValue));

const ask = row({
  action: text,
  resource: text,
  resourceAccount: v.exactOptional(text),
  context: v.exactOptional(object),
});

const identity = row({
  type: text,
  arn: text,
  account: text,
  principalId: text,
  userName: v.exactOptional(text),
  accessKeyId: v.exactOptional(text),
  mfa: flag,
  mfaAt: v.exactOptional(number),
  issuer: v.exactOptional(text),
  sourceIdentity: v.exactOptional(text),
});

const change = row({
  account: text,
  table: v.custom<string>(isTableName),
  key: text,
  value: v.nullable(object),
});

const record = row({
  id: number,
  at: number,
  region: text,
  known: v.exactOptional(number),
  face: text,
  service: text,
  operation: text,
  input: object,
  output: v.exactOptional(object),
  caller: v.exactOptional(identity),
  refusedKey: v.exactOptional(text),
  error: v.exactOptional(row({ code: text, message: text })),
  asks: list(ask),
  changes: list(change),
});

/** Whether a value out of a file can stand as the record with that number: it and all rows it writes. */
export function isSavedRecord(value: JsonValue, id: number): boolean {
  if (!v.is(record, value) || value.id !== id) return false;
  return value.changes.every(
    ({ table, value: written }) => written === null || (isTableName(table) && v.is(tables[table], written)),
  );
}
