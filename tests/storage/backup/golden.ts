import { readFileSync } from 'node:fs';

/** A backup as that version of the app writes it. */
export function golden(version: 1 | 2): string {
  const text = readFileSync(new URL(`version-${version}.json`, import.meta.url), 'utf8');
  return JSON.stringify(JSON.parse(text), null, 1);
}
