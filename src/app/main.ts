import { mount } from 'svelte';
import '#ui/base.css';
import '#ui/tokens.css';
import { Locale, type Language } from '#ui/i18n/locale.svelte.ts';
import { Theme, type ThemePreference } from '#ui/theme.svelte.ts';
import App from './App.svelte';
import { readMirror, writeMirror } from './preferences.ts';
import { Router } from './router.svelte.ts';
import { openServices } from './services.svelte.ts';
import { AppUpdate } from './update.svelte.ts';

function firstLanguage(): Language {
  const kept = readMirror('language');
  if (kept === 'en' || kept === 'es') return kept;
  return navigator.languages.find((tag) => /^(en|es)\b/.test(tag))?.startsWith('es') === true ? 'es' : 'en';
}

function firstTheme(): ThemePreference {
  const kept = readMirror('theme');
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

const locale = new Locale();
const [services] = await Promise.all([openServices(), locale.load(firstLanguage())]);
const theme = new Theme(firstTheme(), (preference) => {
  writeMirror('theme', preference);
  void services.progress.setPreference('theme', preference);
});
const update = new AppUpdate();
const target = document.querySelector('#app');
if (target !== null) mount(App, { target, props: { locale, theme, router: new Router(), services, update } });
void update.start();

// A chunk that did not arrive: say so in the screen that wanted it, instead of Vite's reload.
window.addEventListener('vite:preloadError', (event) => event.preventDefault());
