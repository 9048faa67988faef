import type { proverQuestions } from './prover-questions.ts';

/** The questions of the prover by kind, each as the function that answers it. */
type Questions = typeof proverQuestions;
export type Kind = keyof Questions;
/** What a question is given. */
export type Given<One extends Kind> = Parameters<Questions[One]>[0];
/** What a question is answered. */
export type Answer<One extends Kind> = Awaited<ReturnType<Questions[One]>>;

/** From the page to the worker; `reference`: the address of the folder with AWS's services. */
export interface Asked<One extends Kind = Kind> {
  readonly id: number;
  readonly kind: One;
  readonly given: Given<One>;
  readonly reference: string;
}

/** From the worker to the page. `problem`: our own bug, or a service's file that could not be had. */
export type Answered =
  { readonly id: number; readonly answer: Answer<Kind> } | { readonly id: number; readonly problem: string };
