import type { Decision } from '#iam';
import type { AnswerOf, ResultOf, ScenarioTexts } from '#scenario';
import { PolicyWorkspace } from '../policy/workspace.svelte.ts';
import { readDraft } from '../step/draft.ts';
import type { Part, Say, StepGiven, StepWork } from '../step/step-panel.ts';
import { predictable, type Predictable } from './prediction-row.ts';

/** Predictions as they are made, beside the policies they are about. */
export class PredictWork implements StepWork<'predict'> {
  readonly workspace: PolicyWorkspace;
  readonly requests: readonly string[];
  readonly #keep: StepGiven<'predict'>['keep'];
  /** The one panel that a narrow screen shows. */
  tab: Part = $state('brief');
  #predictions: Readonly<Record<string, Predictable>> = $state.raw({});
  #result: ResultOf<'predict'> | undefined = $state.raw();
  readonly skipTo: readonly Part[] = ['policy', 'why'];
  readonly mayReset = false;
  readonly reset = (): void => undefined;

  constructor({ scenario, step, drafts, keep }: StepGiven<'predict'>) {
    this.requests = step.requests;
    this.#keep = keep;
    this.#predictions = readDraft(drafts['#predictions'], step.requests, predictable);
    this.workspace = new PolicyWorkspace(scenario, {
      kind: 'predict',
      requests: step.requests.map((id) => ({ id })),
    });
  }

  get predictions(): Readonly<Record<string, Predictable>> {
    return this.#predictions;
  }
  /** The last result: it stays while other steps are checked. Decisions and gates are shown from then on. */
  get result(): ResultOf<'predict'> | undefined {
    return this.#result;
  }
  get answer(): AnswerOf<'predict'> {
    return { kind: 'predict', predictions: this.#predictions };
  }
  get missing(): number {
    return this.requests.filter((id) => this.#predictions[id] === undefined).length;
  }
  readonly show = (part: Part): void => {
    this.tab = part;
  };
  readonly missingWords = (say: Say): string => say('mission.say.predictFirst', { count: this.missing });

  readonly predict = (id: string, decision: Decision): void => {
    const wanted = predictable.find((one) => one === decision);
    if (wanted === undefined) return;
    this.#predictions = { ...this.#predictions, [id]: wanted };
    this.#keep('#predictions', JSON.stringify(this.#predictions));
  };

  readonly graded = (result: ResultOf<'predict'>, solved: boolean): void => {
    this.#result = result;
    this.tab = solved ? 'why' : 'checks';
    const wrong = result.predictions.find(({ correct }) => !correct) ?? result.predictions[0];
    if (wrong !== undefined) this.workspace.choose(`predict/${wrong.requestId}`);
  };

  readonly sayResult = ({ predictions }: ResultOf<'predict'>, _texts: ScenarioTexts, say: Say): string =>
    say('mission.say.predicted', {
      right: predictions.filter(({ correct }) => correct).length,
      total: predictions.length,
    });
}
