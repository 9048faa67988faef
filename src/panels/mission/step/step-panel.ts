import type { Component, Snippet } from 'svelte';
import type { AnswerOf, KindName, ResultOf, Scenario, ScenarioTexts, StepOf } from '#scenario';
import type { EditorKind } from '#ui/editor/editor-types.ts';

/** The parts of a mission, in the order of reading. */
export type Part = 'brief' | 'policy' | 'checks' | 'why';

export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** What a step's panel is opened with. */
export interface StepGiven<Name extends KindName> {
  readonly scenario: Scenario;
  readonly step: StepOf<Name>;
  /** What earlier visits kept of the mission, as `keep` was given it. */
  readonly drafts: Readonly<Record<string, string>>;
  readonly keep: (key: string, text: string) => void;
}

/** What a learner does in one step: the frame asks it for the answer, and tells it what a Check found. */
export interface StepWork<Name extends KindName = KindName> {
  /** As it would be handed in now: plain, and enough to be graded again. */
  readonly answer: AnswerOf<Name>;
  /** How many parts of it are still missing: a Check waits for them, and `missingWords` asks for them. */
  readonly missing: number;
  readonly missingWords?: (say: Say) => string;
  /** Takes the result of a Check, to show it; `solved`: the whole mission is. */
  readonly graded: (result: ResultOf<Name>, solved: boolean) => void;
  /** The result in one sentence, to be read aloud. */
  readonly sayResult: (result: ResultOf<Name>, texts: ScenarioTexts, say: Say) => string;
  /** Whether there is something to reset, and how; what was there can be brought back in the panel. */
  readonly mayReset: boolean;
  readonly reset: () => void;
  /** Brings a part into view, on a screen that shows one at a time. */
  readonly show: (part: Part) => void;
  /** Parts that links at the top of the page lead to. */
  readonly skipTo?: readonly Part[];
  /** True: the brief stands beside the work at every visit, not only at the first. */
  readonly briefStays?: true;
  /** True: the account stands beside the brief, which need not say what is in it. */
  readonly showsAccount?: true;
}

/** What a solved mission is told beside its medals. */
export interface Praise {
  /** The scenario's explanation is shown here; false where it stands beside. */
  readonly why: boolean;
  /** Why a medal is missing. */
  readonly remark?: string | undefined;
  readonly proved?: string | undefined;
}

/** What a step's component is given by the frame. */
export interface StepProps<Work> {
  readonly work: Work;
  readonly scenario: Scenario;
  /** In the language of the page; may change at any moment. */
  readonly texts: ScenarioTexts;
  /** The frame's own parts, to be placed: the brief, the row of steps, and what a solved mission is told. */
  readonly brief: Snippet<[wide: boolean]>;
  readonly steps: Snippet;
  readonly praise: Snippet<[praise: Praise]>;
  /** The whole mission is solved. */
  readonly solved: boolean;
  /** Counts Checks, so that the request walks the gates again after each. */
  readonly walk: number;
  /** Whether the brief lies open over a screen of middle width; a hint opens it. */
  readonly drawer: boolean;
  readonly onclosedrawer: () => void;
  readonly editorKind: EditorKind;
  readonly oneditorkind: (kind: EditorKind) => void;
  readonly oncheck: () => void;
  /** The answer has changed. */
  readonly onedit: () => void;
  /** Another tab keeps the mission: what happens here is not kept, unless this tab takes over. */
  readonly elsewhere: boolean;
  readonly ontake: () => void;
}

/** How a kind is played: its work and the component that shows it. */
export interface StepPanel<Name extends KindName = KindName> {
  readonly open: (given: StepGiven<Name>) => StepWork<Name>;
  readonly Step: Component<StepProps<StepWork<Name>>>;
  /** What the step keeps may be written by one tab at a time only. */
  readonly oneTab?: boolean;
}

/**
 * A kind's panel as the table holds it. Its component takes the very work that its `open` makes, which a table of all
 * kinds cannot say.
 */
export function stepPanel<Name extends KindName, Work extends StepWork<Name>>(panel: {
  readonly open: (given: StepGiven<Name>) => Work;
  readonly Step: Component<StepProps<Work>>;
  readonly oneTab?: boolean;
}): StepPanel {
  return panel as unknown as StepPanel;
}
