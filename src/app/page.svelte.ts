import type { Component } from 'svelte';
import { editorKinds, type EditorKind } from '#ui/editor/editor-types.ts';
import type { Language, Locale } from '#ui/i18n/locale.svelte.ts';
import type { Theme } from '#ui/theme.svelte.ts';
import { readPreference, writePreference } from './preferences.ts';
import type { Services } from './services.svelte.ts';
import { TabLock } from './tab-lock.svelte.ts';

/** The editor that was chosen last; where fingers type, fields are the better one until somebody chooses. */
function firstEditorKind(): EditorKind {
  const usual = matchMedia('(pointer: coarse)').matches ? 'form' : 'monaco';
  const kept = readPreference('editor');
  return editorKinds.find((kind) => kind === kept) ?? usual;
}

/** What lives as long as the page, and what of it the learner chooses. */
export class Page {
  readonly locale: Locale;
  readonly theme: Theme;
  readonly services: Services;
  /** What a newcomer’s first screen shows, if it is here already. */
  readonly FirstMinute: Component | undefined;
  /** One tab at a time keeps the sandbox. */
  readonly sandboxLock: TabLock;
  #editorKind: EditorKind = $state(firstEditorKind());

  constructor(locale: Locale, theme: Theme, services: Services, FirstMinute: Component | undefined) {
    this.locale = locale;
    this.theme = theme;
    this.services = services;
    this.FirstMinute = FirstMinute;
    this.sandboxLock = new TabLock('deny-by-default.sandbox', () => void services.flush());
  }

  get editorKind(): EditorKind {
    return this.#editorKind;
  }
  readonly chooseEditor = (kind: EditorKind): void => {
    this.#editorKind = kind;
    writePreference('editor', kind);
  };

  readonly chooseLanguage = (language: Language): void => {
    void this.locale.load(language).then(() => writePreference('language', language));
  };

  /** True where this browser has never seen a mission solved. */
  get newcomer(): boolean {
    return readPreference('visitor') === undefined;
  }
}
