/** The name of the database, and the beginning of every key beside it. */
export const databaseName = 'deny-by-default';

/**
 * Every place outside the database where this app keeps something, by its key in the browser’s local storage. `activity` tells of what a learner
 * did and goes when everything is erased; `setting` says how the page looks and stays; `witness` counts the attempts.
 * A test holds this list to the code of all rooms.
 */
export const localPlaces: Readonly<Record<string, 'activity' | 'setting' | 'witness'>> = {
  'deny-by-default.ledger': 'witness',
  'deny-by-default.security-keys': 'activity',
  'deny-by-default.visitor': 'activity',
  'deny-by-default.language': 'setting',
  'deny-by-default.theme': 'setting',
  'deny-by-default.editor': 'setting',
};

/** Takes what tells of activity out of these places. Returns the way back; a browser that refuses has none, and that is no error. */
export function forgetActivity(storage: () => Storage | undefined): () => void {
  const taken = new Map<string, string>();
  function within(run: (found: Storage) => void): void {
    try {
      const found = storage();
      if (found !== undefined) run(found);
    } catch {
      // Nothing can be kept there, so nothing is.
    }
  }
  within((found) => {
    for (const [key, kind] of Object.entries(localPlaces)) {
      const text = found.getItem(key);
      if (kind !== 'activity' || text === null) continue;
      taken.set(key, text);
      found.removeItem(key);
    }
  });
  return () =>
    within((found) => {
      for (const [key, text] of taken) found.setItem(key, text);
    });
}
