import { text, textIn } from '../../../calls/input.ts';
import type { Call, Operation } from '../../../calls/operation.ts';
import { refuse, type Refusal } from '../../../calls/refusal.ts';
import { isPolicyArn, isServiceRolePolicy, policyExists } from '../boundary.ts';
import { changing, groupHolder, roleHolder, userHolder, type Holder, type HolderEntity } from '../holders.ts';
import { about, overQuota, page } from '../kinds.ts';

function arnRefusal(arn: string): Refusal | undefined {
  return isPolicyArn(arn) ? undefined : refuse('InvalidInput', `ARN ${arn} is not valid.`);
}

function policyKey({ input }: Call): { readonly 'iam:PolicyARN': string } {
  return { 'iam:PolicyARN': text(input, 'PolicyArn') };
}

/** Customers' roles are refused in AWS's words; users and groups never have a service role's policy. */
function notAttachable(noun: string): Refusal {
  return refuse(
    'PolicyNotAttachable',
    `Cannot attach a Service Role Policy to a ${noun === 'Role' ? 'Customer Role' : noun}.`,
  );
}

/** Attach…Policy: a managed policy grants to the user, group or role; to attach it twice is to attach it once. */
function attach<Entity extends HolderEntity>(holder: Holder<Entity>): Operation {
  const { noun, maxAttached, write } = holder;
  return changing(
    holder,
    `Attach${noun}Policy`,
    (call, one) => {
      const arn = text(call.input, 'PolicyArn');
      const refused = arnRefusal(arn);
      if (refused !== undefined) return refused;
      if (isServiceRolePolicy(arn)) return notAttachable(noun);
      if (!policyExists(call, arn))
        return refuse('NoSuchEntity', `Policy ${arn} does not exist or is not attachable.`);
      if (one.attached.includes(arn)) return {};
      if (one.attached.length >= maxAttached) return overQuota(`PoliciesPer${noun}`, maxAttached);
      return { changes: [write(call.accountId, { ...one, attached: [...one.attached, arn] })] };
    },
    policyKey,
  );
}

function detach<Entity extends HolderEntity>(holder: Holder<Entity>): Operation {
  return changing(
    holder,
    `Detach${holder.noun}Policy`,
    ({ input, accountId }, one) => {
      const arn = text(input, 'PolicyArn');
      const refused = arnRefusal(arn);
      if (refused !== undefined) return refused;
      if (!one.attached.includes(arn)) return refuse('NoSuchEntity', `Policy ${arn} was not found.`);
      const attached = one.attached.filter((other) => other !== arn);
      return { changes: [holder.write(accountId, { ...one, attached })] };
    },
    policyKey,
  );
}

function listAttached<Entity extends HolderEntity>({ kind, noun }: Holder<Entity>): Operation {
  return about(
    kind,
    `ListAttached${noun}Policies`,
    ({ input }, { attached }) => {
      const prefix = textIn(input, 'PathPrefix') ?? '/';
      return {
        output: page(
          input,
          'AttachedPolicies',
          attached
            .filter((arn) => arn.slice(arn.indexOf('/')).startsWith(prefix))
            .map((arn) => ({ PolicyName: arn.slice(arn.lastIndexOf('/') + 1), PolicyArn: arn })),
        ),
      };
    },
    { reads: true },
  );
}

function attachmentsOf<Entity extends HolderEntity>(holder: Holder<Entity>): readonly Operation[] {
  return [attach(holder), detach(holder), listAttached(holder)];
}

/**
 * Managed policies of users, groups and roles.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_manage-attach-detach.html
 */
export const attachmentOperations: readonly Operation[] = [
  ...attachmentsOf(userHolder),
  ...attachmentsOf(groupHolder),
  ...attachmentsOf(roleHolder),
];
