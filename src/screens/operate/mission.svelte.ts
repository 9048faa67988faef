import type { World } from '#account';
import { createMission, type PlayedMission, type Scenario, type Verdict } from '#scenario';
import { goalsReached, operateVerdict, trapsSprung } from '#scenario/operate.ts';
import { Observed } from '#ui/observed.svelte.ts';
import type { MissionPast } from '#panels/mission/mission-past.ts';
import type { Environment } from '#panels/account/controller/environment.ts';
import { AccountController } from '#panels/account/controller/account-controller.svelte.ts';
import { beginningOf } from './beginning.ts';

/** A mission that operates an account: the account's controller, which goals it has reached, and the mission's counters. */
export class OperateMission {
  readonly controller: AccountController;
  readonly #scenario: Scenario;
  readonly #mission: PlayedMission;
  readonly #observed: Observed<ReturnType<PlayedMission['getSnapshot']>>;
  /** The world that a Check looked at last. */
  #checked: World | undefined = $state.raw();

  constructor(
    scenario: Scenario,
    past: MissionPast | undefined,
    catalogue: World['catalogue'],
    environment: Omit<Environment, 'catalogue' | 'beginning'>,
  ) {
    this.#scenario = scenario;
    this.controller = new AccountController({
      ...environment,
      catalogue,
      beginning: beginningOf(scenario, catalogue, environment.random),
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
  get solved(): boolean {
    return this.snapshot.matches('solved');
  }
  /** Ids of the goals that the account has reached by now. */
  readonly reached: ReadonlySet<string> = $derived.by(() => {
    const { world, account, given } = this.controller;
    return goalsReached(world, account, given, this.#scenario.operate);
  });
  /** Ids of the traps that the learner's calls have sprung. */
  readonly sprung: readonly string[] = $derived.by(() =>
    trapsSprung(this.controller.world, this.controller.given, this.#scenario),
  );
  /** Whether the last Check looked at the account as it is now. */
  get fresh(): boolean {
    return this.#checked === this.controller.world;
  }

  /** Looks whether every goal is reached, and counts it as an attempt. */
  readonly check = (): Verdict | undefined => {
    const { operate } = this.#scenario;
    if (operate === undefined) return undefined;
    this.#mission.send({ type: 'CHECK' });
    const verdict = operateVerdict(this.reached, operate);
    this.#mission.send({ type: 'GRADED', verdict });
    this.#checked = this.controller.world;
    return verdict;
  };
  readonly hint = (): void => this.#mission.send({ type: 'HINT' });
  readonly reset = (): void => {
    this.controller.startOver();
    this.#mission.send({ type: 'RESET' });
  };
  readonly leave = (): void => {
    this.#mission.stop();
  };
}
