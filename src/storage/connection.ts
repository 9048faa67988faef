import { faultOf, ProgressDatabase, schemaVersion, type Fault } from './database.ts';

/** What happens to an open database that was not our doing. */
interface Events {
  /** Another tab opens a newer version: this one must let go and may not write again. */
  readonly onnewer: () => void;
  /** A tab of an older version opens it, and adds what that version had: this one may open it again. */
  readonly onolder: () => void;
  /** The browser closed it under our feet: evicted, cleared, or broken. */
  readonly onclosed: () => void;
}

export interface Factory {
  readonly indexedDB?: IDBFactory;
  readonly IDBKeyRange?: typeof IDBKeyRange;
}

export type Opened = { readonly database: ProgressDatabase } | { readonly fault: Fault };

/** Databases that are closed for good, by us or by the browser: Dexie tells of both in the same way. */
const closing = new WeakSet<ProgressDatabase>();

/** Closes a database so that no later call opens it again by itself. */
export function closeDatabase(database: ProgressDatabase): void {
  closing.add(database);
  database.close({ disableAutoOpen: true });
}

/** Dexie multiplies its versions by ten; an older version that adds its own tables counts on from there. */
function isNewer(version: number): boolean {
  return version >= (schemaVersion + 1) * 10;
}

/** Opens the database, or says why not. A newer one is opened for reading only: `newer` is its fault. */
export async function openDatabase(name: string, factory: Factory, events: Events): Promise<Opened> {
  let database: ProgressDatabase;
  try {
    database = new ProgressDatabase(name, factory);
    database.on('versionchange', ({ newVersion }) => {
      closeDatabase(database);
      if (newVersion !== null && !isNewer(newVersion)) events.onolder();
      else events.onnewer();
      return false;
    });
    database.on('close', () => {
      if (closing.has(database)) return;
      // Else the next read would quietly open a new, empty database.
      closeDatabase(database);
      events.onclosed();
    });
    await database.open();
    if (isNewer(database.backendDB().version)) {
      closeDatabase(database);
      return { fault: 'newer' };
    }
    const schema = await database.meta.get('schema');
    if (schema?.key === 'schema' && schema.minReader > schemaVersion) {
      closeDatabase(database);
      return { fault: 'newer' };
    }
    return { database };
  } catch (error) {
    return { fault: faultOf(error) };
  }
}
