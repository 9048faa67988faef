import { createContext, untrack } from 'svelte';
import type { en } from './en/index.ts';
import type { more } from './en/more.ts';
import { fill, type Messages, type MessageValues } from './format/messages.ts';

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
  #parts: readonly Part[] = [];

  get language(): Language {
    return this.#language;
  }

  /** Loads a language's catalogue, then switches to it. Rejects, and changes nothing, if the chunk is not to be had. */
  async load(language: Language): Promise<void> {
    const first: Messages =
      language === 'es' ? (await import('./es/index.ts')).es : (await import('./en/index.ts')).en;
    const rest = await Promise.all(this.#parts.map((part) => partOf(language, part)));
    this.#messages = Object.assign({}, first, ...rest) as Messages;
    this.#language = language;
    document.documentElement.lang = language;
  }

  /** Loads what is said behind the first screen, now and at each switch from now on. Rejects if the chunk is not to be had. */
  loadMore(): Promise<void> {
    return this.#loadPart('more');
  }

  /** Loads what is said of a policy while it is written, likewise. */
  loadWriting(): Promise<void> {
    return this.#loadPart('writing');
  }

  async #loadPart(part: Part): Promise<void> {
    if (this.#parts.includes(part)) return;
    // Whoever asks waits for words, not for another language: a switch brings these along by itself.
    const messages = await partOf(
      untrack(() => this.#language),
      part,
    );
    this.#parts = [...this.#parts, part];
    this.#messages = { ...this.#messages, ...messages };
  }

  readonly t = (key: MessageKey, values: MessageValues = {}): string => this.say(key, values);

  /** For keys that are built from a code (`issues.` + code): an unknown one shows itself. */
  readonly say = (key: string, values: MessageValues = {}): string => {
    const message = this.#messages[key];
    return message === undefined ? key : fill(message, values, this.#language);
  };

  readonly has = (key: string): boolean => key in this.#messages;
}

/** Messages that are loaded when they are needed. */
type Part = 'more' | 'writing';

async function partOf(language: Language, part: Part): Promise<Messages> {
  if (part === 'more')
    return (language === 'es' ? await import('./es/more.ts') : await import('./en/more.ts')).more;
  return (language === 'es' ? await import('./es/writing.ts') : await import('./en/writing.ts')).writing;
}

export const [getLocale, setLocale] = createContext<Locale>();
