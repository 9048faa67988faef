/** One tab: its name in code, what it says, the id of its panel, and a word beside its title. */
export interface Tab<Name extends string> {
  readonly name: Name;
  readonly title: string;
  readonly panel: string;
  readonly mark?: string | undefined;
}

/** Where an arrow key, Home or End leads in a row of tabs that goes round; undefined for any other key. */
export function tabAfter(key: string, index: number, count: number): number | undefined {
  if (key === 'ArrowRight') return (index + 1) % count;
  if (key === 'ArrowLeft') return (index - 1 + count) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : undefined;
}
