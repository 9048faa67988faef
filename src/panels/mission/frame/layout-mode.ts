import type { Part } from '../step/step-panel.ts';

/** The panels of a mission, in the order of reading. */
export const panels: readonly Part[] = ['brief', 'policy', 'checks', 'why'];

/** How a mission is laid out: three columns, two with the brief as a drawer, or one panel at a time. */
export function layoutMode(width: number): 'wide' | 'middle' | 'narrow' {
  if (width >= 1200) return 'wide';
  return width >= 800 ? 'middle' : 'narrow';
}
