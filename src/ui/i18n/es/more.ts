import { explain } from './explain.ts';
import { mission } from './mission.ts';
import { settings } from './settings.ts';

/** What the screens behind the first one say. */
export const more = { ...explain, ...mission, ...settings };
