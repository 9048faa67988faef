import * as v from 'valibot';

/**
 * What rows are made of. A row's schema is the one place that says what stands in it: its type follows from the schema,
 * and a saved world is held to it when it is read. Members that a schema does not name are let pass.
 */

export const text = v.string();
export const flag = v.boolean();
/** JSON has no others than finite ones, but `1e999` is read as infinite. */
export const number = v.pipe(v.number(), v.finite());

export function row<const Entries extends v.ObjectEntries>(entries: Entries) {
  return v.pipe(v.object(entries), v.readonly());
}

export function list<const Item extends v.GenericSchema>(item: Item) {
  return v.pipe(v.array(item), v.readonly());
}

export function recordOf<const Value extends v.GenericSchema>(value: Value) {
  return v.pipe(v.record(v.string(), value), v.readonly());
}

export const texts = list(text);

const tag = row({ Key: text, Value: text });
export type Tag = v.InferOutput<typeof tag>;
export const tags = list(tag);
