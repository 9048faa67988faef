import type { JsonObject } from '#iam';
import type { ServiceName } from '../models/model.ts';
import type { Ask, Face } from '../state/record.ts';
import type { Account, Change, State } from '../state/state.ts';
import type { World } from '../state/world.ts';
import type { Caller } from './caller.ts';
import type { Refusal } from './refusal.ts';

/** A call on its way through the account: who makes it, with what, on which state. */
export interface Call {
  readonly input: JsonObject;
  readonly caller: Caller;
  /** The caller's account: for an operation that writes, as it is; for one that reads, as the region knows it. */
  readonly account: Account;
  readonly accountId: string;
  /** All accounts, seen the same way. */
  readonly state: State;
  readonly world: World;
  readonly region: string;
  readonly face: Face;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The next random number from 0 up to, not including, 1: it follows from the world's seed and the record's number. */
  readonly random: () => number;
}

/** What a call that is carried out does: the answer, in the members of AWS's model, and the rows it changes. */
export interface Outcome {
  readonly output?: JsonObject;
  readonly changes?: readonly Change[];
}

/** One operation of an AWS service: all that there is to it is its row and AWS's model of its input and output. */
export interface Operation {
  readonly service: ServiceName;
  /** As in the API: `CreateUser`. */
  readonly name: string;
  /** True: it changes nothing, and answers as the region knows the account. */
  readonly reads?: true;
  /** True: it takes no signature (AssumeRoleWithSAML, AssumeRoleWithWebIdentity). */
  readonly unsigned?: true;
  /** Who is calling, where no signature says so but what the call brings: an assertion or a token, if it is believed. */
  readonly authenticatedBy?: (call: Call) => Caller | Refusal;
  /** What the caller needs to be allowed. Absent: the action of the same name on `*`. A refusal ends the call. */
  readonly asks?: (call: Call) => readonly Ask[] | Refusal;
  readonly run: (call: Call) => Outcome | Refusal;
}
