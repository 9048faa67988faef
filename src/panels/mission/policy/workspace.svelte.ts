import {
  redactAwsKeys,
  withChanges,
  type AccessRequest,
  type Authorizer,
  type ContextChanges,
  type Evaluation,
  type StatementResult,
} from '#iam';
import { contextToggles, withContextValue } from '#proof';
import { accountOfWorld, asking, startText, type Asking, type Failure, type Scenario } from '#scenario';
import { withText, type PolicyBuffer } from '../../policy/writing/policy-buffer.ts';
import { statementMarks, type Mark } from '../../trace/statements/statement-marks.ts';
import { statementAt } from '../../trace/statements/statement-words.ts';
import { openBuffers, type PolicyBuffers } from './buffer.ts';
import { meets } from './check-row.ts';
import { counterexamples, evaluateAll, shownRequests, type ShownRequest } from './shown-requests.ts';

/** What a step shows of the scenario's policies and requests. */
interface Shown {
  readonly kind: 'predict' | 'check';
  readonly requests: readonly { readonly id: string; readonly expected?: 'allowed' | 'denied' }[];
  /** Id of the policy that the learner writes; absent where all are only read. */
  readonly policy?: string;
  /** Texts of an earlier visit, by policy id. */
  readonly drafts?: Readonly<Record<string, string>>;
}

/** Lines to bring into view. `nonce` counts: asked for twice, the same lines are brought into view twice. */
export interface Reveal {
  readonly startLine: number;
  readonly endLine: number;
  readonly nonce: number;
}

/**
 * The policies and requests of a step, as they stand while it is played: texts, caret, choices. Everything shown follows
 * from it, synchronously, on each keystroke: the world is set up anew with the text, and asked. Phase and counters are the
 * mission machine's.
 */
export class PolicyWorkspace {
  readonly scenario: Scenario;
  readonly #fixed: readonly ShownRequest[];
  readonly #own: string | undefined;
  #buffers: PolicyBuffers = $state.raw({});
  /** The last text of the learner's that IAM would take. */
  #good = $state('');
  #beforeReset: PolicyBuffers | undefined = $state.raw();
  #active = $state('');
  #caret: number | undefined = $state();
  #chosen: string | undefined = $state();
  #failures: readonly Failure[] = $state.raw([]);
  #changes: ContextChanges = $state.raw({});
  #reveal: Reveal | undefined = $state.raw();
  /** True from the moment a pasted credential was taken out, until the learner has read so. */
  keyRemoved = $state(false);

  constructor(scenario: Scenario, { kind, requests, policy, drafts = {} }: Shown) {
    const { world } = scenario;
    this.scenario = scenario;
    this.#own = policy;
    this.#good = policy === undefined ? '' : startText(world, policy);
    this.#take(openBuffers(world, policy, drafts));
    this.#active = policy ?? Object.keys(this.#buffers)[0] ?? '';
    this.#fixed = shownRequests(kind, requests, scenario.requests, asking(world, accountOfWorld(world)));
  }

  #take(buffers: PolicyBuffers): void {
    this.#buffers = buffers;
    const own = this.#own === undefined ? undefined : buffers[this.#own];
    if (own?.stale === false) this.#good = own.text;
  }

  readonly buffers: readonly PolicyBuffer[] = $derived(Object.values(this.#buffers));
  readonly buffer: PolicyBuffer | undefined = $derived(this.#buffers[this.#active]);
  /** True while a text of the learner's is broken: every answer is that of the last good text. */
  readonly stale: boolean = $derived(this.buffers.some(({ editable, stale }) => editable && stale));
  /** The world with the learner's text in it; policies are prepared once for all requests they apply to. */
  readonly asking: Asking = $derived.by(() => {
    const { world } = this.scenario;
    const texts = this.#own === undefined ? {} : { [this.#own]: this.#good };
    return asking(world, accountOfWorld(world, { texts }), texts);
  });
  /** Requests in the order of Checks: counterexamples stand first. */
  readonly shown: readonly ShownRequest[] = $derived.by(() => [
    ...counterexamples(this.#failures),
    ...this.#fixed,
  ]);
  readonly evaluations: ReadonlyMap<string, Evaluation> = $derived(
    evaluateAll(this.shown, ({ request }) => this.#evaluate(request)),
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
      : this.#evaluate(withChanges(this.selected.request, this.#changes)),
  );
  readonly toggles = $derived.by(() => {
    const { selected } = this;
    if (selected === undefined) return [];
    // The policies are the same whatever the context: they are prepared once for all values.
    return contextToggles(selected.request, this.#changes, this.#authorizer(selected.request).evaluate);
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

  #authorizer(request: AccessRequest): Authorizer {
    return this.asking.authorizerFor(request);
  }

  #evaluate(request: AccessRequest): Evaluation {
    return this.#authorizer(request).evaluate(request);
  }

  /**
   * Takes a typed text. A credential in it is replaced before anything else sees the text. Returns the text taken, or
   * undefined where the policy is not the learner's.
   */
  readonly edit = (id: string, typed: string, replacement: string): string | undefined => {
    const buffer = this.#buffers[id];
    if (buffer?.editable !== true) return undefined;
    const text = redactAwsKeys(typed, replacement);
    if (text !== typed) this.keyRemoved = true;
    this.#take({ ...this.#buffers, [id]: withText(buffer, text) });
    this.#beforeReset = undefined;
    return text;
  };

  /** Puts the first text back; what stood there is kept for `undoReset`. */
  readonly reset = (): void => {
    const own = this.own;
    if (own === undefined) return;
    this.#beforeReset = this.#buffers;
    this.#take({ ...this.#buffers, [own.id]: withText(own, startText(this.scenario.world, own.id)) });
    this.failed([]);
  };

  /** Brings back what Reset took away. */
  readonly undoReset = (): void => {
    this.#take(this.#beforeReset ?? this.#buffers);
    this.#beforeReset = undefined;
  };

  /** The policy that the learner writes. */
  get own(): PolicyBuffer | undefined {
    return this.#own === undefined ? undefined : this.#buffers[this.#own];
  }

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
    const [decisive] = first === undefined ? [] : this.#evaluate(first.request).matched;
    if (decisive !== undefined) this.show(decisive);
  };
}
