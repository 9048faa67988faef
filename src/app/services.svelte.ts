import type { Attempt, Verdict } from '#scenario';
import type { MissionRecord, Progress } from '#storage';
import { Observed } from '#ui/observed.svelte.ts';

/** A random id for records; `randomUUID` exists only in secure contexts, `getRandomValues` everywhere. */
function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What the learner keeps: opened once, read by the screens, written one user action at a time. */
export class Services {
  readonly progress: Progress;
  readonly #missions: Observed<readonly MissionRecord[]>;

  constructor(progress: Progress) {
    this.progress = progress;
    this.#missions = new Observed(progress.observeMissions());
  }

  /** Undefined until the storage has answered. */
  get missions(): readonly MissionRecord[] | undefined {
    return this.#missions.current;
  }

  record(scenarioId: string): MissionRecord | undefined {
    return this.missions?.find((record) => record.scenarioId === scenarioId);
  }

  /** Stores one Check: the answer itself, so that it can be replayed, and its result. */
  async attempted(
    scenario: { readonly id: string; readonly version: number },
    attempt: Attempt,
    verdict: Verdict,
    hints: number,
  ): Promise<void> {
    await this.progress.recordAttempt({
      uuid: uuid(),
      scenarioId: scenario.id,
      scenarioVersion: scenario.version,
      when: Date.now(),
      solved: verdict.solved,
      medals: [...verdict.medals],
      tried: verdict.tried,
      hints,
      predictions: { ...attempt.predictions },
      texts: { ...attempt.texts },
    });
  }
}

/** Opens the storage; its code is a chunk of its own, so that the first screen does not wait for it. */
export async function openServices(): Promise<Services> {
  const { openProgress } = await import('#storage');
  return new Services(openProgress({ now: Date.now, uuid }));
}
