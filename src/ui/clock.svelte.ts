import { createSubscriber } from 'svelte/reactivity';

/** The device’s time, read like any other reactive value: whoever shows it is told each second. */
export class Clock {
  readonly #device: () => number;
  readonly #subscribe = createSubscriber((update) => {
    const timer = setInterval(update, 1000);
    return () => clearInterval(timer);
  });

  constructor(device: () => number) {
    this.#device = device;
  }

  get now(): number {
    this.#subscribe();
    return this.#device();
  }
}
