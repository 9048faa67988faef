import {
  parsePolicy,
  printPolicy,
  type JsonValue,
  type ParsedPolicy,
  type PolicyDocument,
  type PolicyType,
} from '#iam';
import type { Scenario } from '#scenario';
import { startTexts } from '#scenario';

/** One policy of a mission as a text: the learner's own, or one of the world that can only be read. */
export interface PolicyBuffer {
  readonly id: string;
  readonly name: string;
  readonly type: PolicyType;
  readonly editable: boolean;
  readonly text: string;
  readonly parsed: ParsedPolicy;
  /** The last text that IAM would take, read; absent until there was one. */
  readonly document?: PolicyDocument;
  /** True while the text is broken: `document` then belongs to an earlier text. */
  readonly stale: boolean;
}

export type PolicyBuffers = Readonly<Record<string, PolicyBuffer>>;

/** The buffer with another text: its issues are the new text's, its document the last good one. */
export function withText(buffer: PolicyBuffer, text: string): PolicyBuffer {
  if (text === buffer.text) return buffer;
  const parsed = parsePolicy(text, buffer.type);
  // Without a document of its own the new text keeps the last good one.
  const document = parsed.document && { document: parsed.document };
  return { ...buffer, text, parsed, ...document, stale: document === undefined };
}

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
