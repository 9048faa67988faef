import { stepPanel } from '../step/step-panel.ts';
import Step from './Step.svelte';
import { WriteWork } from './write-work.svelte.ts';

/** How a policy is written, or mended. */
export const write = stepPanel<'write' | 'fix', WriteWork>({ open: (given) => new WriteWork(given), Step });
