import type { PolicyType } from '../policy/document.ts';
import type { JsonNode, SourceRange } from '../json/json.ts';
import type { LintReference } from './lint-reference.ts';
import type { LintedPolicy } from './view.ts';

/**
 * How grave a finding is, as IAM Access Analyzer ranks its own: an error keeps the policy from working, a security warning
 * lets in more than is safe, a (general) warning is against good practice, a suggestion makes the policy better.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-policy-validation.html
 */
export type Severity = 'error' | 'securityWarning' | 'warning' | 'suggestion';

/** A stretch of the text, and what to write in its place. */
export interface TextEdit {
  readonly range: SourceRange;
  readonly text: string;
}

/** A change of the text that mends what a finding is about. Its words stand in the catalogue under `lint.fix.<code>`. */
export interface Fix {
  readonly code: 'replace' | 'rename' | 'remove' | 'insert';
  readonly values: Readonly<Record<string, string | number>>;
  readonly edits: readonly TextEdit[];
}

/**
 * What a check found in a policy, as data: the words stand in the message catalogue under `lint.<check>`, and why it
 * matters under `lint.why.<check>`.
 */
export interface Finding {
  /** The name under which AWS (or Parliament) documents the check. */
  readonly check: string;
  readonly severity: Severity;
  /** JSON pointer of the node it is about. */
  readonly path: string;
  /** Absent only where the document was a plain value and not a text. */
  readonly range?: SourceRange;
  readonly values: Readonly<Record<string, string | number>>;
  readonly fix?: Fix;
  /** The issue of `parsePolicy` it stands for: then the sentence is that of `issues.<issue>`. */
  readonly issue?: string;
}

/** A place in which a check found something. */
export interface Hit {
  readonly node: JsonNode;
  /** Where it is about the node's name (an element, an operator, a condition key) and not its value. */
  readonly range?: SourceRange | undefined;
  readonly values?: Finding['values'];
  readonly fix?: Fix | undefined;
}

/** A row of the table of checks. A check has issues that it stands for, something to find by itself, or both. */
export interface Check {
  readonly check: string;
  readonly severity: Severity;
  /** The policy types it looks at; absent: all. */
  readonly types?: readonly PolicyType[];
  /** Issues of `parsePolicy` that this check documents. What IAM refuses is an error, whatever the check's severity. */
  readonly issues?: readonly string[];
  readonly find?: (policy: LintedPolicy, reference: LintReference) => readonly Hit[];
}
