import { text } from '../../../calls/input.ts';
import type { Operation } from '../../../calls/operation.ts';
import { refuse } from '../../../calls/refusal.ts';
import { boundaryRefusal } from '../boundary.ts';
import { changing, roleHolder, userHolder, type Holder, type HolderEntity } from '../holders.ts';

/**
 * Put…PermissionsBoundary asks with the boundary that is to be; a policy can so allow only one, and no other.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
 */
function boundariesOf<Entity extends HolderEntity>(holder: Holder<Entity>): readonly Operation[] {
  const { noun, write } = holder;
  return [
    changing(
      holder,
      `Put${noun}PermissionsBoundary`,
      (call, one) => {
        const boundary = text(call.input, 'PermissionsBoundary');
        return boundaryRefusal(call, boundary) ?? { changes: [write(call.accountId, { ...one, boundary })] };
      },
      ({ input }) => ({ 'iam:PermissionsBoundary': text(input, 'PermissionsBoundary') }),
    ),
    changing(holder, `Delete${noun}PermissionsBoundary`, ({ accountId }, { boundary, ...one }) =>
      boundary === undefined
        ? refuse('NoSuchEntity', `${noun} ${one.name} does not have a permissions boundary.`)
        : { changes: [write(accountId, one as unknown as Entity)] },
    ),
  ];
}

/** Permissions boundaries of users and roles; groups have none. */
export const boundaryOperations: readonly Operation[] = [
  ...boundariesOf(userHolder),
  ...boundariesOf(roleHolder),
];
