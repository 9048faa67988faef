import type { AnswerOf, Failure, ResultOf, ScenarioTexts } from '#scenario';
import { counterexamples } from '../policy/shown-requests.ts';
import { requestWords } from '../policy/request-words.ts';
import { PolicyWorkspace } from '../policy/workspace.svelte.ts';
import type { Part, Say, StepGiven, StepWork } from '../step/step-panel.ts';

type Kind = 'write' | 'fix';

/** A policy as it is written or mended, beside the requests of the goal. */
export class WriteWork implements StepWork<Kind> {
  readonly workspace: PolicyWorkspace;
  readonly step: StepGiven<Kind>['step'];
  readonly #keep: StepGiven<Kind>['keep'];
  /** The one panel that a narrow screen shows. */
  tab: Part = $state('brief');
  #result: ResultOf<Kind> | undefined = $state.raw();
  readonly missing = 0;
  readonly skipTo: readonly Part[] = ['policy', 'why'];
  readonly mayReset = true;

  constructor({ scenario, step, drafts, keep }: StepGiven<Kind>) {
    this.step = step;
    this.#keep = keep;
    const expected = (id: string) => (step.allowed.includes(id) ? 'allowed' : 'denied');
    const wanted = scenario.requests.filter(
      ({ id }) => step.allowed.includes(id) || step.denied.includes(id),
    );
    this.workspace = new PolicyWorkspace(scenario, {
      kind: 'check',
      requests: wanted.map(({ id }) => ({ id, expected: expected(id) })),
      policy: step.policy,
      drafts,
    });
  }

  get result(): ResultOf<Kind> | undefined {
    return this.#result;
  }
  get answer(): AnswerOf<Kind> {
    return { kind: this.step.kind, text: this.workspace.own?.text ?? '' };
  }
  readonly show = (part: Part): void => {
    this.tab = part;
  };
  /** The failure that a row of Checks stands for. */
  readonly failureOf = (key: string | undefined): Failure | undefined =>
    key?.startsWith('counterexample/') === true
      ? this.#result?.failures[Number(key.slice('counterexample/'.length))]
      : undefined;

  readonly type = (policy: string, typed: string, replacement: string): void => {
    const kept = this.workspace.edit(policy, typed, replacement);
    if (kept !== undefined) this.#keep(policy, kept);
  };
  #keepOwn(): void {
    const { own } = this.workspace;
    if (own !== undefined) this.#keep(own.id, own.text);
  }
  readonly reset = (): void => {
    this.workspace.reset();
    this.#result = undefined;
    this.#keepOwn();
  };
  readonly undoReset = (): void => {
    this.workspace.undoReset();
    this.#keepOwn();
  };

  readonly graded = (result: ResultOf<Kind>): void => {
    this.#result = result;
    this.workspace.failed(result.failures);
    this.tab = result.invalidPolicy === undefined ? 'why' : 'policy';
    if (result.invalidPolicy !== undefined) this.#showFirstIssue(result.invalidPolicy);
  };
  #showFirstIssue(policy: string): void {
    this.workspace.open(policy);
    const issues = this.workspace.buffer?.parsed.issues ?? [];
    const range = issues.find(({ severity }) => severity === 'error')?.range;
    if (range !== undefined) this.workspace.showLines(range.startLine, range.endLine);
  }

  readonly sayResult = (result: ResultOf<Kind>, texts: ScenarioTexts, say: Say): string => {
    if (result.invalidPolicy !== undefined) return say('mission.say.invalid');
    const { failures, undecided } = result;
    const [first] = counterexamples(failures);
    const [open] = undecided;
    if (first === undefined && open !== undefined)
      return say(`mission.undecided.${open.construct}`, { name: open.name }).replaceAll('`', '');
    if (first === undefined) return say('mission.say.notYet');
    return say('mission.say.counterexample', {
      decision: say(`trace.decision.${failures[0]?.decision ?? 'cannotEvaluate'}`),
      count: failures.length,
      sentence: requestWords(first, texts, this.workspace.scenario.world, say).replaceAll('`', ''),
    });
  };
}
