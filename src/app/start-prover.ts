import { referenceAddress } from '#panels/aws-library.ts';
import { scriptUrl } from '#ui/trusted.ts';
import address from './prover-worker.ts?worker&url';
import { proverOver } from './prover.ts';

/** The prover of this page, its worker started with the first question. */
export const ask = proverOver(
  () => new Worker(scriptUrl(address) as string, { type: 'module' }),
  referenceAddress,
);
