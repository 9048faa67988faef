import { untrack } from 'svelte';

/** Milliseconds that another tab is given to write what it still has in hand. */
const handoverMs = 500;

/**
 * The right to keep something that one tab writes at a time, by a Web Lock of the browser: two tabs that write the parts of one
 * world would leave neither's. A browser without locks lets every tab write, as if it were alone.
 */
export class TabLock {
  readonly #name: string;
  readonly #onlost: () => void;
  #holding = $state(false);
  #takeovers = $state(0);
  #taken = 0;
  #release: (() => void) | undefined;

  /** `onlost`: another tab has taken the right over. */
  constructor(name: string, onlost: () => void) {
    this.#name = name;
    this.#onlost = onlost;
  }

  get holding(): boolean {
    return this.#holding;
  }

  /** Goes up when this tab takes over: what is open here begins anew, with what the other tab kept last. */
  get takeovers(): number {
    return this.#takeovers;
  }
  readonly takeOver = (): void => {
    this.#takeovers += 1;
  };

  /** Asks for the right, with the number of take-overs there were by now. Resolves when what is kept may be read. */
  readonly arrive = async (takeovers: number): Promise<void> => {
    const taking = takeovers > this.#taken;
    this.#taken = takeovers;
    await this.#ask(taking);
    if (taking) await new Promise((resolve) => setTimeout(resolve, handoverMs));
  };

  /** Asks for the right, or takes it from whoever has it. Resolves once it is known whether this tab has it. */
  readonly #ask = (take: boolean): Promise<void> => {
    if (untrack(() => this.#holding)) return Promise.resolve();
    // Absent on pages that are not secure, whatever the types say.
    const { locks } = navigator as Partial<Pick<Navigator, 'locks'>>;
    if (locks === undefined) {
      this.#holding = true;
      return Promise.resolve();
    }
    return new Promise((known) => {
      const held = locks.request(this.#name, take ? { steal: true } : { ifAvailable: true }, (lock) => {
        this.#holding = lock !== null;
        known();
        return lock === null ? undefined : new Promise<void>((done) => (this.#release = done));
      });
      held.catch(() => {
        known();
        this.#holding = false;
        this.#release = undefined;
        this.#onlost();
      });
    });
  };

  /** Lets another tab have it. */
  readonly leave = (): void => {
    this.#release?.();
    this.#release = undefined;
    this.#holding = false;
  };
}
