import { because } from './because.ts';
import { compare } from './compare.ts';
import { explain } from './explain.ts';
import { findings } from './findings.ts';
import { issues } from './issues.ts';
import { mission } from './mission.ts';
import { settings } from './settings.ts';

/** What is said behind the first screen, and once somebody types. */
export const more = { ...because, ...compare, ...explain, ...findings, ...issues, ...mission, ...settings };
