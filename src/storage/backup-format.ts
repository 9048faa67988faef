import type { Backup } from './read-backup.ts';
import type { Rows } from './rows.ts';

export const format = 'deny-by-default-backup';
/** What is written. Files of version 1, whose attempts have no answers, are read all the same. */
export const formatVersion = 2;
/** Bytes of a backup that is read at all: some tens of the longest attempts, or ten thousand of the usual ones. */
export const maxBackupBytes = 32 * 1024 * 1024;

/** A backup as a text, in an order that depends only on what it holds. */
export function writeBackup({ attempts, drafts }: Rows, made: number): string {
  const backup: Backup = { format, formatVersion, made, attempts: [...attempts], drafts: [...drafts] };
  return JSON.stringify(backup, null, 1);
}
