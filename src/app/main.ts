import { mount } from 'svelte';
import '#ui/tokens.css';
import '#ui/base.css';
import { Locale, type Language } from '#ui/i18n/locale.svelte.ts';
import { Theme, type ThemePreference } from '#ui/theme.svelte.ts';
import App from './App.svelte';
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
const target = document.querySelector('#app');
await locale.load(firstLanguage());
if (target !== null)
  mount(App, { target, props: { locale, theme, router: new Router(), services: new Services(), update } });
void update.start();
