import { parsePolicy, redactAwsKeys, type Issue, type ParsedPolicy } from '#iam';
import type { ComparableType, PairAnswer, PolicyPair } from '#proof';
import type { Pair } from './pair.ts';

/** How the screen compares: in a worker; rejects where no answer is to be had. */
export type Compare = (documents: PolicyPair) => Promise<PairAnswer>;

export type SideName = 'before' | 'after';

/** One of the two policies as typed. */
export interface Side {
  readonly text: string;
  readonly parsed: ParsedPolicy;
}

/** Why nothing is compared: a side without text, or with an issue that IAM would refuse it for. */
export interface Blocked {
  readonly side: SideName;
  readonly issue: Issue | undefined;
}

/** A reader’s fingers rest this long between two thoughts, and the page is not asked in between. */
const pauseMs = 250;

/** Two policies and what they answer beside each other. */
export class CompareWorkspace {
  readonly #compare: Compare;
  #pair: Pair = $state.raw({ type: 'identity', before: '', after: '' });
  #answer: PairAnswer | undefined = $state.raw();
  #state: 'checking' | 'done' | 'ended' = $state('checking');
  #earlier: Pair | undefined = $state.raw();
  #run = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  keyRemoved = $state(false);

  constructor(pair: Pair, compare: Compare) {
    this.#compare = compare;
    this.#pair = pair;
    void this.#ask();
  }

  get pair(): Pair {
    return this.#pair;
  }
  /** The last answer; it belongs to earlier texts while `stale`. */
  get answer(): PairAnswer | undefined {
    return this.#answer;
  }
  get mayBringBack(): boolean {
    return this.#earlier !== undefined;
  }

  readonly before: Side = $derived(sideOf(this.#pair.before, this.#pair.type));
  readonly after: Side = $derived(sideOf(this.#pair.after, this.#pair.type));
  readonly blocked: readonly Blocked[] = $derived(
    (['before', 'after'] as const).flatMap((side) => {
      const { text, parsed } = this[side];
      if (text.trim() === '') return [{ side, issue: undefined }];
      if (parsed.document !== undefined) return [];
      return [{ side, issue: parsed.issues.find(({ severity }) => severity === 'error') }];
    }),
  );
  readonly state = $derived(this.blocked.length > 0 ? 'blocked' : this.#state);
  readonly stale: boolean = $derived(this.state !== 'done');

  readonly edit = (side: SideName, typed: string, replacement: string): void => {
    const text = redactAwsKeys(typed, replacement);
    if (text !== typed) this.keyRemoved = true;
    this.#change({ ...this.#pair, [side]: text }, pauseMs);
  };
  readonly setType = (type: ComparableType): void => this.#change({ ...this.#pair, type }, 0);
  readonly swap = (): void => {
    const { type, before, after } = this.#pair;
    this.#change({ type, before: after, after: before }, 0);
  };
  /** Puts another pair in the place of this one, which can be brought back. */
  readonly replace = (pair: Pair): void => {
    const earlier = this.#pair;
    this.#change(pair, 0);
    if (earlier.before.trim() !== '' || earlier.after.trim() !== '') this.#earlier = earlier;
  };
  readonly bringBack = (): void => {
    if (this.#earlier !== undefined) this.#change(this.#earlier, 0);
  };

  #change(pair: Pair, wait: number): void {
    this.#pair = pair;
    this.#earlier = undefined;
    this.#run += 1;
    this.#state = 'checking';
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(), wait);
  }

  /** Asks for the texts as they stand; an answer that comes after another question was asked counts for nothing. */
  async #ask(): Promise<void> {
    const { type } = this.#pair;
    const [before, after] = [this.before.parsed.document, this.after.parsed.document];
    if (before === undefined || after === undefined) return;
    const run = (this.#run += 1);
    try {
      const answer = await this.#compare({ before, after, type });
      if (run !== this.#run) return;
      this.#answer = answer;
      this.#state = 'done';
    } catch {
      if (run === this.#run) this.#state = 'ended';
    }
  }
}

function sideOf(text: string, type: ComparableType): Side {
  return { text, parsed: parsePolicy(text, type) };
}
