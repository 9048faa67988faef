import type { JsonObject, RequestContext } from '#iam';
import type { ServiceName } from '../models/model.ts';
import type { Change } from './state.ts';

/** One question that was put to the policies for a call; enough to ask it again of the state before the call. */
export interface Ask {
  readonly action: string;
  /** ARN, or `*`. */
  readonly resource: string;
  /** Owner of the resource; absent: the account in the ARN, else the caller's. */
  readonly resourceAccount?: string;
  readonly context?: RequestContext;
}

/** Who made a call, as CloudTrail tells it. */
export interface Identity {
  readonly type:
    | 'Root'
    | 'IAMUser'
    | 'AssumedRole'
    | 'FederatedUser'
    | 'SAMLUser'
    | 'WebIdentityUser'
    | 'AWSService'
    | 'Unknown';
  readonly arn: string;
  readonly account: string;
  readonly principalId: string;
  readonly userName?: string;
  readonly accessKeyId?: string;
  readonly mfa: boolean;
  /** When MFA was proved, where no session of the account says it. */
  readonly mfaAt?: number;
  /** ARN of the role or user whose session it is. */
  readonly issuer?: string;
  readonly sourceIdentity?: string;
}

/** Where a call came from. `start` is the state a world begins with, `sign-in` the console's door. */
export type Face = 'console' | 'cli' | 'sdk' | 'service' | 'sign-in' | 'start';

/** A call as it was answered: the line of the trail, and with its changes all that is needed to replay it. */
export interface CallRecord {
  /** `1`, `2`, … in a world. */
  readonly id: number;
  /** Milliseconds since 1970, never before the record before it. */
  readonly at: number;
  readonly region: string;
  /** How many records the region had taken in, where it was behind. */
  readonly known?: number;
  readonly face: Face;
  /** Absent in the start, and where the signature was refused. */
  readonly caller?: Identity;
  /** The access key that signed, where the signature was refused: whose it was, nobody says. */
  readonly refusedKey?: string;
  readonly service: ServiceName | 'signin' | 'start';
  readonly operation: string;
  /** Without passwords and codes. */
  readonly input: JsonObject;
  /** Without secrets. */
  readonly output?: JsonObject;
  readonly error?: { readonly code: string; readonly message: string };
  readonly asks: readonly Ask[];
  readonly changes: readonly Change[];
  /** All that is needed to make the call again, secrets too (replay.ts); only in worlds that keep it. */
  readonly again?: JsonObject;
}
