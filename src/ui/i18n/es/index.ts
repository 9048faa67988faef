import { app } from './app.ts';
import { home } from './home.ts';
import { issues } from './issues.ts';
import { trace } from './trace.ts';

export const es = { ...app, ...home, ...issues, ...trace };
