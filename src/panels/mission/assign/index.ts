import { stepPanel } from '../step/step-panel.ts';
import Step from './Step.svelte';
import { AssignWork } from './assign-work.svelte.ts';

/** How mechanisms are chosen for needs. */
export const assign = stepPanel<'assign', AssignWork>({ open: (given) => new AssignWork(given), Step });
