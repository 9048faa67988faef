import type { JsonObject } from '#iam';
import { settingsOf } from '../operations/iam/credential-holders.ts';
import type { Session } from '../state/entities.ts';
import type { CallRecord, Identity } from '../state/record.ts';
import { changed, type Change } from '../state/state.ts';
import type { World } from '../state/world.ts';
import type { Subject } from './subject.ts';

/** @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-aws-console-sign-in-events.html */
export function consoleLogin(
  result: 'Success' | 'Failure',
  mfaUsed: boolean,
  serial?: string,
): { service: 'signin'; operation: string; input: JsonObject; output: JsonObject } {
  return {
    service: 'signin',
    operation: 'ConsoleLogin',
    input: { MFAUsed: mfaUsed ? 'Yes' : 'No', ...(serial !== undefined && { MFAIdentifier: serial }) },
    output: { ConsoleLogin: result },
  };
}

/** The world with one more line in its trail. */
export function logged(
  world: World,
  line: Pick<
    CallRecord,
    'at' | 'region' | 'service' | 'operation' | 'input' | 'output' | 'error' | 'again'
  > & {
    readonly caller: Identity;
    readonly changes: readonly Change[];
    readonly asks?: CallRecord['asks'];
  },
): { readonly world: World; readonly record: CallRecord } {
  const record: CallRecord = {
    id: world.log.length + 1,
    face: 'sign-in',
    asks: [],
    ...line,
  };
  return {
    world: { ...world, log: [...world.log, record], state: changed(world.state, line.changes) },
    record,
  };
}

/** The trail's line on who signs in, as CloudTrail writes it. */
export function signInIdentity({ accountId, account, user, arn }: Subject, session?: Session): Identity {
  return {
    type: user === undefined ? 'Root' : 'IAMUser',
    arn,
    account: accountId,
    principalId: user?.id ?? accountId,
    userName: user?.name ?? settingsOf(account).name,
    ...(session && { accessKeyId: session.id }),
    mfa: session?.mfaAt !== undefined,
  };
}

/** Whoever fails to sign in under a name that is nobody's: CloudTrail hides such a name, it may be a password. */
export function unknownIdentity(account: string): Identity {
  return {
    type: account === '' ? 'Unknown' : 'IAMUser',
    arn: 'anonymous',
    account,
    principalId: 'anonymous',
    userName: 'HIDDEN_DUE_TO_SECURITY_REASONS',
    mfa: false,
  };
}
