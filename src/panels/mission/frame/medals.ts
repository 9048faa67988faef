import type { Medal, Scenario } from '#scenario';

/** The medals in the order in which they are won; a record is a surprise, and not announced. */
const medals: readonly Medal[] = ['works', 'tight', 'par'];

/** The medals a scenario can give: only where a policy is written there is more than right or wrong. */
export function medalsOf({ steps }: Scenario): readonly Medal[] {
  return steps.some((step) => 'policy' in step) ? medals : ['works'];
}
