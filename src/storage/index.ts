/** What a learner keeps on this device, and how it is. The one door of this room. */
export { maxBackupBytes } from './backup-format.ts';
export type { BackupProblem } from './read-backup.ts';
export type { Health, Observable, StorageState, Watched } from './health.ts';
export {
  openProgress,
  type BackupPreview,
  type CheckReport,
  type Progress,
  type ProgressOptions,
} from './progress.ts';
export type { AttemptRecord, DraftRecord, MissionRecord } from './records.ts';
