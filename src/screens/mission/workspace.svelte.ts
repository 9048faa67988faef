import { authorizer, redactAwsKeys, withChanges } from '#iam';
import type {
  AccessRequest,
  Authorizer,
  ContextChanges,
  Decision,
  Evaluation,
  PolicyDocument,
  StatementResult,
} from '#iam';
import { policiesFor, policiesKey, startTexts, type Attempt, type Failure, type Scenario } from '#scenario';
import { meets } from '#panels/mission/check-row.ts';
import { withText, type PolicyBuffer } from '#panels/policy/writing/policy-buffer.ts';
import { statementAt } from '#panels/trace/statements/statement-words.ts';
import { contextToggles, withContextValue } from '#proof';
import { documentsOf, openBuffers, type PolicyBuffers } from './buffer.ts';
import { readPredictions } from './predictions-draft.ts';
import {
  counterexamples,
  evaluateAll,
  shownRequests,
  type ShownRequest,
} from '#panels/mission/shown-requests.ts';
import { statementMarks, type Mark } from '#panels/trace/statements/statement-marks.ts';

/** What an earlier visit left, by policy id, and the predictions as they were handed to `onpredictions`. */
export interface Drafts {
  readonly texts: Readonly<Record<string, string>>;
  readonly predictions?: string | undefined;
}

/** A place to bring into view; `nonce` makes the same place a new wish. */
export interface Reveal {
  readonly startLine: number;
  readonly endLine: number;
  readonly nonce: number;
}

/**
 * What a learner has on the desk while a mission is played: texts, caret, choices. Everything shown follows from it,
 * synchronously, on each keystroke. Phase and counters are the mission machine's.
 */
export class Workspace {
  readonly scenario: Scenario;
  readonly #fixed: readonly ShownRequest[];
  readonly #atStart: (request: AccessRequest) => Authorizer;
  #buffers: PolicyBuffers = $state.raw({});
  #beforeReset: PolicyBuffers | undefined = $state.raw();
  #active = $state('');
  #caret: number | undefined = $state();
  #chosen: string | undefined = $state();
  #failures: readonly Failure[] = $state.raw([]);
  #changes: ContextChanges = $state.raw({});
  #reveal: Reveal | undefined = $state.raw();
  predictions: Readonly<Record<string, Decision>> = $state.raw({});
  /** True from the moment a pasted credential was taken out, until the learner has read so. */
  keyRemoved = $state(false);

  constructor(scenario: Scenario, drafts: Drafts) {
    this.scenario = scenario;
    this.#fixed = shownRequests(scenario);
    this.#atStart = this.#prepare(documentsOf(openBuffers(scenario, {})));
    this.#buffers = openBuffers(scenario, drafts.texts);
    this.#active = scenario.goal?.policy ?? Object.keys(this.#buffers)[0] ?? '';
    this.predictions = readPredictions(drafts.predictions, scenario.predict ?? []);
  }

  readonly buffers: readonly PolicyBuffer[] = $derived(Object.values(this.#buffers));
  readonly buffer: PolicyBuffer | undefined = $derived(this.#buffers[this.#active]);
  /** True while a text of the learner's is broken: every answer is that of the last good text. */
  readonly stale: boolean = $derived(this.buffers.some(({ editable, stale }) => editable && stale));
  readonly #documents = $derived(documentsOf(this.#buffers));
  /** Policies are prepared once for all requests they apply to, and anew when a text changes. */
  readonly #prepared = $derived(this.#prepare(this.#documents));
  /** Requests in the order of Checks: counterexamples stand first. */
  readonly shown: readonly ShownRequest[] = $derived.by(() => [
    ...counterexamples(this.#failures),
    ...this.#fixed,
  ]);
  readonly evaluations: ReadonlyMap<string, Evaluation> = $derived(
    evaluateAll(this.shown, ({ kind, request }) => this.#decide(kind, request)),
  );

  /** The request Why speaks of: the chosen one, else the first. */
  readonly selected: ShownRequest | undefined = $derived.by(
    () => this.shown.find(({ key }) => key === this.#chosen) ?? this.#fixed[0],
  );
  /** Its evaluation, and its evaluation under the what-if changes. */
  readonly base: Evaluation | undefined = $derived(this.evaluations.get(this.selected?.key ?? ''));
  readonly evaluation: Evaluation | undefined = $derived(
    this.selected === undefined || Object.keys(this.#changes).length === 0
      ? this.base
      : this.#decide(this.selected.kind, withChanges(this.selected.request, this.#changes)),
  );
  readonly toggles = $derived.by(() => {
    const { selected } = this;
    if (selected === undefined) return [];
    // The policies are the same whatever the context: they are prepared once for all values.
    return contextToggles(
      selected.request,
      this.#changes,
      this.#authorizer(selected.kind, selected.request).evaluate,
    );
  });
  readonly changed: boolean = $derived(Object.keys(this.#changes).length > 0);

  /** True while the request in Why is a counterexample that the policy still gets wrong. */
  readonly misses: boolean = $derived(
    this.selected?.kind === 'counterexample' &&
      this.selected.expected !== undefined &&
      this.base !== undefined &&
      !meets(this.selected.expected, this.base.decision),
  );

  /** `statementAt` of the statement the caret stands in. */
  readonly statement: string | undefined = $derived(statementAt(this.evaluation, this.#active, this.#caret));
  readonly marks: readonly Mark[] = $derived(
    this.evaluation === undefined || this.buffer?.stale === true
      ? []
      : statementMarks(this.evaluation, this.#active, this.misses, this.statement),
  );

  get caret(): number | undefined {
    return this.#caret;
  }
  get reveal(): Reveal | undefined {
    return this.#reveal;
  }
  get mayUndoReset(): boolean {
    return this.#beforeReset !== undefined;
  }

  #prepare(documents: Readonly<Record<string, PolicyDocument>>): (request: AccessRequest) => Authorizer {
    const { world } = this.scenario;
    const known: Record<string, Authorizer> = {};
    return (request) =>
      (known[policiesKey(world, request)] ??= authorizer(policiesFor(world, request, documents)));
  }

  #authorizer(kind: ShownRequest['kind'], request: AccessRequest): Authorizer {
    return (kind === 'predict' ? this.#atStart : this.#prepared)(request);
  }

  #decide(kind: ShownRequest['kind'], request: AccessRequest): Evaluation {
    return this.#authorizer(kind, request).evaluate(request);
  }

  /**
   * Takes a typed text. A credential in it is withContextValue before anything else sees the text. Returns the text taken, or
   * undefined where the policy is not the learner's.
   */
  readonly edit = (id: string, typed: string, replacement: string): string | undefined => {
    const buffer = this.#buffers[id];
    if (buffer?.editable !== true) return undefined;
    const text = redactAwsKeys(typed, replacement);
    if (text !== typed) this.keyRemoved = true;
    this.#buffers = { ...this.#buffers, [id]: withText(buffer, text) };
    this.#beforeReset = undefined;
    return text;
  };

  /** Puts the first texts back; what stood there is kept for `undoReset`. Returns the texts by policy id. */
  readonly reset = (): Readonly<Record<string, string>> => {
    const first = startTexts(this.scenario);
    this.#beforeReset = this.#buffers;
    this.#buffers = Object.fromEntries(
      this.buffers.map((buffer) => [
        buffer.id,
        buffer.editable ? withText(buffer, first[buffer.id] ?? '') : buffer,
      ]),
    );
    this.failed([]);
    return this.texts();
  };

  /** Brings back what Reset took away. Returns the texts by policy id. */
  readonly undoReset = (): Readonly<Record<string, string>> => {
    this.#buffers = this.#beforeReset ?? this.#buffers;
    this.#beforeReset = undefined;
    return this.texts();
  };

  readonly open = (id: string): void => {
    this.#active = id;
    this.#caret = undefined;
  };

  readonly moveCaret = (offset: number): void => {
    this.#caret = offset;
  };

  /** Shows another request in Why; its what-if changes begin afresh. */
  readonly choose = (key: string): void => {
    this.#chosen = key;
    this.#changes = {};
  };

  readonly whatIf = (key: string, value: ContextChanges[string]): void => {
    this.#changes = withContextValue(this.#changes, key, value);
  };

  readonly forgetWhatIf = (): void => {
    this.#changes = {};
  };

  readonly predict = (id: string, decision: Decision): void => {
    this.predictions = { ...this.predictions, [id]: decision };
  };

  /** Brings a statement of the trace into view in its policy. */
  readonly show = ({ source: { policyId, range } }: StatementResult): void => {
    if (policyId === undefined || range === undefined || this.#buffers[policyId] === undefined) return;
    this.#active = policyId;
    this.#caret = range.start;
    this.#reveal = { ...range, nonce: (this.#reveal?.nonce ?? 0) + 1 };
  };

  /** Brings lines of the open policy into view. */
  readonly showLines = (startLine: number, endLine: number): void => {
    this.#reveal = { startLine, endLine, nonce: (this.#reveal?.nonce ?? 0) + 1 };
  };

  /** Takes the failures of a Check: they become the first rows, and the gravest is chosen. */
  readonly failed = (failures: readonly Failure[]): void => {
    this.#failures = failures;
    const [first] = counterexamples(failures);
    if (first !== undefined) this.choose(first.key);
    else if (this.#chosen?.startsWith('counterexample/') === true) this.#chosen = undefined;
    const [decisive] = first === undefined ? [] : this.#decide(first.kind, first.request).matched;
    if (decisive !== undefined) this.show(decisive);
  };

  readonly texts = (): Readonly<Record<string, string>> =>
    Object.fromEntries(this.buffers.filter(({ editable }) => editable).map(({ id, text }) => [id, text]));

  readonly attempt = (): Attempt => ({ predictions: this.predictions, texts: this.texts() });
}
