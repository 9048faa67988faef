import type { Medal } from '#scenario';

/** The medals in the order in which they are won. */
export const medals: readonly Medal[] = ['works', 'tight', 'par'];
