import { flag, text } from '../../../calls/input.ts';
import { nameKey } from '../../../calls/names.ts';
import type { Call, Operation, Outcome } from '../../../calls/operation.ts';
import { refuse, type Refusal } from '../../../calls/refusal.ts';
import { put } from '../../../state/state.ts';
import type { ManagedPolicy, PolicyVersion } from '../../../state/entities.ts';
import { about, page } from '../kinds.ts';
import { ownPolicy, readablePolicy, versionOutput } from './managed-policies.ts';
import { refusedDocument } from './policies.ts';

const maxVersions = 5;

function written({ accountId, now }: Call, one: ManagedPolicy, changes: Partial<ManagedPolicy>): Outcome {
  return {
    changes: [put(accountId, 'policies', nameKey(one.name), { ...one, ...changes, updated: now })],
  };
}

/** What is done with the version that the call names; `NoSuchEntity` where the policy has none by that id. */
function onVersion(
  run: (call: Call, one: ManagedPolicy, version: PolicyVersion) => Outcome | Refusal,
): (call: Call, one: ManagedPolicy) => Outcome | Refusal {
  return (call, one) => {
    const id = text(call.input, 'VersionId');
    const version = one.versions.find((known) => known.id === id);
    return version === undefined
      ? refuse('NoSuchEntity', `Policy ${one.arn} version ${id} does not exist or is not attachable.`)
      : run(call, one, version);
  };
}

/**
 * The rows of managed policies' versions: at most five are kept, one is the default, and no number comes again.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-versioning.html
 */
export const policyVersionOperations: readonly Operation[] = [
  about(ownPolicy, 'CreatePolicyVersion', (call, one) => {
    const document = text(call.input, 'PolicyDocument');
    const refused = refusedDocument(document);
    if (refused !== undefined) return refused;
    if (one.versions.length >= maxVersions)
      return refuse(
        'LimitExceeded',
        'A managed policy can have up to 5 versions. Before you create a new version, you must delete an existing version.',
      );
    const version: PolicyVersion = { id: `v${one.nextVersion}`, document, created: call.now };
    const after: ManagedPolicy = {
      ...one,
      versions: [version, ...one.versions],
      nextVersion: one.nextVersion + 1,
      ...(flag(call.input, 'SetAsDefault') && { defaultVersion: version.id }),
    };
    return {
      ...written(call, one, after),
      output: { PolicyVersion: versionOutput(after, version, false) },
    };
  }),
  about(
    readablePolicy,
    'GetPolicyVersion',
    onVersion((_, one, version) => ({ output: { PolicyVersion: versionOutput(one, version) } })),
    { reads: true },
  ),
  about(
    readablePolicy,
    'ListPolicyVersions',
    ({ input }, one) => ({
      output: page(
        input,
        'Versions',
        one.versions.map((version) => versionOutput(one, version, false)),
      ),
    }),
    { reads: true },
  ),
  about(
    ownPolicy,
    'SetDefaultPolicyVersion',
    onVersion((call, one, { id }) => written(call, one, { defaultVersion: id })),
  ),
  about(
    ownPolicy,
    'DeletePolicyVersion',
    onVersion((call, one, { id }) =>
      id === one.defaultVersion
        ? refuse('DeleteConflict', 'Cannot delete the default version of a policy.')
        : written(call, one, { versions: one.versions.filter((version) => version.id !== id) }),
    ),
  ),
];
