import * as v from 'valibot';
import type { Kind, StepResult } from '../step/kind.ts';
import { assign } from './assign/index.ts';
import { fix } from './fix/index.ts';
import { operate } from './operate/index.ts';
import { predict } from './predict/index.ts';
import { write } from './write/index.ts';

/** Every kind of step there is: one row each. */
const kinds = { predict, write, fix, operate, assign };

type Kinds = typeof kinds;
export type KindName = keyof Kinds;
export const kindNames = Object.keys(kinds) as readonly KindName[];

export type StepOf<Name extends KindName> = v.InferOutput<Kinds[Name]['spec']>;
export type AnswerOf<Name extends KindName> = v.InferOutput<Kinds[Name]['answer']>;
export type ResultOf<Name extends KindName> = { readonly kind: Name } & ReturnType<Kinds[Name]['grade']>;
export type Step = { [Name in KindName]: StepOf<Name> }[KindName];
export type Answer = { [Name in KindName]: AnswerOf<Name> }[KindName];
export type Result = { [Name in KindName]: ResultOf<Name> }[KindName];

/** The row of a step's kind. Step, answer and result of one kind go together: their `kind` says so. */
export function kindOf({ kind }: Pick<Step, 'kind'>): Kind<Step, Answer, StepResult> {
  return kinds[kind] as unknown as Kind<Step, Answer, StepResult>;
}

/** The schema of a value that names its kind; of one that names none, a schema that says which kinds there are. */
function byKind<Value>(what: 'spec' | 'answer'): v.GenericSchema<unknown, Value> {
  const none = v.looseObject({ kind: v.picklist(kindNames) });
  return v.lazy((value) => {
    const { kind } = (typeof value === 'object' && value !== null ? value : {}) as { kind?: unknown };
    const name = kindNames.find((known) => known === kind);
    return (name === undefined ? none : kinds[name][what]) as v.GenericSchema<unknown, Value>;
  });
}
export const stepSchema = byKind<Step>('spec');
export const answerSchema = byKind<Answer>('answer');
