import {
  createMission,
  type Attempt,
  type Failure,
  type PlayedMission,
  type Scenario,
  type Verdict,
} from '#scenario';
import type { MissionPast } from '#panels/mission/mission-past.ts';
import { Observed } from '#ui/observed.svelte.ts';
import { Workspace, type Drafts } from './workspace.svelte.ts';

/** What a Check came to. `predictFirst`: so many requests still lack a prediction, and nothing was graded. */
export type Outcome =
  | {
      readonly kind: 'graded';
      readonly attempt: Attempt;
      readonly verdict: Verdict;
      readonly restarted: boolean;
    }
  /** A Check is on its way already, or the learner has left. */
  | { readonly kind: 'none' }
  | { readonly kind: 'predictFirst'; readonly missing: number }
  | {
      readonly kind: 'invalid';
      readonly attempt: Attempt;
      readonly verdict: Verdict;
      readonly policy: string;
    }
  | { readonly kind: 'broken' };

/** Grades an answer, somewhere where the page need not wait. `restarted`: it took a second attempt. Rejects on our own bug. */
export type Grader = (
  scenario: Scenario,
  attempt: Attempt,
) => Promise<{ readonly answer: Verdict; readonly restarted: boolean }>;

export type Step = 'predict' | 'policy';

/** A mission being played: the desk, the machine's phase and counters, and which of its steps is open. */
export class Session {
  readonly workspace: Workspace;
  readonly scenario: Scenario;
  readonly #mission: PlayedMission;
  readonly #observed: Observed<ReturnType<PlayedMission['getSnapshot']>>;
  #step: Step = $state('predict');
  /** The last verdict that answered the predictions: it stays when the policy is checked. */
  #predicted: Verdict | undefined = $state.raw();
  /** Counts Checks, so that the request walks the gates again after each. */
  walk = $state(0);
  readonly #grade: Grader;
  #left = false;

  constructor(scenario: Scenario, drafts: Drafts, past: MissionPast | undefined, grade: Grader) {
    this.scenario = scenario;
    this.#grade = grade;
    this.workspace = new Workspace(scenario, drafts);
    this.#mission = createMission({
      hints: scenario.hints,
      attempts: past?.attempts ?? 0,
      shown: Math.min(past?.hints ?? 0, scenario.hints),
    });
    this.#observed = new Observed(this.#mission, this.#mission.getSnapshot);
    this.#step = scenario.kind[0] === 'predict' ? 'predict' : 'policy';
    this.#mission.send({ type: 'START' });
  }

  get snapshot(): ReturnType<PlayedMission['getSnapshot']> {
    return this.#observed.current ?? this.#mission.getSnapshot();
  }
  get step(): Step {
    return this.#step;
  }
  get verdict(): Verdict | undefined {
    return this.snapshot.context.verdict;
  }
  get predicted(): Verdict | undefined {
    return this.#predicted;
  }
  get solved(): boolean {
    return this.snapshot.matches('solved');
  }
  /** True where the mission has a part to predict and a part to write. */
  get twoSteps(): boolean {
    return this.scenario.kind.length > 1;
  }
  /** Decisions and gates are shown only after the predictions were checked. */
  get revealed(): boolean {
    return this.step === 'policy' || this.#predicted !== undefined;
  }
  /** Whether a step may be opened: the policy waits for the predictions. */
  readonly mayOpen = (step: Step): boolean =>
    step === 'predict' || !this.twoSteps || this.#predicted !== undefined;

  /** The failure a row of Checks stands for. */
  readonly failureOf = (key: string | undefined): Failure | undefined =>
    key?.startsWith('counterexample/') === true
      ? this.verdict?.failures[Number(key.slice('counterexample/'.length))]
      : undefined;

  readonly open = (step: Step): void => {
    if (!this.mayOpen(step)) return;
    this.#step = step;
    const first = this.workspace.shown.find(({ kind }) => (kind === 'predict') === (step === 'predict'));
    if (first !== undefined) this.workspace.choose(first.key);
  };

  readonly edited = (): void => this.#mission.send({ type: 'EDIT' });
  readonly hint = (): void => this.#mission.send({ type: 'HINT' });
  readonly reset = (): void => this.#mission.send({ type: 'RESET' });
  readonly leave = (): void => {
    this.#left = true;
    this.#mission.stop();
  };

  /** Hands the answer in. The machine counts it only when a verdict comes of it. */
  readonly check = async (): Promise<Outcome> => {
    if (this.snapshot.matches('checking')) return { kind: 'none' };
    const missing = this.#missingPredictions();
    if (missing > 0) return { kind: 'predictFirst', missing };
    this.#mission.send({ type: 'CHECK' });
    const attempt = this.workspace.attempt();
    let graded: Awaited<ReturnType<Grader>>;
    try {
      graded = await this.#grade(this.scenario, attempt);
    } catch (error) {
      // Our own bug, never the learner's input: the mission goes on and nothing is counted.
      console.error(error);
      if (this.#left) return { kind: 'none' };
      this.#mission.send({ type: 'FAILED' });
      return { kind: 'broken' };
    }
    if (this.#left) return { kind: 'none' };
    const { answer: verdict, restarted } = graded;
    this.#mission.send({ type: 'GRADED', verdict });
    if (verdict.predictions.length > 0) this.#predicted = verdict;
    this.walk += 1;
    if (this.step === 'predict') this.#showWrongPrediction(verdict);
    else this.workspace.failed(verdict.failures);
    return verdict.invalidPolicy !== undefined && this.step === 'policy'
      ? { kind: 'invalid', attempt, verdict, policy: verdict.invalidPolicy }
      : { kind: 'graded', attempt, verdict, restarted };
  };

  #missingPredictions(): number {
    if (!this.scenario.kind.includes('predict')) return 0;
    return (this.scenario.predict ?? []).filter((id) => this.workspace.predictions[id] === undefined).length;
  }

  #showWrongPrediction({ predictions }: Verdict): void {
    const wrong = predictions.find(({ correct }) => !correct) ?? predictions[0];
    if (wrong !== undefined) this.workspace.choose(`predict/${wrong.requestId}`);
  }
}
