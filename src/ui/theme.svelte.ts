import { MediaQuery } from 'svelte/reactivity';

export type ThemePreference = 'system' | 'light' | 'dark';

/** Light or dark: what the learner chose, else what the system says. */
export class Theme {
  #preference: ThemePreference = $state('system');
  readonly #dark = new MediaQuery('prefers-color-scheme: dark');
  readonly #keep: (preference: ThemePreference) => void;

  constructor(first: ThemePreference, keep: (preference: ThemePreference) => void) {
    this.#keep = keep;
    this.#apply(first);
  }

  get current(): 'light' | 'dark' {
    if (this.#preference !== 'system') return this.#preference;
    return this.#dark.current ? 'dark' : 'light';
  }

  get preference(): ThemePreference {
    return this.#preference;
  }

  readonly set = (preference: ThemePreference): void => {
    this.#apply(preference);
    this.#keep(preference);
  };

  readonly toggle = (): void => this.set(this.current === 'dark' ? 'light' : 'dark');

  #apply(preference: ThemePreference): void {
    this.#preference = preference;
    if (preference === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = preference;
  }
}
