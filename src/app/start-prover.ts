import { referenceAddress } from '#panels/policy/reference/aws-library.ts';
import { scriptUrl } from '#ui/trusted.ts';
import address from './prover-worker.ts?worker&url';
import { proverOver } from './prover.ts';

const start = () => new Worker(scriptUrl(address) as string, { type: 'module' });

/** The prover of this page, its worker started with the first question. */
export const ask = proverOver(start, referenceAddress);

/** Another one for what nobody waits for: no Check stands in line behind it. */
export const askInBackground = proverOver(start, referenceAddress);
