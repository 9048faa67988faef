import { seenAfter, type CallRecord, type State, type World } from '#account';

interface Moment {
  /** The world that was looked back on. */
  readonly world: World;
  /** How many records of its log had been written. */
  readonly count: number;
}

/** A controller, as far as its past is concerned. */
interface Past {
  readonly world: World;
  readonly region: string;
  /** Records that the account began with. */
  readonly given: number;
}

/**
 * Looks back: the account as it was after any of its calls. Nothing is done in the past: whatever writes a record, or takes one
 * back, ends the looking.
 */
export class Replay {
  readonly #past: Past;
  #moment: Moment | undefined = $state.raw();

  constructor(past: Past) {
    this.#past = past;
  }

  /** How many calls there have been. */
  get last(): number {
    return this.#past.world.log.length - this.#past.given;
  }
  /** After how many calls the account is shown; undefined: as it is now. */
  get at(): number | undefined {
    const { world, given } = this.#past;
    // Another lag makes another world, of the same log and state; a log that was brought back has a state of its own.
    const moment = this.#moment;
    return moment?.world.log === world.log && moment.world.state === world.state
      ? moment.count - given
      : undefined;
  }
  /** The record that was written last then; undefined before the first call, and now. */
  readonly record: CallRecord | undefined = $derived.by(() =>
    this.at === undefined || this.at === 0 ? undefined : this.#past.world.log[this.records - 1],
  );
  /** How many records there were then, those included with which the account began. */
  get records(): number {
    return (this.at ?? this.last) + this.#past.given;
  }
  /** All accounts, as they were. */
  readonly state: State = $derived.by(() => seenAfter(this.#past.world, this.#past.region, this.records));
  /** The time it was then; undefined: now. */
  get time(): number | undefined {
    return this.at === undefined ? undefined : this.#past.world.log[this.records - 1]?.at;
  }

  /** Shows the account after so many calls; what lies outside is the first or the last. */
  readonly goTo = (call: number): void => {
    const { world, given } = this.#past;
    this.#moment = { world, count: given + Math.min(Math.max(call, 0), this.last) };
  };
  /** Shows the account as it was after the record. */
  readonly show = (record: CallRecord): void => this.goTo(record.id - this.#past.given);
  readonly end = (): void => {
    this.#moment = undefined;
  };
}
