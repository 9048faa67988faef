import * as v from 'valibot';
import { format, formatVersion, longestBackup } from './backup-format.ts';
import { attemptSchema, draftSchema } from './schemas.ts';

const deepest = 32;

const backupSchema = v.strictObject({
  format: v.literal(format),
  formatVersion: v.literal(formatVersion),
  made: v.number(),
  attempts: v.pipe(v.array(attemptSchema), v.maxLength(200_000)),
  drafts: v.pipe(v.array(draftSchema), v.maxLength(20_000)),
});

export type Backup = Readonly<v.InferOutput<typeof backupSchema>>;

/** Why a file is not taken. Words stand in the catalogue under `settings.problem.<code>`. */
export interface BackupProblem {
  readonly code: 'tooLarge' | 'notJson' | 'tooDeep' | 'forbiddenKey' | 'notBackup' | 'newer' | 'wrongValue';
  readonly values: Readonly<Record<string, string | number>>;
}

/** Reads a file that says it is a backup. Total: size, depth, syntax, poisoned keys, version and shape are each said. */
export function readBackup(text: string): Backup | BackupProblem {
  if (text.length > longestBackup)
    return problem('tooLarge', {
      size: Math.ceil(text.length / 1_048_576),
      limit: longestBackup / 1_048_576,
    });
  if (depthOf(text) > deepest) return problem('tooDeep', { limit: deepest });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return problem('notJson', placeOf(error, text));
  }
  const poisoned = forbiddenKey(value);
  if (poisoned !== undefined) return problem('forbiddenKey', { key: poisoned });
  if (typeof value !== 'object' || value === null || (value as { format?: unknown }).format !== format)
    return problem('notBackup');
  const { formatVersion: version } = value as { formatVersion?: unknown };
  if (typeof version === 'number' && version > formatVersion)
    return problem('newer', { version, known: formatVersion });
  const read = v.safeParse(backupSchema, value);
  if (read.success) return read.output;
  const [issue] = read.issues;
  return problem('wrongValue', {
    path: v.getDotPath(issue) ?? '',
    expected: issue.expected ?? issue.type,
    received: issue.received,
  });
}

export function isBackup(read: Backup | BackupProblem): read is Backup {
  return 'format' in read;
}

function problem(code: BackupProblem['code'], values: BackupProblem['values'] = {}): BackupProblem {
  return { code, values };
}

/** The deepest nesting, counted before anything recursive sees the text. */
function depthOf(text: string): number {
  let [depth, most, inString] = [0, 0, false];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === 0x5c) at += 1;
      else if (code === 0x22) inString = false;
    } else if (code === 0x22) inString = true;
    else if (code === 0x5b || code === 0x7b) most = Math.max(most, (depth += 1));
    else if (code === 0x5d || code === 0x7d) depth -= 1;
    if (most > deepest) break;
  }
  return most;
}

/** Browsers say where JSON breaks as a position or as line and column; a text that is cut off breaks at its end. */
function placeOf(error: unknown, text: string): { readonly line: number; readonly column: number } {
  const message = error instanceof Error ? error.message : '';
  const named = /line (\d+) column (\d+)/.exec(message);
  if (named !== null) return { line: Number(named[1]), column: Number(named[2]) };
  const position = Number(/position (\d+)/.exec(message)?.[1] ?? text.length);
  const before = text.slice(0, position).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function forbiddenKey(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const key of Object.keys(value)) {
    if (['__proto__', 'constructor', 'prototype'].includes(key)) return key;
    const inside = forbiddenKey((value as Record<string, unknown>)[key]);
    if (inside !== undefined) return inside;
  }
  return undefined;
}
