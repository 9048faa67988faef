import { text } from '../../../calls/input.ts';
import { iamArn, nameKey } from '../../../calls/names.ts';
import type { Call } from '../../../calls/operation.ts';
import { identityDocuments } from '../../../calls/policies-for.ts';
import { isRefusal, refuse, type Refusal } from '../../../calls/refusal.ts';
import type { JsonValue } from '#iam';
import type { Group, Role, User } from '../../../state/entities.ts';
import type { Ask } from '../../../state/record.ts';

/** A user, group or role whose policies a call asks about. */
export type PolicySource =
  | { readonly kind: 'user'; readonly arn: string; readonly entity: User }
  | { readonly kind: 'group'; readonly arn: string; readonly entity: Group }
  | { readonly kind: 'role'; readonly arn: string; readonly entity: Role };

const entityArn = /^arn:aws[a-z-]*:iam::\d{12}:(user|group|role)\/(?:[!-~]+\/)?([\w+=,.@-]+)$/;

/** What the caller needs to ask about the user, group or role that the parameter names. */
export function asksAboutSource(action: string, parameter: string) {
  return ({ input }: Call): readonly Ask[] | Refusal => {
    const arn = text(input, parameter);
    return entityArn.test(arn) ? [{ action, resource: arn }] : notClear(arn);
  };
}

function notClear(arn: string): Refusal {
  return refuse('InvalidInput', `Invalid Entity Arn: ${arn} does not clearly define entity type and name.`);
}

/** The user, group or role that the parameter names by its ARN. */
export function policySource(call: Call, parameter: string): PolicySource | Refusal {
  const { account, accountId, input } = call;
  const arn = text(input, parameter);
  const [, kind, name] = entityArn.exec(arn) ?? [];
  if (name === undefined) return notClear(arn);
  const key = nameKey(name);
  const missing = refuse('NoSuchEntity', `The ${kind ?? ''} with name ${name} cannot be found.`);
  const found = <One extends User | Group | Role>(
    noun: 'user' | 'group' | 'role',
    entity: One | undefined,
  ): One | undefined =>
    entity !== undefined && iamArn(accountId, noun, entity) === arn ? entity : undefined;
  if (kind === 'user') {
    const entity = found('user', account.users.get(key));
    return entity === undefined ? missing : { kind, arn, entity };
  }
  if (kind === 'group') {
    const entity = found('group', account.groups.get(key));
    return entity === undefined ? missing : { kind, arn, entity };
  }
  const entity = found('role', account.roles.get(key));
  return entity === undefined ? missing : { kind: 'role', arn, entity };
}

/** The identity-based policies of a source: its own and, of a user, those of the groups. */
export function documentsOf({ world, account }: Call, { entity }: PolicySource): readonly JsonValue[] {
  return identityDocuments(world, account, entity);
}

/** What a call finds out of the source that the parameter names. */
export function withSource<Answer>(
  parameter: string,
  run: (call: Call, source: PolicySource) => Answer | Refusal,
): (call: Call) => Answer | Refusal {
  return (call) => {
    const source = policySource(call, parameter);
    return isRefusal(source) ? source : run(call, source);
  };
}
