import type { AnswerOf, ResultOf, ScenarioTexts, StepOf } from '#scenario';
import { readDraft } from '../step/draft.ts';
import type { Part, Say, StepGiven, StepWork } from '../step/step-panel.ts';

type Pairs = AnswerOf<'assign'>['pairs'];

/** Mechanisms as they are chosen for needs. */
export class AssignWork implements StepWork<'assign'> {
  readonly step: StepOf<'assign'>;
  readonly #keep: StepGiven<'assign'>['keep'];
  /** The panel that a narrow screen shows. */
  tab: 'brief' | 'checks' = $state('brief');
  #pairs: Pairs = $state.raw({});
  /** What a reset has cleared, until something else is chosen. */
  #cleared: Pairs | undefined = $state.raw();
  #result: ResultOf<'assign'> | undefined = $state.raw();
  readonly briefStays = true;

  constructor({ step, drafts, keep }: StepGiven<'assign'>) {
    this.step = step;
    this.#keep = keep;
    this.#pairs = readDraft(
      drafts['#pairs'],
      step.needs.map(({ id }) => id),
      step.mechanisms,
    );
  }

  get pairs(): Pairs {
    return this.#pairs;
  }
  /** The last result: of each pair it stands as long as the pair is the one that was checked. */
  get result(): ResultOf<'assign'> | undefined {
    return this.#result;
  }
  get answer(): AnswerOf<'assign'> {
    return { kind: 'assign', pairs: this.#pairs };
  }
  get missing(): number {
    return this.step.needs.filter(({ id }) => this.#pairs[id] === undefined).length;
  }
  readonly missingWords = (say: Say): string => say('assign.missing', { count: this.missing });

  /** Chooses a mechanism for a need, or none. */
  readonly choose = (need: string, mechanism: string | undefined): void => {
    const others = Object.entries(this.#pairs).filter(([id]) => id !== need);
    this.#set(Object.fromEntries(mechanism === undefined ? others : [...others, [need, mechanism]]));
  };

  get mayReset(): boolean {
    return Object.keys(this.#pairs).length > 0;
  }
  readonly reset = (): void => {
    const cleared = this.#pairs;
    this.#set({});
    this.#cleared = cleared;
  };
  get mayBringBack(): boolean {
    return this.#cleared !== undefined;
  }
  readonly bringBack = (): void => this.#set(this.#cleared ?? this.#pairs);

  readonly show = (part: Part): void => {
    this.tab = part === 'brief' ? 'brief' : 'checks';
  };
  readonly graded = (result: ResultOf<'assign'>): void => {
    this.#result = result;
    this.tab = 'checks';
  };
  readonly sayResult = ({ pairs }: ResultOf<'assign'>, _texts: ScenarioTexts, say: Say): string =>
    say('assign.result', { right: pairs.filter(({ correct }) => correct).length, total: pairs.length });

  #set(pairs: Pairs): void {
    this.#pairs = pairs;
    this.#cleared = undefined;
    this.#keep('#pairs', JSON.stringify(pairs));
  }
}
