import type { JsonNode, PolicyType } from '#iam';
import type { PolicyForm } from '#iam/language';
import type { EditorChoices } from '#ui/editor/editor-types.ts';

/** What the fields of a form need of it: the text they are read from, and ways to change it. */
export interface FormContext {
  readonly text: string;
  readonly form: PolicyForm;
  readonly type: PolicyType;
  readonly editable: boolean;
  /** Takes over the next text; the focus goes to the field of a path then, if one is named. */
  readonly change: (next: string, focus?: string) => void;
  /** Takes over what is typed into the field of a path: undone in one step with what was typed there before. */
  readonly typed: (next: string, path: string) => void;
  /** What may stand at an offset of the text as it is when the promise is made. */
  readonly suggest: (offset: number) => Promise<EditorChoices>;
  /** Whether something is wrong with exactly the value at an offset. */
  readonly wrongAt: (start: number) => boolean;
}

/** A value as a field shows it; undefined for what no field can show, a list or an object. */
export function fieldText(node: JsonNode): string | undefined {
  return node.kind === 'leaf' ? String(node.value ?? '') : undefined;
}

/** The text that an editor's choice puts into a field: it is written with its quotes, and may have more behind them. */
export function chosenText(insert: string): string {
  const quoted = /^"(?:[^"\\]|\\.)*"/.exec(insert)?.[0];
  return quoted === undefined ? insert : (JSON.parse(quoted) as string);
}
