import { tick } from 'svelte';
import { createSubscriber } from 'svelte/reactivity';
import { on } from 'svelte/events';
import { parseRoute, type Route } from './routes.ts';

/** The current route, read from the address; the address is the only place that holds it. */
export class Router {
  #subscribe = createSubscriber((update) =>
    on(window, 'hashchange', () => {
      update();
      void focusHeading();
    }),
  );

  get current(): Route {
    this.#subscribe();
    return parseRoute(location.hash);
  }
}

/** A new screen begins at its heading, for the eye and for a screen reader. */
async function focusHeading(): Promise<void> {
  await tick();
  window.scrollTo(0, 0);
  const heading = document.querySelector<HTMLElement>('main h1');
  if (heading === null) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}
