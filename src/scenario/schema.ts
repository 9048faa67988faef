import * as v from 'valibot';
import { id, text } from './file/fields.ts';
import { stepSchema } from './kinds/index.ts';
import { requestSchema, worldSchema } from './world/world.ts';

/**
 * The one schema of a scenario file, for the shipped ones and for packs at import: strict, so an unknown key is
 * refused. Structure only: prose lives in `en.md` and `es.md` under fixed headings (texts.ts).
 */
export const scenarioSchema = v.strictObject({
  id,
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** Place in the curriculum: act 0 to 6, scenario 1 to 55. */
  act: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9)),
  number: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(999)),
  minutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60)),
  concepts: v.pipe(v.array(id), v.minLength(1)),
  /** Scenario ids that come before this one; unknown ones are refused by the catalogue. */
  requires: v.array(id),
  examTags: v.array(text),
  seedLines: v.array(text),
  world: worldSchema,
  requests: v.optional(v.pipe(v.array(requestSchema), v.maxLength(60)), []),
  /** In the order in which the learner meets them: a later one waits until the one before was checked. */
  steps: v.pipe(v.array(stepSchema), v.minLength(1), v.maxLength(4)),
  /** How many hints the texts hold. */
  hints: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(6)),
});

export type Scenario = v.InferOutput<typeof scenarioSchema>;
