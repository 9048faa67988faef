import { parsePolicy, printPolicy, type JsonValue, type PolicyDocument } from '#iam';
import { withText, type PolicyBuffer } from '#panels/policy/writing/policy-buffer.ts';
import type { Scenario } from '#scenario';
import { startTexts } from '#scenario';

export type PolicyBuffers = Readonly<Record<string, PolicyBuffer>>;

/** The policies of a mission as it opens: the learner's buffers first, then the world's. */
export function openBuffers(scenario: Scenario, texts: Readonly<Record<string, string>>): PolicyBuffers {
  const own = startTexts(scenario);
  const writes = scenario.kind.some((kind) => kind !== 'predict');
  const policies = scenario.world.policies.toSorted(
    (left, right) => Number(right.id in own) - Number(left.id in own),
  );
  return Object.fromEntries(
    policies.map(({ id, name, type, document }) => {
      const start = own[id] ?? printPolicy((document ?? {}) as JsonValue);
      const parsed = parsePolicy(start, type);
      const opened: PolicyBuffer = {
        id,
        name,
        type,
        editable: writes && id in own,
        text: start,
        parsed,
        ...(parsed.document !== undefined && { document: parsed.document }),
        stale: parsed.document === undefined,
      };
      return [id, withText(opened, opened.editable ? (texts[id] ?? start) : start)];
    }),
  );
}

/** The documents to decide with, by policy id. */
export function documentsOf(buffers: PolicyBuffers): Readonly<Record<string, PolicyDocument>> {
  return Object.fromEntries(
    Object.values(buffers).flatMap(({ id, document }) =>
      document === undefined ? [] : [[id, document] as const],
    ),
  );
}
