/** What the editor marks as wrong, in the words of the page. Lines and columns count from 1. */
interface EditorIssue {
  readonly message: string;
  readonly severity: 'error' | 'warning';
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Lines to colour: what decided the request, and the statement the caret stands in. */
export interface EditorMark {
  readonly startLine: number;
  readonly endLine: number;
  readonly kind: 'allow' | 'deny' | 'fault' | 'caret';
}

/** Lines to bring into view, with the caret at their beginning; another `nonce` makes it a new wish. */
interface EditorReveal {
  readonly startLine: number;
  readonly endLine: number;
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
  label: string;
  readonly?: boolean | undefined;
  oncheck: () => void;
}

/** No policy document of AWS is longer; what is longer is not taken over into the text. */
export const longestText = 131_072;
