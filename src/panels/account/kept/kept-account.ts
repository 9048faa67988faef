import type { SaveProblem } from '#account';
import { changedParts, joinedParts } from './parts.ts';
import { printBeside, readBeside, type Beside, type SavedAccount } from './saved-account.ts';
import { readAccount } from './saved-account.ts';

export type KeepText = (key: string, text: string) => void;

/** What an earlier visit kept, and what of it could not be read. */
export interface Opened {
  readonly sandbox: SavedAccount | undefined;
  /** A kept text that is no world: it stays here until the learner lets it go. */
  readonly unreadable: string | undefined;
}

/** The sandbox among the kept texts of the page: the world in parts, what is beside it, a text that could not be read. */
export class KeptAccount {
  readonly #keep: KeepText;
  #kept: Record<string, string>;

  constructor(kept: Readonly<Record<string, string>>, keep: KeepText) {
    this.#kept = { ...kept };
    this.#keep = keep;
  }

  /** A text that cannot be read is put aside before anything is written in its place. */
  readonly open = (): Opened => {
    const text = joinedParts('world', this.#kept);
    const aside = joinedParts('aside', this.#kept);
    if (text === undefined) return { sandbox: undefined, unreadable: aside };
    const read: SavedAccount | SaveProblem = readAccount(text);
    if (!('problem' in read))
      return { sandbox: { world: read.world, beside: readBeside(this.#kept['beside']) }, unreadable: aside };
    this.#write(changedParts('aside', text, this.#kept));
    return { sandbox: undefined, unreadable: text };
  };

  readonly save = (world: string, beside: Beside): void =>
    this.#write({ ...changedParts('world', world, this.#kept), beside: printBeside(beside) });

  readonly letGo = (): void => this.#write(changedParts('aside', '', this.#kept));

  #write(texts: Readonly<Record<string, string>>): void {
    for (const [key, text] of Object.entries(texts)) {
      if (this.#kept[key] === text) continue;
      this.#kept[key] = text;
      this.#keep(key, text);
    }
  }
}
