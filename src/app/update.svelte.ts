import { scriptUrl } from '#ui/trusted.ts';

/**
 * `waiting`: a new version is downloaded and waits for the learner. `elsewhere`: another tab accepted it, so this
 * page runs old code whose files are gone. `off`: no service worker here (blocked, or the development server).
 */
export type UpdateState = 'starting' | 'off' | 'installing' | 'ready' | 'waiting' | 'elsewhere';

/** The app's own files on this device, and their renewal: always offered, never forced, never by itself. */
export class AppUpdate {
  #state: UpdateState = $state('starting');
  #accept: (() => void) | undefined;

  get state(): UpdateState {
    return this.#state;
  }

  /** Registers the service worker. A browser that blocks it is no error: the app then runs online only. */
  async start(): Promise<void> {
    try {
      if (!import.meta.env.PROD || !('serviceWorker' in navigator)) throw new Error('no service worker here');
      const { serviceWorker } = navigator;
      // The first worker ever takes charge by itself; every later one waits to be accepted.
      let first = serviceWorker.controller === null;
      let accepted = false;
      serviceWorker.addEventListener('controllerchange', () => {
        if (accepted) location.reload();
        else this.#state = first ? 'ready' : 'elsewhere';
        first = false;
      });
      const registration = await serviceWorker.register(scriptUrl('./sw.js') as string, {
        scope: './',
        updateViaCache: 'none',
      });
      this.#state = first ? 'installing' : 'ready';
      const look = (): void => {
        if (registration.waiting !== null && !first && this.#state !== 'elsewhere') this.#state = 'waiting';
      };
      const follow = (): void => registration.installing?.addEventListener('statechange', look);
      registration.addEventListener('updatefound', follow);
      follow();
      look();
      this.#accept = () => {
        accepted = true;
        registration.waiting?.postMessage({ type: 'SKIP_WAITING' });
      };
    } catch {
      this.#state = 'off';
    }
  }

  /** Takes the new version: the page reloads once it is in charge. */
  readonly accept = (): void => {
    if (this.#state === 'elsewhere') location.reload();
    else this.#accept?.();
  };
}
