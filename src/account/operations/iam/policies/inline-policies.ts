import { policySize } from '#iam';
import { text } from '../../../calls/input.ts';
import { malformedPolicy } from '../../../calls/malformed-policy.ts';
import type { Operation } from '../../../calls/operation.ts';
import { refuse, type Refusal } from '../../../calls/refusal.ts';
import type { Permissions } from '../../../state/entities.ts';
import { changing, groupHolder, roleHolder, userHolder, type Holder, type HolderEntity } from '../holders.ts';
import { about, page } from '../kinds.ts';

function without(inline: Permissions['inline'], name: string): Permissions['inline'] {
  return Object.fromEntries(Object.entries(inline).filter(([other]) => other !== name));
}

function missing(noun: string, name: string): Refusal {
  return refuse('NoSuchEntity', `The ${noun.toLowerCase()} policy with name ${name} cannot be found.`);
}

/**
 * Put…Policy: writes an inline policy, or writes over the one of the name. The quota counts all inline policies of the
 * entity together, without white space.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
function putInline<Entity extends HolderEntity>(holder: Holder<Entity>): Operation {
  const { noun, maxInline, write } = holder;
  return changing(holder, `Put${noun}Policy`, ({ input, accountId }, one) => {
    const name = text(input, 'PolicyName');
    const document = text(input, 'PolicyDocument');
    const malformed = malformedPolicy(document, 'identity');
    if (malformed !== undefined) return malformed;
    const inline = { ...without(one.inline, name), [name]: document };
    const size = Object.values(inline).reduce((sum, each) => sum + policySize(each, 'identity'), 0);
    return size > maxInline
      ? refuse(
          'LimitExceeded',
          `Maximum policy size of ${maxInline} bytes exceeded for ${noun.toLowerCase()} ${one.name}`,
        )
      : { changes: [write(accountId, { ...one, inline })] };
  });
}

function deleteInline<Entity extends HolderEntity>(holder: Holder<Entity>): Operation {
  const { noun, write } = holder;
  return changing(holder, `Delete${noun}Policy`, ({ input, accountId }, one) => {
    const name = text(input, 'PolicyName');
    return Object.hasOwn(one.inline, name)
      ? { changes: [write(accountId, { ...one, inline: without(one.inline, name) })] }
      : missing(noun, name);
  });
}

function readInline<Entity extends HolderEntity>({ kind, noun }: Holder<Entity>): readonly Operation[] {
  return [
    about(
      kind,
      `Get${noun}Policy`,
      ({ input }, one) => {
        const name = text(input, 'PolicyName');
        const document = Object.hasOwn(one.inline, name) ? one.inline[name] : undefined;
        return document === undefined
          ? missing(noun, name)
          : { output: { [`${noun}Name`]: one.name, PolicyName: name, PolicyDocument: document } };
      },
      { reads: true },
    ),
    about(
      kind,
      `List${noun}Policies`,
      ({ input }, { inline }) => ({ output: page(input, 'PolicyNames', Object.keys(inline)) }),
      { reads: true },
    ),
  ];
}

function inlinePoliciesOf<Entity extends HolderEntity>(holder: Holder<Entity>): readonly Operation[] {
  return [putInline(holder), deleteInline(holder), ...readInline(holder)];
}

/**
 * Inline policies of users, groups and roles: each belongs to one entity and goes with it.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html
 */
export const inlinePolicyOperations: readonly Operation[] = [
  ...inlinePoliciesOf(userHolder),
  ...inlinePoliciesOf(groupHolder),
  ...inlinePoliciesOf(roleHolder),
];
