/** The learner's language and theme, kept in localStorage. A browser that refuses it is no error. */
const prefix = 'deny-by-default.';

export function readPreference(key: 'language' | 'theme'): string | undefined {
  try {
    return localStorage.getItem(prefix + key) ?? undefined;
  } catch {
    return undefined;
  }
}

export function writePreference(key: 'language' | 'theme', value: string): void {
  try {
    localStorage.setItem(prefix + key, value);
  } catch {
    // Kept for this visit only.
  }
}
