import * as v from 'valibot';
import { id } from '../../file/fields.ts';

/** Needs, each of which is met by one or more of the mechanisms. */
export const assignSpec = v.strictObject({
  kind: v.literal('assign'),
  /** In the order in which they are asked. */
  needs: v.pipe(
    v.array(v.strictObject({ id, right: v.pipe(v.array(id), v.minLength(1), v.maxLength(8)) })),
    v.minLength(1),
    v.maxLength(12),
  ),
  /** In the order in which they are offered, to every need alike. */
  mechanisms: v.pipe(v.array(id), v.minLength(2), v.maxLength(8)),
});

export const assignAnswer = v.strictObject({
  kind: v.literal('assign'),
  /** Mechanism by need; a need that is missing has none yet. */
  pairs: v.record(id, id),
});

export type AssignSpec = v.InferOutput<typeof assignSpec>;
export type AssignAnswer = v.InferOutput<typeof assignAnswer>;
