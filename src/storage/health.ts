/**
 * How the storage is. `untouched`: nothing was ever kept here, so it is opened with the first touch only. `blocked`: another tab holds an older database open. `unavailable`: the browser refuses one, so
 * everything is kept for this visit only. `full`: there is no room; what could not be written waits. `newer`: a newer
 * version of the app wrote the database, so this one only reads. `recovery`: data that was there is gone.
 */
export type StorageState =
  | 'untouched'
  | 'opening'
  | 'saved'
  | 'saving'
  | 'retrying'
  | 'blocked'
  | 'unavailable'
  | 'full'
  | 'newer'
  | 'recovery';

export interface Health {
  readonly state: StorageState;
  /** User actions that are not on disk. */
  readonly unsaved: number;
}

export interface Observable<T> {
  subscribe(observer: { next: (value: T) => void; error: (error: unknown) => void }): {
    unsubscribe(): void;
  };
}

/** A value that can be watched. */
export interface Watched<T> extends Observable<T> {
  readonly current: T;
}

/** A value that can be watched, and the one function that sets it. */
export function watched<T>(first: T): { readonly value: Watched<T>; readonly set: (value: T) => void } {
  let current = first;
  const observers = new Set<(value: T) => void>();
  return {
    value: {
      get current() {
        return current;
      },
      subscribe({ next }) {
        observers.add(next);
        next(current);
        return { unsubscribe: () => void observers.delete(next) };
      },
    },
    set(value) {
      current = value;
      for (const next of [...observers]) next(value);
    },
  };
}
