import * as v from 'valibot';
import { maxAnswerDepth, maxAttemptCharacters } from './limits.ts';
import { isJson, type JsonValue } from './json-value.ts';

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const text = v.pipe(v.string(), v.maxLength(140_000));
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1e9));
/** UTC milliseconds; nothing before this app was thought of, nothing in a thousand years. */
const moment = v.pipe(v.number(), v.minValue(0), v.maxValue(64_060_588_800_000));

const common = {
  uuid: name,
  scenarioId: name,
  scenarioVersion: count,
  when: moment,
  solved: v.boolean(),
  medals: v.pipe(v.array(name), v.maxLength(20)),
  hints: count,
};

/** One Check as version 1 kept it. Such rows are never rewritten, and stay readable. */
export const attemptOfVersion1Schema = v.strictObject({
  ...common,
  tried: count,
  predictions: v.record(name, name),
  texts: v.record(name, text),
});

/** One Check: an answer to each step of the mission, enough to grade it again. */
const attemptWithAnswersSchema = v.pipe(
  v.strictObject({
    ...common,
    answers: v.pipe(
      v.array(v.custom<JsonValue>((value) => isJson(value, maxAnswerDepth), 'JSON')),
      v.maxLength(100),
    ),
  }),
  v.check((attempt) => JSON.stringify(attempt).length <= maxAttemptCharacters, `<=${maxAttemptCharacters}`),
);

/** One Check, as any version kept it. By its members it is seen which one, so that a fault is named in the right one. */
export const attemptSchema = v.lazy((row) =>
  typeof row === 'object' && row !== null && ['texts', 'predictions', 'tried'].some((key) => key in row)
    ? attemptOfVersion1Schema
    : attemptWithAnswersSchema,
);

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
