import type { AttemptRecord, DraftRecord } from './records.ts';
import type { Backup } from './read-backup.ts';

export const format = 'deny-by-default-backup';
export const formatVersion = 1;
export const longestBackup = 5 * 1024 * 1024;

/** A backup as a text, in an order that depends only on what it holds. */
export function writeBackup(
  attempts: readonly AttemptRecord[],
  drafts: readonly DraftRecord[],
  made: number,
): string {
  const backup: Backup = { format, formatVersion, made, attempts: [...attempts], drafts: [...drafts] };
  return JSON.stringify(backup, null, 1);
}
