import type { Attempt, Scenario, Verdict } from '#scenario';
import type { Health, MissionRecord, Progress } from '#storage';
import { Observed } from '#ui/observed.svelte.ts';
import { writePreference } from './preferences.ts';

/** A random id for records; `randomUUID` exists only in secure contexts, `getRandomValues` everywhere. */
function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

interface Opened {
  readonly progress: Progress;
  readonly missions: Observed<readonly MissionRecord[]>;
  readonly health: Observed<Health>;
}

/** What the learner keeps: opened once, after the first screen stands; written one user action at a time. */
export class Services {
  #opened: Opened | undefined = $state.raw();
  readonly #ready: Promise<Progress>;

  /** `begin`: when to fetch the storage's code; the first screen is painted before. */
  constructor(begin: Promise<void>) {
    this.#ready = begin.then(() => this.#open());
  }

  async #open(): Promise<Progress> {
    const { openProgress } = await import('#storage');
    const progress = openProgress({ now: Date.now });
    this.#opened = {
      progress,
      missions: new Observed(progress.observeMissions()),
      health: new Observed(progress.health, () => progress.health.current),
    };
    return progress;
  }

  /** The storage, once its code has arrived. Rejects if that chunk is not to be had. */
  get ready(): Promise<Progress> {
    return this.#ready;
  }

  /** Undefined until the storage has answered. */
  get missions(): readonly MissionRecord[] | undefined {
    return this.#opened?.missions.current;
  }

  get health(): Health {
    return this.#opened?.health.current ?? { state: 'opening', unsaved: 0 };
  }

  readonly saveDraft = (scenarioId: string, key: string, text: string): void => {
    void this.#ready.then((progress) => progress.saveDraft(scenarioId, key, text));
  };

  /** Writes what still waits: before the page is hidden, left or loaded again. */
  readonly flush = async (): Promise<void> => {
    await this.#opened?.progress.flush();
  };

  /** Stores one Check: the answer itself, so that it can be replayed, and its result. */
  readonly attempted = async (
    { id, version }: Scenario,
    { predictions, texts }: Attempt,
    { solved, medals, tried }: Verdict,
    hints: number,
  ): Promise<void> => {
    const progress = await this.#ready;
    await progress.recordAttempt({
      uuid: uuid(),
      scenarioId: id,
      scenarioVersion: version,
      when: Date.now(),
      solved,
      medals: [...medals],
      tried,
      hints,
      predictions: { ...predictions },
      texts: { ...texts },
    });
    if (!solved) return;
    writePreference('visitor', 'returning');
    await progress.persist();
  };
}
