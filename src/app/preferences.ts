/** The learner's language, theme and kind of editor, and whether this browser has seen a mission solved, kept in localStorage. A browser that refuses it is no error. */
type Preference = 'language' | 'theme' | 'editor' | 'visitor';
const prefix = 'deny-by-default.';

export function readPreference(key: Preference): string | undefined {
  try {
    return localStorage.getItem(prefix + key) ?? undefined;
  } catch {
    return undefined;
  }
}

export function writePreference(key: Preference, value: string): void {
  try {
    localStorage.setItem(prefix + key, value);
  } catch {
    // Kept for this visit only.
  }
}
