import type { Medal, Scenario } from '#scenario';

/** The medals in the order in which they are won. `record` is not among them: it is a surprise. */
const medals: readonly Medal[] = ['works', 'tight', 'par'];

/** The medals that a scenario can give: all where a policy is written, else `works` alone. */
export function medalsOf({ steps }: Scenario): readonly Medal[] {
  return steps.some((step) => 'policy' in step) ? medals : ['works'];
}
