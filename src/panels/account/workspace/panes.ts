/** The panes of the sandbox, in the order of reading. */
export const panes = ['console', 'terminal', 'trail', 'regions'] as const;
export type Pane = (typeof panes)[number];
