import { because } from './because.ts';
import { explain } from './explain.ts';
import { issues } from './issues.ts';
import { mission } from './mission.ts';
import { settings } from './settings.ts';

/** What is said behind the first screen, and once somebody types. */
export const more = { ...because, ...explain, ...issues, ...mission, ...settings };
