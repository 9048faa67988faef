import * as v from 'valibot';
import type { Kind } from '../../step/kind.ts';
import { startText, textOf } from '../../world/texts.ts';
import { policyKind } from '../write/index.ts';
import type { WriteResult } from '../write/result.ts';
import { policyStep, writeAnswer } from '../write/spec.ts';

const fixSpec = v.strictObject({ kind: v.literal('fix'), ...policyStep });
const fixAnswer = v.strictObject({ kind: v.literal('fix'), text: writeAnswer.entries.text });

/** Mend a policy that stands there with a fault. It is graded as a policy that was written from nothing is. */
export const fix: Kind<v.InferOutput<typeof fixSpec>, v.InferOutput<typeof fixAnswer>, WriteResult> = {
  ...policyKind,
  spec: fixSpec,
  answer: fixAnswer,
  opening: ({ policy }, { world }) => ({ kind: 'fix', text: startText(world, policy) }),
  solution: ({ solution }) => ({ kind: 'fix', text: textOf(solution) }),
};
