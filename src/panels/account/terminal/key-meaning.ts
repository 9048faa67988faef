/** What a key does in the line of the terminal. */
export type KeyMeaning = 'run' | 'complete' | 'earlier' | 'later' | 'clear' | 'interrupt' | 'release';

/** What the line is like when a key is pressed. */
export interface Line {
  /** Whether the terminal has asked something: then there is nothing to complete or to recall. */
  readonly asked: boolean;
  /** Whether the text goes on in the next line: a quote is open, or it ends with a backslash. */
  readonly open: boolean;
  readonly selected: boolean;
  /** Esc was pressed: Tab belongs to the page until the next letter. */
  readonly released: boolean;
}

/** The meaning of a key in the line; undefined where the key is the browser’s. */
export function keyMeaning(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'shiftKey' | 'isComposing'>,
  { asked, open, selected, released }: Line,
): KeyMeaning | undefined {
  const { key, ctrlKey, shiftKey, isComposing } = event;
  if (isComposing) return undefined;
  if (ctrlKey) {
    if (key.toLowerCase() === 'l') return 'clear';
    return key.toLowerCase() === 'c' && !selected ? 'interrupt' : undefined;
  }
  if (shiftKey) return undefined;
  if (key === 'Enter') return open && !asked ? undefined : 'run';
  if (key === 'Escape') return 'release';
  if (asked) return undefined;
  if (key === 'Tab') return released ? undefined : 'complete';
  if (key === 'ArrowUp') return 'earlier';
  return key === 'ArrowDown' ? 'later' : undefined;
}
