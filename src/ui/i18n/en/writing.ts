/** What is said of a policy while it is written: loaded with the checks. */
import { language } from './language.ts';
import { lint } from './lint.ts';

export const writing = { ...language, ...lint };
