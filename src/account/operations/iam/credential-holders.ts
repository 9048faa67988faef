import type { JsonObject } from '#iam';
import { textIn } from '../../calls/input.ts';
import type { Call, Operation } from '../../calls/operation.ts';
import { refuse, type Refusal } from '../../calls/refusal.ts';
import type { AccountSettings, User } from '../../state/entities.ts';
import type { Account } from '../../state/state.ts';
import { about, user, type Kind } from './kinds.ts';

/** Whom credentials belong to: a user, or the root user, whose name is `''`. */
export interface Holder {
  readonly name: string;
  readonly user?: User;
}

const rootUser: Holder = { name: '' };

/** What there is once in an account. */
export function settingsOf(account: Account): AccountSettings {
  return account.settings.get('account') ?? { name: '', email: '', created: 0 };
}

/** Whether the root user calls about its own credentials: it has no user name, and its email address stands for it. */
function isRootItself({ caller, input, account }: Call): boolean {
  const name = textIn(input, 'UserName');
  return caller.kind === 'root' && (name === undefined || name === settingsOf(account).email);
}

/** Whose credentials a call is about: the user it names; without a name, whoever calls. */
export const holder: Kind<Holder> = {
  find: (call) => {
    if (isRootItself(call)) return rootUser;
    const found = user.find(call);
    return found && { name: found.name, user: found };
  },
  arn: (call) => (isRootItself(call) ? call.caller.arn : user.arn(call)),
  missing: user.missing,
  tags: (one) => one.user?.tags ?? [],
};

/** A row about somebody's credentials. Only users and the root user may leave the name out and mean themselves. */
export function aboutHolder(
  name: string,
  run: Parameters<typeof about<Holder>>[2],
  more?: Parameters<typeof about<Holder>>[3],
): Operation {
  const row = about(holder, name, run, more);
  return { ...row, asks: (call) => nameless(call) ?? row.asks?.(call) ?? [] };
}

function nameless({ caller, input }: Call): Refusal | undefined {
  return textIn(input, 'UserName') !== undefined || caller.kind === 'user' || caller.kind === 'root'
    ? undefined
    : refuse('ValidationError', 'Must specify userName when calling with non-User credentials');
}

/** The name by which the root user's credentials are listed, where AWS's model wants one. */
export function shownName(account: Account, { name }: Pick<Holder, 'name'>): string {
  return name === '' ? settingsOf(account).name : name;
}

/** The root user where AWS gives a user: it has no name, and the account's id is its own. */
export function rootOutput(account: Account, accountId: string): JsonObject {
  const { created, rootPasswordLastUsed } = settingsOf(account);
  return {
    UserId: accountId,
    Arn: `arn:aws:iam::${accountId}:root`,
    CreateDate: created,
    ...(rootPasswordLastUsed !== undefined && { PasswordLastUsed: rootPasswordLastUsed }),
  };
}
