import { text } from '../../calls/input.ts';
import { iamArn, nameKey } from '../../calls/names.ts';
import type { Call } from '../../calls/operation.ts';
import { refuse, type Refusal } from '../../calls/refusal.ts';
import type { Role } from '../../state/entities.ts';
import { accountOf } from '../../state/state.ts';

/** The role that a call asks a session of. */
export interface Target {
  readonly account: string;
  readonly arn: string;
  /** Absent: there is none by the ARN. Nobody is told so: the call is denied as any other. */
  readonly role?: Role;
}

const roleArn = /^arn:aws[a-z-]*:iam::(\d{12}):role\/(?:[!-~]+\/)?([\w+=,.@-]+)$/;

export function targetOf({ input, state }: Call): Target | Refusal {
  const arn = text(input, 'RoleArn');
  const [, account, name] = roleArn.exec(arn) ?? [];
  if (account === undefined || name === undefined) return refuse('ValidationError', `${arn} is invalid`);
  const role = accountOf(state, account).roles.get(nameKey(name));
  return role !== undefined && iamArn(account, 'role', role) === arn
    ? { account, arn, role }
    : { account, arn };
}

const chained = 3600;

/**
 * How many seconds a role's session lasts: as asked, within what the role allows, and an hour at most where a role's
 * session makes it.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_manage-assume.html
 */
export function roleSeconds(role: Role, asked: number | undefined, chaining: boolean): number | Refusal {
  if (chaining && asked !== undefined && asked > chained)
    return refuse(
      'ValidationError',
      'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.',
    );
  if (asked !== undefined && asked > role.maxSession)
    return refuse(
      'ValidationError',
      'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
    );
  return asked ?? chained;
}
