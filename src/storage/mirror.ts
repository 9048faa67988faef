/** A second witness of how many attempts were stored, outside the database: where the two differ, data was lost. */
export interface Mirror {
  readonly read: () => number | undefined;
  readonly write: (attempts: number) => void;
  readonly forget: () => void;
}

/** In localStorage, where the browser has it; a browser that refuses it leaves the database as the only witness. */
export function mirrorIn(storage: () => Storage | undefined, name: string): Mirror {
  const key = `${name}.ledger`;
  function attempt<T>(run: (storage: Storage) => T): T | undefined {
    try {
      const found = storage();
      return found === undefined ? undefined : run(found);
    } catch {
      return undefined;
    }
  }
  return {
    read: () =>
      attempt((found) => {
        const value: unknown = JSON.parse(found.getItem(key) ?? 'null');
        if (typeof value !== 'object' || value === null) return undefined;
        const { attempts } = value as { attempts?: unknown };
        return typeof attempts === 'number' ? attempts : undefined;
      }),
    write(attempts) {
      attempt((found) => found.setItem(key, JSON.stringify({ attempts })));
    },
    forget() {
      attempt((found) => found.removeItem(key));
    },
  };
}
