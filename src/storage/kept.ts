import { mirrorIn } from './mirror.ts';
import { databaseName } from './places.ts';

/**
 * Whether something may be kept here, asked without opening or even loading the storage. True too where the browser does
 * not say: opening it then tells why.
 */
export async function mayBeKept(): Promise<boolean> {
  try {
    if (mirrorIn(() => localStorage, databaseName).read() !== undefined) return true;
    const databases = await indexedDB.databases();
    return databases.some(({ name }) => name === databaseName);
  } catch {
    return true;
  }
}
