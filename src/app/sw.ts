import { cleanupOutdatedCaches, PrecacheController, PrecacheRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

/** An event of a service worker, which ends when the work that it is told of has. */
interface Lasting extends Event {
  readonly waitUntil: (work: Promise<unknown>) => void;
}

declare const self: {
  /** Every built file, put here by the build: with a revision where its name does not change with its content. */
  readonly __WB_MANIFEST: { readonly url: string; readonly revision: string | null }[];
  readonly clients: { readonly claim: () => Promise<void> };
  readonly skipWaiting: () => Promise<void>;
  readonly addEventListener: {
    (type: 'install' | 'activate', hear: (event: Lasting) => void): void;
    (type: 'message', hear: (event: MessageEvent<{ readonly type?: string } | null>) => void): void;
  };
};

/** So many files are fetched at a time: as many as a browser opens connections to one host. */
const atOnce = 6;

// A file that is not there must not be kept in its own place: the copy then fails, and is tried again later.
const whole = {
  cacheWillUpdate: ({ response }: { readonly response: Response }) =>
    Promise.resolve(response.ok ? response : null),
};
const files = new PrecacheController({ plugins: [whole] });
files.addToCacheList(self.__WB_MANIFEST);

/** Keeps every file. What this device has already, from the version before, is not fetched again. */
async function keepAll(event: Lasting): Promise<void> {
  const waiting = [...files.getURLsToCacheKeys()];
  async function keepNext(): Promise<void> {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [url, cacheKey] = next;
      const cache = cacheKey === url ? 'default' : 'reload';
      const request = new Request(url, { cache, credentials: 'same-origin' });
      await Promise.all(files.strategy.handleAll({ request, event, params: { cacheKey } }));
    }
  }
  await Promise.all(Array.from({ length: atOnce }, keepNext));
}

self.addEventListener('install', (event) => event.waitUntil(keepAll(event)));
// The files of the version before go when this one is in charge, and not sooner: its pages need them.
self.addEventListener('activate', (event) => {
  void files.activate(event);
  event.waitUntil(self.clients.claim());
});
cleanupOutdatedCaches();
self.addEventListener('message', ({ data }) => {
  if (data?.type === 'SKIP_WAITING') void self.skipWaiting();
});
registerRoute(new PrecacheRoute(files));
registerRoute(new NavigationRoute(files.createHandlerBoundToURL('index.html')));
