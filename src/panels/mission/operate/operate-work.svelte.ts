import type { World } from '#account';
import {
  answerOf,
  goalsReached,
  trapsSprung,
  type AnswerOf,
  type ResultOf,
  type ScenarioTexts,
} from '#scenario';
import { Clock } from '#ui/clock.svelte.ts';
import { AccountController } from '#panels/account/controller/account-controller.svelte.ts';
import { KeptAccount } from '#panels/account/kept/kept-account.ts';
import type { Part, Say, StepGiven, StepWork } from '../step/step-panel.ts';
import { beginningOf } from './beginning.ts';

/** An account as it is operated: which goals it has reached follows after every call. */
export class OperateWork implements StepWork<'operate'> {
  readonly controller: AccountController;
  readonly step: StepGiven<'operate'>['step'];
  /** The panel that a narrow screen shows. */
  tab: 'brief' | 'account' = $state('brief');
  /** The world that a Check looked at last. */
  #checked: World | undefined = $state.raw();
  readonly missing = 0;
  readonly briefStays = true;
  readonly showsAccount = true;

  constructor({ scenario, step, drafts, keep }: StepGiven<'operate'>, managed: World['catalogue']) {
    const clock = new Clock(Date.now);
    this.step = step;
    this.controller = new AccountController({
      now: () => clock.now,
      // The set-up has a seed of its own.
      seed: () => 0,
      kept: new KeptAccount(drafts, keep),
      catalogue: managed,
      beginning: beginningOf(step, scenario, managed),
      keepsCalls: true,
    });
  }

  get answer(): AnswerOf<'operate'> {
    const { world, given } = this.controller;
    return answerOf(world, { begun: world.log[0]?.at ?? 0, given });
  }
  /** Ids of the goals that the account has reached by now. */
  readonly reached: readonly string[] = $derived.by(() => {
    const { world, account, given } = this.controller;
    return goalsReached(world, account, given, this.step);
  });
  /** Ids of the traps that the calls have sprung. */
  readonly sprung: readonly string[] = $derived.by(() =>
    trapsSprung(this.controller.world, this.controller.given, this.step),
  );
  /** Whether the last Check looked at the account as it is now. */
  get fresh(): boolean {
    return this.#checked === this.controller.world;
  }

  readonly show = (part: Part): void => {
    this.tab = part === 'brief' ? 'brief' : 'account';
  };
  get mayReset(): boolean {
    return this.controller.mayUndo;
  }
  readonly reset = (): void => this.controller.startOver();

  readonly graded = (): void => {
    this.#checked = this.controller.world;
  };
  readonly sayResult = ({ reached }: ResultOf<'operate'>, _texts: ScenarioTexts, say: Say): string =>
    say('operate.sayOpen', { count: this.step.goals.length - reached.length });
}
