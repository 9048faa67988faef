import type { ProveStatements } from '#panels/policy/writing/statement-proofs.ts';
import type { JsonValue } from '#iam';
import type { Attempt, Scenario, Verdict } from '#scenario';
import type { Compare } from '#screens/compare/compare-workspace.svelte.ts';
import type { Health, MissionRecord, Progress } from '#storage';
import { mayBeKept } from '#storage/kept';
import { Observed } from '#ui/observed.svelte.ts';
import type { Proved } from './prover.ts';
import { writePreference } from './preferences.ts';

/** A random id for records; `randomUUID` exists only in secure contexts, `getRandomValues` everywhere. */
function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Resolves when somebody begins to use the page, here or in another tab. */
function firstTouch(): Promise<unknown> {
  const signs = ['pointerdown', 'keydown', 'click', 'input', 'hashchange', 'storage'];
  return new Promise((resolve) => {
    for (const sign of signs) addEventListener(sign, resolve, { once: true, passive: true });
  });
}

interface Opened {
  readonly progress: Progress;
  readonly missions: Observed<readonly MissionRecord[]>;
  readonly health: Observed<Health>;
}

/** What the learner keeps: opened once, after the first screen stands; written one user action at a time. */
export class Services {
  #opened: Opened | undefined = $state.raw();
  readonly #painted: Promise<void>;
  #ready: Promise<Progress> | undefined;
  #untouched = $state(false);

  /** `painted`: when to fetch the storage's code, at the earliest; the first screen stands before. */
  constructor(painted: Promise<void>) {
    this.#painted = painted;
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

  /** The storage, once its code has arrived; opened with the first call. Rejects if that chunk is not to be had. */
  readonly ready = (): Promise<Progress> => {
    this.#ready ??= this.#painted.then(() => this.#open());
    return this.#ready;
  };

  /** Opens what is kept here once the page stands; where nothing ever was kept, only with the first touch, key or route. */
  readonly begin = async (): Promise<void> => {
    await this.#painted;
    if (this.#ready === undefined && !(await mayBeKept())) {
      this.#untouched = true;
      await firstTouch();
    }
    await this.ready();
  };

  /** Undefined until the storage has answered. */
  get missions(): readonly MissionRecord[] | undefined {
    return this.#opened?.missions.current;
  }

  get health(): Health {
    return this.#opened?.health.current ?? { state: this.#untouched ? 'untouched' : 'opening', unsaved: 0 };
  }

  readonly saveDraft = (scenarioId: string, key: string, text: string): void => {
    void this.ready().then((progress) => progress.saveDraft(scenarioId, key, text));
  };

  /** Writes what still waits: before the page is hidden, left or loaded again. */
  readonly flush = async (): Promise<void> => {
    await this.#opened?.progress.flush();
  };

  /** Grades an answer in the prover's worker, which is started with the first Check. */
  readonly grade = async (scenario: Scenario, attempt: Attempt): Promise<Proved<Verdict>> => {
    const { ask } = await import('./start-prover.ts');
    return ask('grade', { scenario, attempt });
  };

  /** Compares two policies there. */
  readonly compare: Compare = async (documents) => {
    const { ask } = await import('./start-prover.ts');
    return (await ask('compare', documents)).answer;
  };

  /** Proves which statements of a policy change nothing, beside all that somebody waits for. */
  readonly proveStatements: ProveStatements = async (text, type) => {
    const { askInBackground } = await import('./start-prover.ts');
    return (await askInBackground('statements', { text, type })).answer;
  };

  /** Stores one Check: the answer itself, so that it can be replayed, and its result. */
  readonly attempted = async (
    { id, version }: Scenario,
    { answers }: Attempt,
    { solved, medals }: Verdict,
    hints: number,
  ): Promise<void> => {
    const progress = await this.ready();
    const attempt = {
      uuid: uuid(),
      scenarioId: id,
      scenarioVersion: version,
      when: Date.now(),
      solved,
      medals: [...medals],
      hints,
    };
    try {
      // Answers are plain by their schemas; the storage looks once more.
      await progress.recordAttempt({ ...attempt, answers: answers as unknown as JsonValue[] });
    } catch (error) {
      // Larger than anything that is kept: what it came to is kept all the same, and cannot be graded again.
      if (!(error instanceof RangeError)) throw error;
      await progress.recordAttempt({ ...attempt, answers: [] });
    }
    if (!solved) return;
    writePreference('visitor', 'returning');
    await progress.persist();
  };
}
