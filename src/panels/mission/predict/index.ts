import { stepPanel } from '../step/step-panel.ts';
import Step from './Step.svelte';
import { PredictWork } from './predict-work.svelte.ts';

/** How predictions are made. */
export const predict = stepPanel<'predict', PredictWork>({ open: (given) => new PredictWork(given), Step });
