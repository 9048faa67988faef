import { app } from './app.ts';
import { explain } from './explain.ts';
import { home } from './home.ts';
import { issues } from './issues.ts';
import { mission } from './mission.ts';
import { settings } from './settings.ts';
import { storage } from './storage.ts';
import { trace } from './trace.ts';

export const en = { ...app, ...explain, ...home, ...issues, ...mission, ...settings, ...storage, ...trace };
