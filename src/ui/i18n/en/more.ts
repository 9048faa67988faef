import { because } from './because.ts';
import { compare } from './compare.ts';
import { console } from './console.ts';
import { explain } from './explain.ts';
import { federation } from './federation.ts';
import { findings } from './findings.ts';
import { form } from './form.ts';
import { imports } from './import.ts';
import { issues } from './issues.ts';
import { mission } from './mission.ts';
import { operate } from './operate.ts';
import { sandbox } from './sandbox.ts';
import { settings } from './settings.ts';
import { words } from './words.ts';

/** What is said behind the first screen, and once somebody types. */
export const more = {
  ...because,
  ...compare,
  ...console,
  ...explain,
  ...federation,
  ...findings,
  ...form,
  ...imports,
  ...issues,
  ...mission,
  ...operate,
  ...sandbox,
  ...settings,
  ...words,
};
