import { policyQuota, policySize, type JsonObject } from '#iam';
import { flag, tagsIn, text, textIn } from '../../../calls/input.ts';
import { malformedPolicy } from '../../../calls/malformed-policy.ts';
import { iamArn, nameKey } from '../../../calls/names.ts';
import type { Operation } from '../../../calls/operation.ts';
import { refuse, type Refusal } from '../../../calls/refusal.ts';
import { requestTagKeys, withTags } from '../../../calls/tag-set.ts';
import { uniqueId } from '../../../state/ids.ts';
import { put, remove } from '../../../state/state.ts';
import type { ManagedPolicy } from '../../../state/entities.ts';
import { about, overQuota, page } from '../kinds.ts';
import {
  attachmentCount,
  awsManaged,
  boundaryCount,
  ownPolicy,
  policyOutput,
  readablePolicy,
  usageOf,
} from './managed-policies.ts';
import { tagOperations } from '../tags.ts';

const maxPolicies = 1500;

/** The refusal of a text as a managed policy: by its grammar, then by its size. */
export function refusedDocument(document: string): Refusal | undefined {
  const malformed = malformedPolicy(document, 'identity');
  if (malformed !== undefined) return malformed;
  const maxSize = policyQuota('identity');
  return policySize(document, 'identity') > maxSize ? overQuota('PolicySize', maxSize) : undefined;
}

const createPolicy: Operation = {
  service: 'iam',
  name: 'CreatePolicy',
  asks: ({ accountId, input }) => [
    {
      action: 'iam:CreatePolicy',
      resource: iamArn(accountId, 'policy', {
        path: textIn(input, 'Path') ?? '/',
        name: text(input, 'PolicyName'),
      }),
      context: requestTagKeys(tagsIn(input)),
    },
  ],
  run: ({ account, accountId, input, now, random }) => {
    const name = text(input, 'PolicyName');
    const document = text(input, 'PolicyDocument');
    const refused = refusedDocument(document);
    if (refused !== undefined) return refused;
    if (account.policies.has(nameKey(name)))
      return refuse(
        'EntityAlreadyExists',
        `A policy called ${name} already exists. Duplicate names are not allowed.`,
      );
    if (account.policies.size >= maxPolicies) return overQuota('PoliciesPerAccount', maxPolicies);
    const tags = withTags([], tagsIn(input), false);
    if ('refused' in tags) return tags;
    const path = textIn(input, 'Path') ?? '/';
    const description = textIn(input, 'Description');
    const made: ManagedPolicy = {
      name,
      path,
      id: uniqueId('ANPA', random),
      arn: iamArn(accountId, 'policy', { path, name }),
      created: now,
      updated: now,
      ...(description !== undefined && { description }),
      tags,
      versions: [{ id: 'v1', document, created: now }],
      defaultVersion: 'v1',
      nextVersion: 2,
    };
    return {
      output: { Policy: policyOutput(account, made) },
      changes: [put(accountId, 'policies', nameKey(name), made)],
    };
  },
};

const listPolicies: Operation = {
  service: 'iam',
  name: 'ListPolicies',
  reads: true,
  run: ({ account, input, world }) => {
    const scope = textIn(input, 'Scope') ?? 'All';
    const prefix = textIn(input, 'PathPrefix') ?? '/';
    const usage = textIn(input, 'PolicyUsageFilter');
    const used = ({ arn }: ManagedPolicy): boolean => {
      const by = usageOf(account, arn);
      const counts = {
        attached: usage === 'PermissionsBoundary' ? 0 : attachmentCount(by),
        bounds: usage === 'PermissionsPolicy' ? 0 : boundaryCount(by),
      };
      return counts.attached + counts.bounds > 0;
    };
    const all = [
      ...(scope === 'AWS' ? [] : account.policies.values()),
      ...(scope === 'Local' ? [] : [...world.catalogue.values()].map(awsManaged)),
    ].filter(({ path }) => path.startsWith(prefix));
    const wanted = flag(input, 'OnlyAttached') || usage !== undefined ? all.filter(used) : all;
    return {
      output: page(
        input,
        'Policies',
        wanted.map((one) => policyOutput(account, one, false)),
      ),
    };
  },
};

/** One kind of ListEntitiesForPolicy's answer: those of the account under the path who use the policy as asked. */
function users(
  noun: 'Group' | 'User' | 'Role',
  those: readonly { readonly name: string; readonly id: string; readonly path: string }[],
  input: JsonObject,
): readonly JsonObject[] {
  const filter = textIn(input, 'EntityFilter') ?? noun;
  const prefix = textIn(input, 'PathPrefix') ?? '/';
  if (filter !== noun) return [];
  return those
    .filter(({ path }) => path.startsWith(prefix))
    .map(({ name, id }) => ({ [`${noun}Name`]: name, [`${noun}Id`]: id }));
}

/** The rows of managed policies, but for their versions. */
export const policyOperations: readonly Operation[] = [
  createPolicy,
  about(
    readablePolicy,
    'GetPolicy',
    ({ account }, one) => ({ output: { Policy: policyOutput(account, one) } }),
    { reads: true },
  ),
  listPolicies,
  about(ownPolicy, 'DeletePolicy', ({ account, accountId }, { arn, name, versions }) => {
    const usage = usageOf(account, arn);
    if (attachmentCount(usage) + boundaryCount(usage) > 0)
      return refuse('DeleteConflict', 'Cannot delete a policy attached to entities.');
    if (versions.length > 1)
      return refuse(
        'DeleteConflict',
        "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. The default version is deleted with the policy.",
      );
    return { changes: [remove(accountId, 'policies', nameKey(name))] };
  }),
  about(
    readablePolicy,
    'ListEntitiesForPolicy',
    ({ account, input }, { arn }) => {
      const { attached, bounded } = usageOf(account, arn);
      const asked = textIn(input, 'PolicyUsageFilter');
      const permits = asked !== 'PermissionsBoundary';
      const bounds = asked !== 'PermissionsPolicy';
      const both = <One>(by: readonly One[], within: readonly One[]): readonly One[] => [
        ...new Set([...(permits ? by : []), ...(bounds ? within : [])]),
      ];
      return {
        output: {
          PolicyGroups: users('Group', both(attached.groups, []), input),
          PolicyUsers: users('User', both(attached.users, bounded.users), input),
          PolicyRoles: users('Role', both(attached.roles, bounded.roles), input),
          IsTruncated: false,
        },
      };
    },
    { reads: true },
  ),
  ...tagOperations(ownPolicy, 'Policy', (account, one) => put(account, 'policies', nameKey(one.name), one)),
];
