import type { Finding } from '#iam/lint';
import type { PolicyType } from '#iam';
import type { EditorChoices, EditorHelp } from '#ui/editor/editor-types.ts';
import type { Locale } from '#ui/i18n/locale.svelte.ts';
import type { FindingRow } from '../issues/finding-row.ts';
import type { ProveStatements } from './statement-proofs.ts';
import type { PolicyWriting, WritingWorld } from './writing.ts';

/** So long after the last letter the checks look at the text. */
const pauseMs = 250;

/** What an editor knows beyond the grammar of its text: findings, what may stand at the caret, what words mean. */
export class WritingWorkspace {
  readonly #locale: Locale;
  findings: readonly Finding[] = $state.raw([]);
  /** The text that was looked at. */
  looked: string | undefined = $state.raw();
  #waiting: ReturnType<typeof setTimeout> | undefined;

  readonly #prove: ProveStatements | undefined;

  constructor(locale: Locale, prove?: ProveStatements) {
    this.#locale = locale;
    this.#prove = prove;
  }

  /** Has the checks look at a text after a pause. What cannot be loaded finds nothing, and is asked for with the next text. */
  look(text: string, type: PolicyType): () => void {
    this.#waiting = setTimeout(() => void this.#check(text, type), pauseMs);
    return () => clearTimeout(this.#waiting);
  }

  async #check(text: string, type: PolicyType): Promise<void> {
    const waiting = this.#waiting;
    try {
      const { findingsOf } = await import('./writing.ts');
      await this.#locale.loadWriting();
      const found = await findingsOf(text, type);
      // Another text may have come meanwhile.
      if (waiting !== this.#waiting) return;
      this.findings = found;
      this.looked = text;
    } catch {
      this.findings = [];
    }
    if (waiting === this.#waiting) await this.#proveStatements(text, type);
  }

  /** Adds what is proved of the statements, where there are some to set against each other. */
  async #proveStatements(text: string, type: PolicyType): Promise<void> {
    const waiting = this.#waiting;
    if (text.split('"Effect"').length < 3) return;
    try {
      const proved = await this.#prove?.(text, type);
      if (waiting === this.#waiting && proved !== undefined) this.findings = [...this.findings, ...proved];
    } catch {
      // The checks stand without it; the next text is proved again.
    }
  }

  /** The help of an editor whose text is of a type; `rows` are those it shows. */
  help(type: PolicyType, world: WritingWorld, rows: () => readonly FindingRow[]): EditorHelp {
    const locale = this.#locale;
    return {
      complete: (text, offset) => this.choices(text, offset, type, world),
      explain: (text, offset) => this.#asked(({ cardAt }) => cardAt(text, offset, type, world, locale.say)),
      signature: (text, offset) =>
        this.#asked(({ partsAt }) => partsAt(text, offset, type, world, locale.say)),
      fixes: () =>
        rows().flatMap(({ fix, range }) =>
          fix === undefined || range === undefined
            ? []
            : [
                {
                  title: fix.title.replaceAll('`', ''),
                  startLine: range.startLine,
                  endLine: range.endLine,
                  edits: fix.edits,
                },
              ],
        ),
    };
  }

  /** Asks once the code and its words are there; nothing where they cannot be loaded. */
  async #asked<Answer>(ask: (writing: PolicyWriting) => Promise<Answer>): Promise<Answer | undefined> {
    try {
      const { policyWriting } = await import('./writing.ts');
      await this.#locale.loadWriting();
      return await ask(policyWriting);
    } catch {
      return undefined;
    }
  }

  /** What may be written at a place; nothing where it cannot be loaded. */
  async choices(text: string, offset: number, type: PolicyType, world: WritingWorld): Promise<EditorChoices> {
    const { say } = this.#locale;
    const found = await this.#asked(({ choicesAt }) => choicesAt(text, offset, type, world, say));
    return found ?? { start: offset, end: offset, choices: [] };
  }
}
