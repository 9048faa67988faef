import type { SourceRange } from './json.ts';

/**
 * What is wrong with a document, as data: the words stand in the message catalogue under `issues.<code>`,
 * with `values` filled in. An `error` means IAM would refuse the document; it is then not evaluated.
 */
export interface Issue {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  /** JSON pointer of the node the issue is about (the nearest one, where the text is broken). */
  readonly path: string;
  /** Absent only where the document was a plain value and not a text. */
  readonly range?: SourceRange;
  readonly values: Readonly<Record<string, string | number>>;
}
