import type { Medal, Scenario } from '#scenario';

/** The medals in the order in which they are won; a record is a surprise, and not announced. */
const medals: readonly Medal[] = ['works', 'tight', 'par'];

/** The medals a scenario can give: predictions are right or not, so they give one. */
export function medalsOf({ goal }: Scenario): readonly Medal[] {
  return goal === undefined ? ['works'] : medals;
}
