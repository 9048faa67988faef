/** What the page needs before its storage is open, mirrored in localStorage. A browser that refuses it is no error. */
const prefix = 'deny-by-default.';

export function readMirror(key: 'language' | 'theme' | 'editor'): string | undefined {
  try {
    return localStorage.getItem(prefix + key) ?? undefined;
  } catch {
    return undefined;
  }
}

export function writeMirror(key: 'language' | 'theme' | 'editor', value: string): void {
  try {
    localStorage.setItem(prefix + key, value);
  } catch {
    // Only a mirror: the preference itself is kept in the database.
  }
}
