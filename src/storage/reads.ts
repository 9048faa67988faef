import type { ProgressDatabase } from './database.ts';
import { draftKey, noRows, type Rows } from './rows.ts';
import { readLedger } from './writes.ts';

/** Rows that were read: `whole` are all there are, else they are those that came since the last reading. */
export interface News {
  readonly rows: Rows;
  readonly whole: boolean;
}

/** Reads all rows once, and afterwards those only that are new, however many there are. To be asked one at a time. */
export function newsOf(database: ProgressDatabase): () => Promise<News> {
  const { attempts, drafts, meta } = database;
  let generation: number | undefined;
  let seq = 0;
  let times = new Map<string, unknown>();

  return async () => {
    const found = await database.transaction('r', [attempts, drafts, meta], async () => {
      const ledger = await readLedger(database);
      const whole = ledger.generation !== generation;
      const keys = await draftTimes(database);
      const later = whole ? keys : keys.filter(({ place, when }) => times.get(draftKey(place)) !== when);
      return {
        ledger,
        whole,
        later,
        attempts: await attempts
          .where('seq')
          .above(whole ? 0 : seq)
          .toArray(),
        drafts: await drafts.bulkGet(later.map(({ place }) => [place.scenarioId, place.key])),
      };
    });
    const { rows } = await validated(found);
    if (found.whole) times = new Map();
    generation = found.ledger.generation;
    seq = Math.max(found.whole ? 0 : seq, found.attempts.at(-1)?.seq ?? 0);
    for (const { place, when } of found.later) times.set(draftKey(place), when);
    return { rows, whole: found.whole };
  };
}

/** When each draft was typed, read from the index alone: the texts may be long. */
async function draftTimes(database: ProgressDatabase) {
  const keys: readonly unknown[] = await database.drafts.orderBy('[scenarioId+key+when]').keys();
  return (keys as readonly (readonly [string, string, unknown])[]).map(([scenarioId, key, when]) => ({
    place: { scenarioId, key },
    when,
  }));
}

/** All rows of the disk looked at once more: how many are not of the shape they should have. */
export async function damagedRows(database: ProgressDatabase): Promise<number> {
  const [attempts, drafts] = await Promise.all([database.attempts.toArray(), database.drafts.toArray()]);
  return (await validated({ attempts, drafts })).damaged;
}

/** Rows of the disk, each looked at before it is believed. A newcomer has none, and needs no schema. */
async function validated(raw: {
  readonly attempts: readonly unknown[];
  readonly drafts: readonly unknown[];
}) {
  if (raw.attempts.length + raw.drafts.length === 0) return { rows: noRows, damaged: 0 };
  const { attemptSchema, draftSchema, validRows } = await import('./schemas.ts');
  const attempts = validRows(attemptSchema, raw.attempts.map(withoutSeq));
  const drafts = validRows(draftSchema, raw.drafts);
  return {
    rows: { attempts: attempts.valid, drafts: drafts.valid },
    damaged: attempts.damaged + drafts.damaged,
  };
}

/** The row as it was recorded, without the number the table gave it. */
function withoutSeq(row: unknown): unknown {
  if (typeof row !== 'object' || row === null) return row;
  return Object.fromEntries(Object.entries(row).filter(([key]) => key !== 'seq'));
}
