/** Where F6 leads among panes: the place of the next one, with Shift of the one before; undefined for any other key. */
export function paneAfter(
  { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
  at: number,
  count: number,
): number | undefined {
  if (key !== 'F6' || count === 0) return undefined;
  if (at === -1) return shiftKey ? count - 1 : 0;
  return (at + (shiftKey ? -1 : 1) + count) % count;
}
