import { mount } from 'svelte';
import '#ui/tokens.css';
import '#ui/base.css';
import { afterPaint } from '#ui/after-paint.ts';
import { Locale, type Language } from '#ui/i18n/locale.svelte.ts';
import { Theme, type ThemePreference } from '#ui/theme.svelte.ts';
import App from './App.svelte';
import { Page } from './page.svelte.ts';
import { readPreference, writePreference } from './preferences.ts';
import { Router } from './router.svelte.ts';
import { Services } from './services.svelte.ts';
import { AppUpdate } from './update.svelte.ts';

function firstLanguage(): Language {
  const kept = readPreference('language');
  if (kept === 'en' || kept === 'es') return kept;
  return navigator.languages.find((tag) => /^(en|es)\b/.test(tag))?.startsWith('es') === true ? 'es' : 'en';
}

function firstTheme(): ThemePreference {
  const kept = readPreference('theme');
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

const locale = new Locale();
const theme = new Theme(firstTheme(), (preference) => writePreference('theme', preference));
const update = new AppUpdate();
let mounted: () => void = () => undefined;
const painted = new Promise<void>((resolve) => (mounted = resolve)).then(afterPaint);
const services = new Services(painted);
const target = document.querySelector('#app');
// What the first screen needs besides comes along with its words, and is painted with them.
const firstMinute =
  readPreference('visitor') === undefined && location.hash.length < 3
    ? import('#screens/home/FirstMinute.svelte').catch(() => undefined)
    : undefined;
// Our fonts come with the words where they lie on this device already; a first visit paints in the system's, and
// has ours from its second page on. Without them a page is only less pretty.
const fonts = (): Promise<unknown> => import('#ui/fonts.css').catch(() => undefined);
const kept = 'serviceWorker' in navigator && navigator.serviceWorker.controller !== null;
if (!kept) addEventListener('hashchange', () => void fonts(), { once: true });
const [first] = await Promise.all([firstMinute, locale.load(firstLanguage()), kept ? fonts() : undefined]);
if (target !== null)
  mount(App, {
    target,
    props: { page: new Page(locale, theme, services, first?.default), router: new Router(), update },
  });
mounted();
void services.begin().catch(() => undefined);
// Copying the whole app for offline use takes its time: the first screen comes before.
void painted.then(() => setTimeout(() => void update.start(), 3_000));
