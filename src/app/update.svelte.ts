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
      const { Workbox } = await import('workbox-window');
      const workbox = new Workbox(scriptUrl('./sw.js'), { scope: './', updateViaCache: 'none' });
      const firstVisit = navigator.serviceWorker.controller === null;
      let accepted = false;
      workbox.addEventListener('waiting', () => (this.#state = 'waiting'));
      workbox.addEventListener('activated', (event) => {
        if (event.isUpdate !== true) this.#state = 'ready';
      });
      let first = firstVisit;
      navigator.serviceWorker.addEventListener('controllerchange', () => {
        if (accepted) location.reload();
        else if (first) this.#state = 'ready';
        else this.#state = 'elsewhere';
        first = false;
      });
      this.#accept = () => {
        accepted = true;
        workbox.messageSkipWaiting();
      };
      const registration = await workbox.register();
      if (registration === undefined) throw new Error('registration was refused');
      if (this.#state === 'starting') this.#state = firstVisit ? 'installing' : 'ready';
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
