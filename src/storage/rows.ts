import type { AttemptRecord, DraftRecord } from './records.ts';

/** All there is to know about a learner: everything else follows from it. */
export interface Rows {
  readonly attempts: readonly AttemptRecord[];
  readonly drafts: readonly DraftRecord[];
}

/** Nothing yet. */
export const noRows: Rows = { attempts: [], drafts: [] };

/** A draft’s key among all drafts: there is one text for each scenario and key. */
export function draftKey({ scenarioId, key }: Pick<DraftRecord, 'scenarioId' | 'key'>): string {
  return JSON.stringify([scenarioId, key]);
}

/** Rows in an order that depends only on what they are. */
export function inOrder({ attempts, drafts }: Rows): Rows {
  return {
    attempts: attempts.toSorted((left, right) => left.when - right.when || (left.uuid < right.uuid ? -1 : 1)),
    drafts: drafts.toSorted((left, right) => (draftKey(left) < draftKey(right) ? -1 : 1)),
  };
}

/** The later one of two drafts in the same place. At the same moment the text decides, so that two devices agree. */
export function isLater(draft: DraftRecord, other: DraftRecord): boolean {
  return draft.when > other.when || (draft.when === other.when && draft.text > other.text);
}
