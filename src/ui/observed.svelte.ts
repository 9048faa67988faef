import { createSubscriber } from 'svelte/reactivity';

/** What can be watched from outside: an XState actor, a Dexie live query. */
export interface Observable<T> {
  subscribe(observer: { next: (value: T) => void; error: (error: unknown) => void }): { unsubscribe(): void };
}

/** An outside observable read like any other reactive value. Any number of readers share one subscription. */
export class Observed<T> {
  #latest = $state.raw<T>();
  #error = $state.raw<unknown>();
  readonly #subscribe: () => void;
  readonly #read: () => T | undefined;

  /** `read`: for sources that have a value now. */
  constructor(source: Observable<T>, read?: () => T) {
    this.#read = read ?? (() => this.#latest);
    this.#subscribe = createSubscriber((update) => {
      const subscription = source.subscribe({
        next: (value) => {
          this.#latest = value;
          this.#error = undefined;
          update();
        },
        error: (error) => {
          this.#error = error;
        },
      });
      return () => subscription.unsubscribe();
    });
  }

  get current(): T | undefined {
    this.#subscribe();
    return this.#read();
  }

  get error(): unknown {
    this.#subscribe();
    return this.#error;
  }
}
