import { parsePolicy } from '#iam';
import { textOf, type World } from '#scenario';
import { withText, type PolicyBuffer } from '../../policy/writing/policy-buffer.ts';

export type PolicyBuffers = Readonly<Record<string, PolicyBuffer>>;

/**
 * The policies of a world as they stand at first; the learner's own comes first, with the text of an earlier visit.
 * `editable`: its id, where one is written.
 */
export function openBuffers(
  world: World,
  editable: string | undefined,
  texts: Readonly<Record<string, string>>,
): PolicyBuffers {
  const policies = world.policies.toSorted(
    (left, right) => Number(right.id === editable) - Number(left.id === editable),
  );
  return Object.fromEntries(
    policies.map((policy) => {
      const { id, name, type } = policy;
      const start = textOf(policy);
      const parsed = parsePolicy(start, type);
      const opened: PolicyBuffer = {
        ...{ id, name, type, text: start, parsed },
        editable: id === editable,
        ...(parsed.document !== undefined && { document: parsed.document }),
        stale: parsed.document === undefined,
      };
      return [id, withText(opened, opened.editable ? (texts[id] ?? start) : start)];
    }),
  );
}
