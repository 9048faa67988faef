import type { AttemptRecord, DraftRecord } from './records.ts';

/** All there is to know about a learner: everything else follows from it. */
export interface Rows {
  readonly attempts: readonly AttemptRecord[];
  readonly drafts: readonly DraftRecord[];
}

/** The place of a draft: one text for each scenario and key. */
export function placeOf({ scenarioId, key }: DraftRecord): string {
  return JSON.stringify([scenarioId, key]);
}

/** The union of attempts by id, and of drafts by place, the later one first. The order of merging makes no difference. */
export function merge(here: Rows, more: Rows): Rows {
  const attempts = new Map([...here.attempts, ...more.attempts].map((attempt) => [attempt.uuid, attempt]));
  const drafts = new Map<string, DraftRecord>();
  for (const draft of [...here.drafts, ...more.drafts]) {
    const other = drafts.get(placeOf(draft));
    if (other === undefined || isLater(draft, other)) drafts.set(placeOf(draft), draft);
  }
  return {
    attempts: [...attempts.values()].sort(
      (left, right) => left.when - right.when || (left.uuid < right.uuid ? -1 : 1),
    ),
    drafts: [...drafts.values()].sort((left, right) => (placeOf(left) < placeOf(right) ? -1 : 1)),
  };
}

/** At the same moment the text itself decides, so that two devices agree. */
function isLater(draft: DraftRecord, other: DraftRecord): boolean {
  return draft.when > other.when || (draft.when === other.when && draft.text > other.text);
}
