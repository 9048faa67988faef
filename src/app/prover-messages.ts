import type { Finding } from '#iam/lint';
import type { PolicyType } from '#iam';
import type { Attempt, Scenario, Verdict } from '#scenario';
import type { Answer } from '#screens/compare/compare-pair.ts';
import type { Documents } from '#screens/compare/example.ts';

/** A question to the prover and what it answers, by kind. */
export interface Questions {
  readonly grade: {
    readonly ask: { readonly scenario: Scenario; readonly attempt: Attempt };
    readonly answer: Verdict;
  };
  /** Which statements of a policy change nothing. */
  readonly statements: {
    readonly ask: { readonly text: string; readonly type: PolicyType };
    readonly answer: readonly Finding[];
  };
  readonly compare: {
    readonly ask: Documents;
    readonly answer: Answer;
  };
}
export type Kind = keyof Questions;

/** From the page to the worker; `reference`: the address of the folder with AWS's services. */
export interface Asked<One extends Kind = Kind> {
  readonly id: number;
  readonly kind: One;
  readonly ask: Questions[One]['ask'];
  readonly reference: string;
}

/** From the worker to the page. `problem`: our own bug, or a service's file that could not be had. */
export type Answered =
  | { readonly id: number; readonly answer: Questions[Kind]['answer'] }
  | { readonly id: number; readonly problem: string };
