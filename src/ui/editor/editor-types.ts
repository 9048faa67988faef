/** The ways to write a policy: fields for each statement, a plain text, or a code editor. All three write the same text. */
export type EditorKind = 'form' | 'text' | 'monaco';

/** In the order in which they are offered. */
export const editorKinds: readonly EditorKind[] = ['form', 'text', 'monaco'];

/** What the editor marks as wrong, in the words of the page. Lines and columns count from 1, `start` is an offset of the text. */
interface EditorIssue {
  readonly message: string;
  readonly severity: 'error' | 'warning' | 'hint';
  readonly start: number;
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/**
 * Lines to colour: statements that match the request by their effect, those that do not (`apart`), what misses the goal, and
 * the statement the caret stands in. Of marks on one line the last is shown.
 */
export interface EditorMark {
  readonly startLine: number;
  readonly endLine: number;
  readonly kind: 'allow' | 'deny' | 'apart' | 'fault' | 'caret';
}

/** Lines to bring into view, with the caret at their beginning; another `nonce` makes it a new wish. */
interface EditorReveal {
  readonly startLine: number;
  readonly endLine: number;
  readonly nonce: number;
}

/** Something that may be written at the caret. */
export interface EditorChoice {
  readonly label: string;
  /** What is said beside it. */
  readonly detail: string;
  readonly kind: string;
  /** What takes the stretch's place, and where the caret stands in it then. */
  readonly insert: string;
  readonly caret: number;
  /** More is to be chosen behind it: ask again. */
  readonly again: boolean;
}

/** What may be written between two offsets of the text. */
export interface EditorChoices {
  readonly start: number;
  readonly end: number;
  /** What is to be known of the place, line by line. */
  readonly lines?: readonly string[];
  readonly choices: readonly EditorChoice[];
}

/** What a word between two offsets means: lines in which backquotes mark code. */
export interface EditorCard {
  readonly start: number;
  readonly end: number;
  readonly lines: readonly string[];
}

/** The parts of what is being written, which of them the caret stands in, and what is to be known about them. */
export interface EditorSignature {
  readonly label: string;
  /** Where the part in which the caret stands lies in the label. */
  readonly part: readonly [start: number, end: number];
  readonly lines: readonly string[];
}

/** A way to mend an issue on some lines: stretches of the text, and what takes their place. */
interface EditorFix {
  readonly title: string;
  readonly startLine: number;
  readonly endLine: number;
  readonly edits: readonly { readonly start: number; readonly end: number; readonly text: string }[];
}

/** Help with writing. Never rejects: what cannot be had is not offered. */
export interface EditorHelp {
  readonly complete: (text: string, offset: number) => Promise<EditorChoices>;
  readonly explain: (text: string, offset: number) => Promise<EditorCard | undefined>;
  readonly signature: (text: string, offset: number) => Promise<EditorSignature | undefined>;
  readonly fixes: () => readonly EditorFix[];
}

/** A place for the caret, with the focus; another `nonce` makes it a new wish. */
interface EditorPlace {
  readonly offset: number;
  readonly nonce: number;
}

/** What both editors take: the same text, the same issues, the same marks. */
export interface EditorProps {
  value: string;
  onchange: (text: string) => void;
  issues: readonly EditorIssue[];
  marks: readonly EditorMark[];
  oncaret: (offset: number) => void;
  reveal?: EditorReveal | undefined;
  help?: EditorHelp | undefined;
  place?: EditorPlace | undefined;
  label: string;
  readonly?: boolean | undefined;
  oncheck: () => void;
}

/** No policy document of AWS is longer; what is longer is not taken over into the text. */
export const maxTextLength = 131_072;
