import { createContext } from 'svelte';
import type { en } from './en/index.ts';
import type { more } from './en/more.ts';
import { fill, type Messages, type MessageValues } from './messages.ts';

export type Language = 'en' | 'es';
export type MessageKey = keyof typeof en | keyof typeof more;

export const languages: readonly { readonly code: Language; readonly name: string }[] = [
  { code: 'en', name: 'English' },
  { code: 'es', name: 'Español' },
];

/** The language of the page: each catalogue is a chunk of its own, and switching loses nothing. */
export class Locale {
  #language: Language = $state('en');
  #messages: Messages = $state.raw({});
  #whole = false;

  get language(): Language {
    return this.#language;
  }

  /** Loads a language's catalogue, then switches to it. Rejects, and changes nothing, if the chunk is not to be had. */
  async load(language: Language): Promise<void> {
    const first: Messages =
      language === 'es' ? (await import('./es/index.ts')).es : (await import('./en/index.ts')).en;
    const rest = this.#whole ? await moreOf(language) : {};
    this.#messages = { ...first, ...rest };
    this.#language = language;
    document.documentElement.lang = language;
  }

  /** Loads what is said behind the first screen, now and at each switch from now on. Rejects if the chunk is not to be had. */
  async loadMore(): Promise<void> {
    if (this.#whole) return;
    const more = await moreOf(this.#language);
    this.#whole = true;
    this.#messages = { ...this.#messages, ...more };
  }

  readonly t = (key: MessageKey, values: MessageValues = {}): string => this.say(key, values);

  /** For keys that are built from a code (`issues.` + code): an unknown one shows itself. */
  readonly say = (key: string, values: MessageValues = {}): string => {
    const message = this.#messages[key];
    return message === undefined ? key : fill(message, values, this.#language);
  };

  readonly has = (key: string): boolean => key in this.#messages;
}

async function moreOf(language: Language): Promise<Messages> {
  return (language === 'es' ? await import('./es/more.ts') : await import('./en/more.ts')).more;
}

export const [getLocale, setLocale] = createContext<Locale>();
