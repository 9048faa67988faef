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

/** The same for an audit, which grades many answers: the actions on which documents can differ, and all there are. */
export interface AuditReference {
  readonly actionsFor: (documents: readonly JsonValue[]) => readonly CatalogueAction[];
  readonly managed: AccountWorld['catalogue'];
}

/** What every kind's result says; each adds what it has to show. */
export interface StepResult {
  readonly solved: boolean;
  /** False: it is right, and allows more than is required. Predictions and pairs are right or wrong. */
  readonly exact: boolean;
}

/** What is shown of a step before it is shipped: figures are counted, never stored. */
export interface StepAudit {
  readonly issues: readonly ScenarioIssue[];
  /** Words stand in the catalogue under `scenario.figures.<kind>`. */
  readonly figures: Readonly<Record<string, number>>;
  /** Remarks that are no faults; words stand under `scenario.<code>`. */
  readonly notes: readonly ScenarioIssue[];
}

/** A kind of step: all that there is to it is this row, its panel and its words. All of it is pure and total. */
export interface Kind<Spec, Answer, Result extends StepResult> {
  /** Of the step in scenario.json; strict. */
  readonly spec: GenericSchema<unknown, Spec>;
  /** Of what a learner hands in: plain, storable, gradable again. */
  readonly answer: GenericSchema<unknown, Answer>;
  /** What en.md and es.md must say. */
  readonly headings: (spec: Spec, setting: Setting) => readonly Heading[];
  /** Names of the step that come twice or name nothing in the scenario. */
  readonly references: (spec: Spec, setting: Setting, where: string) => readonly ScenarioIssue[];
  /** What stands there before the learner has done anything. */
  readonly opening: (spec: Spec, setting: Setting) => Answer;
  /** The author's answer, or the computed one. */
  readonly solution: (spec: Spec, setting: Setting, managed: Reference['managed']) => Answer;
  /** Policies that the step and an answer speak of: their services' actions are what `grade` needs. */
  readonly documents: (spec: Spec, setting: Setting, answer: Answer) => readonly JsonValue[];
  readonly grade: (spec: Spec, setting: Setting, answer: Answer, reference: Reference) => Result;
  /** What CI proves of the step. */
  readonly audit: (spec: Spec, setting: Setting, reference: AuditReference) => StepAudit;
}
