import { entries } from 'virtual:scenarios';
import Home from '#screens/home/Home.svelte';
import { readAddress, type Path } from './address.ts';
import Failed from './Failed.svelte';
import { editorOf, opened, withDrafts, type Opened } from './opened.ts';
import type { Page } from './page.svelte.ts';

/** One place of the page: how its address reads, what it is called, how it is laid out, and what opens it. */
interface Place extends Path {
  readonly name: RouteName;
  /** `scrolls` as a page does, `fills` the window below the header, or stands there `alone`, with a header of its own. */
  readonly frame: 'scrolls' | 'fills' | 'alone';
  /** Stands in the header’s list of places. */
  readonly listed: boolean;
  /** True where another rest is another place, opened anew. */
  readonly anew?: true;
  /** Its title, where that is not `app.place.` and its name. */
  readonly title?: (page: Page, rest: string | undefined) => string | undefined;
  /** What is shown: at once, or when its code and what was kept of it have come. */
  readonly open: (page: Page, rest: string | undefined) => Opened | Promise<Opened>;
}
type RouteName = 'home' | 'mission' | 'explain' | 'compare' | 'sandbox' | 'settings';

/** All places, those of the header in its order. A new screen is one more row, and its words. */
export const places: readonly Place[] = [
  {
    name: 'home',
    path: '',
    rest: 'may',
    frame: 'scrolls',
    listed: true,
    open: ({ services, newcomer, FirstMinute }) =>
      opened(Home, () => ({ entries, missions: services.missions, newcomer, FirstMinute })),
  },
  {
    name: 'mission',
    path: 'missions',
    rest: 'needed',
    frame: 'alone',
    listed: false,
    anew: true,
    title: ({ locale }, id) => entries.find((entry) => entry.id === id)?.title[locale.language],
    open: async (page, id = '') => {
      const { default: MissionRoute } = await import('./MissionRoute.svelte');
      return opened(MissionRoute, () => ({ id, page }));
    },
  },
  {
    name: 'explain',
    path: 'explain',
    rest: 'may',
    frame: 'scrolls',
    listed: true,
    open: async (page, packed) => {
      const screen = import('#screens/explain/Explain.svelte');
      const [{ default: Explain }, drafts] = await withDrafts(page, screen, 'explain');
      const kept = drafts['question'];
      const onkeep = (json: string): void => page.services.saveDraft('explain', 'question', json);
      // The address of what is already on the screen: nothing is opened anew.
      const onlink = (link: string): void => history.replaceState(null, '', `#/explain/${link}`);
      return opened(Explain, () => ({ packed, kept, onkeep, onlink, ...editorOf(page) }));
    },
  },
  {
    name: 'compare',
    path: 'compare',
    rest: 'none',
    frame: 'scrolls',
    listed: true,
    open: async (page) => {
      const screen = import('#screens/compare/Compare.svelte');
      const [{ default: Compare }, drafts] = await withDrafts(page, screen, 'compare');
      const kept = drafts['pair'];
      const onkeep = (json: string): void => page.services.saveDraft('compare', 'pair', json);
      const { compare } = page.services;
      return opened(Compare, () => ({ kept, onkeep, compare, ...editorOf(page) }));
    },
  },
  {
    name: 'sandbox',
    path: 'sandbox',
    rest: 'none',
    frame: 'fills',
    listed: true,
    open: async (page) => {
      const { sandboxLock: lock, services } = page;
      await lock.arrive(lock.takeovers);
      const screen = import('#screens/sandbox/Sandbox.svelte');
      const [{ default: Sandbox }, kept] = await withDrafts(page, screen, 'sandbox');
      const onkeep = (key: string, text: string): void => {
        if (lock.holding) services.saveDraft('sandbox', key, text);
      };
      const { takeOver: ontake, leave: onclose } = lock;
      return opened(Sandbox, () => ({ kept, onkeep, ontake, onclose, elsewhere: !lock.holding }));
    },
  },
  {
    name: 'settings',
    path: 'settings',
    rest: 'none',
    frame: 'scrolls',
    listed: true,
    open: async (page) => {
      const { services, locale, theme, chooseLanguage: onlanguage } = page;
      const [{ default: Settings }, progress] = await Promise.all([
        import('#screens/settings/Settings.svelte'),
        services.ready(),
        locale.loadMore(),
      ]);
      const kept = { progress, onlanguage, ontheme: theme.set };
      const now = () => ({
        ...{ health: services.health, language: locale.language, theme: theme.preference },
        ...editorOf(page),
      });
      return opened(Settings, () => ({ ...kept, ...now() }));
    },
  },
];

/** Where the learner is: one of the places with what stands behind it, or nowhere of ours. */
export interface Route {
  readonly place: Place | undefined;
  readonly rest: string | undefined;
}

/** Reads a location hash. Routes are hashes, so that any static host and the service worker serve them unchanged. */
export function parseRoute(hash: string): Route {
  const found = readAddress(hash, places);
  return { place: places.find(({ name }) => name === found?.name), rest: found?.rest };
}

/** The title of a route in the language of the page. */
export function titleOf({ place, rest }: Route, page: Page): string {
  const { t } = page.locale;
  if (place === undefined) return t('app.place.unknown');
  if (place.title !== undefined) return place.title(page, rest) ?? t('app.place.unknown');
  return page.locale.say(`app.place.${place.name}`);
}

/** Opens what a route shows. */
export function openRoute({ place, rest }: Route, page: Page): Opened | Promise<Opened> {
  return place?.open(page, rest) ?? opened(Failed, () => ({ title: page.locale.t('app.place.unknown') }));
}

/** Two routes with the same key are one place: nothing is opened anew between them. */
export function keyOf({ place, rest }: Route): string {
  return place?.anew === true ? `${place.name}/${rest ?? ''}` : (place?.name ?? '');
}
