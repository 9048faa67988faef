import { parsePolicy, type ParsedPolicy, type PolicyDocument, type PolicyType } from '#iam';

/** One policy as a text: the learner's own, or one that can only be read. */
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

/** The buffer with another text: its issues are the new text's, its document the last good one. */
export function withText(buffer: PolicyBuffer, text: string): PolicyBuffer {
  if (text === buffer.text) return buffer;
  const parsed = parsePolicy(text, buffer.type);
  // Without a document of its own the new text keeps the last good one.
  const document = parsed.document && { document: parsed.document };
  return { ...buffer, text, parsed, ...document, stale: document === undefined };
}
