import type { World as AccountWorld } from '#account';
import type { JsonValue } from '#iam';
import type { CatalogueAction } from '#proof';
import type { GenericSchema } from 'valibot';
import type { ScenarioIssue } from '../file/issue.ts';
import type { Heading } from '../file/texts-shape.ts';
import type { ScenarioRequest, World } from '../world/world.ts';

/** What all steps of a scenario play on. */
export interface Setting {
  readonly id: string;
  readonly world: World;
  readonly requests: readonly ScenarioRequest[];
}

/** What of AWS's reference data grading needs. */
export interface Reference {
  /** Actions of the services that the scenario's policies and the answer speak of. */
  readonly actions: readonly CatalogueAction[];
  /** AWS managed policies by ARN; asked only where an account is operated. */
  readonly managed: AccountWorld['catalogue'];
}

/** The same for an audit. It grades many answers, which name different services, so it asks for the actions of each. */
export interface AuditReference {
  readonly actionsFor: (documents: readonly JsonValue[]) => readonly CatalogueAction[];
  readonly managed: AccountWorld['catalogue'];
}

/** What every kind's result says; each adds what it has to show. */
export interface StepResult {
  readonly solved: boolean;
  /**
   * Solved, with nothing beyond what was asked. A policy that allows more than is required and no more than is permitted is
   * solved and not exact; predictions and the like are right or wrong, so both are the same there.
   */
  readonly exact: boolean;
}

/** What `npm run scenarios` says of a step. */
export interface StepAudit {
  readonly issues: readonly ScenarioIssue[];
  /** What was counted, by a name: `{ mutants: 41, rejected: 40 }`. */
  readonly figures: Readonly<Record<string, number>>;
  /** Remarks that are no faults; words stand under `scenario.<code>`. */
  readonly notes: readonly ScenarioIssue[];
}

/**
 * A kind of step. What there is to it is this row (in `kinds/index.ts`), its panel (a row in `src/panels/mission/steps.ts`)
 * and its words (`src/ui/i18n/{en,es}/kinds.ts`). All functions are pure and total.
 */
export interface Kind<Spec, Answer, Result extends StepResult> {
  /** Schema of the step in scenario.json; a key that it does not know is refused. */
  readonly spec: GenericSchema<unknown, Spec>;
  /** Schema of what a learner hands in: plain JSON that can be stored, and holds all that is needed to grade it again. */
  readonly answer: GenericSchema<unknown, Answer>;
  /** What en.md and es.md must say. */
  readonly headings: (spec: Spec, setting: Setting) => readonly Heading[];
  /** Names of the step that come twice or name nothing in the scenario. */
  readonly references: (spec: Spec, setting: Setting, where: string) => readonly ScenarioIssue[];
  /** What stands there before the learner has done anything. */
  readonly opening: (spec: Spec, setting: Setting) => Answer;
  /** The right answer: the author's where the file has one (a policy), else computed (predictions). */
  readonly solution: (spec: Spec, setting: Setting, managed: Reference['managed']) => Answer;
  /** Policies that the step and an answer speak of: their services' actions are what `grade` needs. */
  readonly documents: (spec: Spec, setting: Setting, answer: Answer) => readonly JsonValue[];
  /** True: there are few answers, so the right one can be found by trying. Only a first Check shows that it was known. */
  readonly byTrying?: true;
  /** True: `grade` asks for AWS managed policies. */
  readonly needsManaged?: true;
  readonly grade: (spec: Spec, setting: Setting, answer: Answer, reference: Reference) => Result;
  /** What CI proves of the step. */
  readonly audit: (spec: Spec, setting: Setting, reference: AuditReference) => StepAudit;
}
