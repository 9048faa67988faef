import * as v from 'valibot';

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const text = v.pipe(v.string(), v.maxLength(140_000));
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1e9));
/** UTC milliseconds; nothing before this app was thought of, nothing in a thousand years. */
const moment = v.pipe(v.number(), v.minValue(0), v.maxValue(64_060_588_800_000));

/** One Check, as it was handed in: enough to grade it again. */
export const attemptSchema = v.strictObject({
  uuid: name,
  scenarioId: name,
  scenarioVersion: count,
  when: moment,
  solved: v.boolean(),
  medals: v.pipe(v.array(name), v.maxLength(20)),
  tried: count,
  hints: count,
  predictions: v.record(name, name),
  texts: v.record(name, text),
});

/** A text as it stood when it was last typed in: a policy of a mission, its predictions. */
export const draftSchema = v.strictObject({ scenarioId: name, key: name, text, when: moment });

/** The valid ones of rows read from disk, and how many are not: those are set aside, never shown, never deleted. */
export function validRows<T>(
  schema: v.GenericSchema<T>,
  rows: readonly unknown[],
): { readonly valid: readonly T[]; readonly damaged: number } {
  const valid = rows.flatMap((row) => {
    const read = v.safeParse(schema, row);
    return read.success ? [read.output] : [];
  });
  return { valid, damaged: rows.length - valid.length };
}
