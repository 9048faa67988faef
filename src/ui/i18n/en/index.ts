import { app } from './app.ts';
import { home } from './home.ts';
import { kinds } from './kinds.ts';
import { storage } from './storage.ts';
import { trace } from './trace.ts';
import { why } from './why.ts';

/** What the first screen says. */
export const en = { ...app, ...home, ...kinds, ...storage, ...trace, ...why };
