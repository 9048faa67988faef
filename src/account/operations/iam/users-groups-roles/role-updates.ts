import { numberIn, text, textIn } from '../../../calls/input.ts';
import type { Operation, Outcome } from '../../../calls/operation.ts';
import { boundaryKey } from '../boundary.ts';
import { changing, protectedRole, roleHolder } from '../holders.ts';
import { about, role } from '../kinds.ts';
import { defaultSession, roleOutput } from './roles.ts';
import { trustPolicy } from './trust.ts';

const { write } = roleHolder;

const updateAssumeRolePolicy = changing(
  roleHolder,
  'UpdateAssumeRolePolicy',
  ({ input, state, accountId }, one) => {
    const policy = trustPolicy(text(input, 'PolicyDocument'), state);
    return 'refused' in policy ? policy : { changes: [write(accountId, { ...one, ...policy })] };
  },
);

/** A call without MaxSessionDuration sets it back to one hour; one without Description leaves that as it is. */
const updateRole = changing(roleHolder, 'UpdateRole', ({ input, accountId }, one): Outcome => {
  const description = textIn(input, 'Description') ?? one.description;
  const changed = {
    ...one,
    ...(description !== undefined && { description }),
    maxSession: numberIn(input, 'MaxSessionDuration') ?? defaultSession,
  };
  return { changes: [write(accountId, changed)] };
});

/**
 * The description is the one thing of a service-linked role that may be changed.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-service-linked-role.html
 */
const updateRoleDescription = about(
  role,
  'UpdateRoleDescription',
  ({ input, accountId }, one) => {
    const changed = { ...one, description: text(input, 'Description') };
    return (
      (one.linkedTo === undefined ? protectedRole(one) : undefined) ?? {
        output: { Role: roleOutput(accountId, changed) },
        changes: [write(accountId, changed)],
      }
    );
  },
  { context: (_, one) => boundaryKey(one) },
);

/** What may be changed of a role once it is there; its name and path may not. */
export const roleUpdateOperations: readonly Operation[] = [
  updateAssumeRolePolicy,
  updateRole,
  updateRoleDescription,
];
