import * as v from 'valibot';
import { format, formatVersion, maxBackupBytes } from './backup-format.ts';
import { placeAt, placeOfPath, type Place } from './json-place.ts';
import { forbiddenKeys } from './json-value.ts';
import { maxBackupDepth } from './limits.ts';
import { attemptOfVersion1Schema, attemptSchema, draftSchema } from './schemas.ts';

const maxAttempts = 200_000;
const common = {
  format: v.literal(format),
  made: v.number(),
  drafts: v.pipe(v.array(draftSchema), v.maxLength(20_000)),
};

const backupSchema = v.variant('formatVersion', [
  v.strictObject({
    ...common,
    formatVersion: v.literal(1),
    attempts: v.pipe(v.array(attemptOfVersion1Schema), v.maxLength(maxAttempts)),
  }),
  v.strictObject({
    ...common,
    formatVersion: v.literal(formatVersion),
    attempts: v.pipe(v.array(attemptSchema), v.maxLength(maxAttempts)),
  }),
]);

export type Backup = Readonly<v.InferOutput<typeof backupSchema>>;

/** Why a file is not taken. Words stand in the catalogue under `settings.problem.<code>`. */
export interface BackupProblem {
  readonly code:
    'tooLarge' | 'notJson' | 'tooDeep' | 'forbiddenKey' | 'notBackup' | 'newer' | 'missing' | 'wrongValue';
  readonly values: Readonly<Record<string, string | number>>;
}

/** Reads a file that says it is a backup. Total: size, depth, syntax, poisoned keys, version and shape are each said. */
export function readBackup(text: string): Backup | BackupProblem {
  if (text.length > maxBackupBytes)
    return problem('tooLarge', {
      size: Math.ceil(text.length / 1_048_576),
      limit: maxBackupBytes / 1_048_576,
    });
  const deep = tooDeepAt(text);
  if (deep !== undefined) return problem('tooDeep', { limit: maxBackupDepth, ...placeAt(text, deep) });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return problem('notJson', { ...placeOfError(error, text) });
  }
  const poisoned = forbiddenPath(value);
  if (poisoned !== undefined)
    return problem('forbiddenKey', { key: String(poisoned.at(-1)), ...placeOfPath(text, poisoned) });
  if (typeof value !== 'object' || value === null || (value as { format?: unknown }).format !== format)
    return problem('notBackup');
  const { formatVersion: version } = value as { formatVersion?: unknown };
  if (typeof version === 'number' && version > formatVersion)
    return problem('newer', { version, known: formatVersion });
  const read = v.safeParse(backupSchema, value);
  if (read.success) return read.output;
  return problemOf(read.issues[0], text);
}

/** What the schema found first, in words a learner can act on. */
function problemOf(issue: v.BaseIssue<unknown>, text: string): BackupProblem {
  const path = (issue.path ?? []).map(({ key }) => key as string | number);
  const place = placeOfPath(text, path);
  if (issue.received === 'undefined') return problem('missing', { path: path.join('.'), ...place });
  if (issue.type === 'strict_object' && issue.expected === 'never')
    return problem('forbiddenKey', { key: String(path.at(-1)), ...place });
  return problem('wrongValue', {
    path: path.join('.'),
    ...place,
    expected: ['check', 'custom'].includes(issue.type) ? issue.message : (issue.expected ?? issue.type),
    received: issue.received.length > 60 ? `${issue.received.slice(0, 60)}…` : issue.received,
  });
}

export function isBackup(read: Backup | BackupProblem): read is Backup {
  return 'format' in read;
}

function problem(code: BackupProblem['code'], values: BackupProblem['values'] = {}): BackupProblem {
  return { code, values };
}

/** Where the nesting passes what is read, counted before anything recursive sees the text. */
function tooDeepAt(text: string): number | undefined {
  let [depth, inString] = [0, false];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === 0x5c) at += 1;
      else if (code === 0x22) inString = false;
    } else if (code === 0x22) inString = true;
    else if (code === 0x5b || code === 0x7b) depth += 1;
    else if (code === 0x5d || code === 0x7d) depth -= 1;
    if (depth > maxBackupDepth) return at;
  }
  return undefined;
}

/** Browsers say where JSON breaks as a position or as line and column; a text that is cut off breaks at its end. */
function placeOfError(error: unknown, text: string): Place {
  const message = error instanceof Error ? error.message : '';
  const named = /line (\d+) column (\d+)/.exec(message);
  if (named !== null) return { line: Number(named[1]), column: Number(named[2]) };
  return placeAt(text, Number(/position (\d+)/.exec(message)?.[1] ?? text.length));
}

/** The way to the first key that nothing kept may have. */
function forbiddenPath(value: unknown): readonly (string | number)[] | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, one] of Object.entries(value)) {
    const step = Array.isArray(value) ? Number(key) : key;
    if (forbiddenKeys.includes(key)) return [key];
    const inside = forbiddenPath(one);
    if (inside !== undefined) return [step, ...inside];
  }
  return undefined;
}
