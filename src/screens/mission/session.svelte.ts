import {
  createMission,
  type Attempt,
  type KindName,
  type PlayedMission,
  type Result,
  type Scenario,
  type Verdict,
} from '#scenario';
import type { MissionPast } from '#panels/mission/frame/mission-past.ts';
import type { StepGiven, StepPanel, StepWork } from '#panels/mission/step/step-panel.ts';
import { Observed } from '#ui/observed.svelte.ts';

/** What a Check came to. */
export type Outcome =
  | {
      readonly kind: 'graded';
      readonly attempt: Attempt;
      readonly verdict: Verdict;
      readonly restarted: boolean;
    }
  /** A Check is on its way already, or the learner has left. */
  | { readonly kind: 'none' }
  /** Parts of the answer are still missing, and nothing was graded. */
  | { readonly kind: 'missing' }
  | { readonly kind: 'broken' };

/** Grades an answer, somewhere where the page need not wait. `restarted`: it took a second attempt. Rejects on our own bug. */
export type Grader = (
  scenario: Scenario,
  attempt: Attempt,
) => Promise<{ readonly answer: Verdict; readonly restarted: boolean }>;

/** A mission being played: the work of its steps, the machine's phase and counters, and which of the steps is open. */
export class Session {
  readonly scenario: Scenario;
  readonly works: readonly StepWork[];
  readonly #mission: PlayedMission;
  readonly #observed: Observed<ReturnType<PlayedMission['getSnapshot']>>;
  readonly #grade: Grader;
  #current = $state(0);
  /** The last result of each step: it stays while others are checked. */
  #results: readonly (Result | undefined)[] = $state.raw([]);
  /** Counts Checks, so that the request walks the gates again after each. */
  walk = $state(0);
  #left = false;

  /** `panels`: how the kinds of the scenario's steps are played, in their order. */
  constructor(
    scenario: Scenario,
    panels: readonly StepPanel[],
    { drafts, keep }: Pick<StepGiven<KindName>, 'drafts' | 'keep'>,
    past: MissionPast | undefined,
    grade: Grader,
  ) {
    this.scenario = scenario;
    this.#grade = grade;
    this.works = scenario.steps.flatMap((step, index) => {
      const panel = panels[index];
      return panel === undefined ? [] : [panel.open({ scenario, step, drafts, keep })];
    });
    this.#mission = createMission({
      hints: scenario.hints,
      attempts: past?.attempts ?? 0,
      shown: Math.min(past?.hints ?? 0, scenario.hints),
    });
    this.#observed = new Observed(this.#mission, this.#mission.getSnapshot);
    this.#mission.send({ type: 'START' });
  }

  get snapshot(): ReturnType<PlayedMission['getSnapshot']> {
    return this.#observed.current ?? this.#mission.getSnapshot();
  }
  get current(): number {
    return this.#current;
  }
  get work(): StepWork | undefined {
    return this.works[this.#current];
  }
  get kinds(): readonly KindName[] {
    return this.scenario.steps.map(({ kind }) => kind);
  }
  get verdict(): Verdict | undefined {
    return this.snapshot.context.verdict;
  }
  get solved(): boolean {
    return this.snapshot.matches('solved');
  }
  /** Whether a step may be opened: it waits until the one before was checked. */
  readonly mayOpen = (index: number): boolean => index === 0 || this.#results[index - 1] !== undefined;
  readonly open = (index: number): void => {
    if (this.mayOpen(index)) this.#current = index;
  };

  readonly edited = (): void => this.#mission.send({ type: 'EDIT' });
  readonly hint = (): void => this.#mission.send({ type: 'HINT' });
  readonly reset = (): void => {
    this.work?.reset();
    this.#mission.send({ type: 'RESET' });
  };
  readonly leave = (): void => {
    this.#left = true;
    this.#mission.stop();
  };

  /** Hands the answers in. The machine counts it only when a verdict comes of it. */
  readonly check = async (): Promise<Outcome> => {
    const { work } = this;
    if (work === undefined || this.snapshot.matches('checking')) return { kind: 'none' };
    if (work.missing > 0) return { kind: 'missing' };
    this.#mission.send({ type: 'CHECK' });
    const attempt = { answers: this.works.map(({ answer }) => answer) };
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
    this.walk += 1;
    this.#take(verdict);
    return { kind: 'graded', attempt, verdict, restarted };
  };

  /** The open step takes its result; those that were checked before may stay open. */
  #take(verdict: Verdict): void {
    const before = this.#results;
    this.#results = verdict.steps.map((result, index) =>
      index === this.#current || before[index] !== undefined ? result : undefined,
    );
    const own = verdict.steps[this.#current];
    if (own !== undefined) this.work?.graded(own, verdict.solved);
  }
}
