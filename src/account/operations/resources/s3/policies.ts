import type { JsonObject } from '#iam';
import { text } from '../../../calls/input.ts';
import type { Call, Operation, Outcome } from '../../../calls/operation.ts';
import { refuse, type Refusal } from '../../../calls/refusal.ts';
import { resourcePolicyIn, textsOf, type PolicyFault } from '../principals.ts';
import { bucketAsk, inBucket, putBucket, type OwnedBucket } from './bucket.ts';

const faults: Readonly<Record<PolicyFault, string>> = {
  json: "Policies must be valid JSON and the first byte must be '{'",
  size: 'Policy exceeds the maximum allowed document size.',
  noPrincipal: 'Missing required field Principal',
  grammar: 'This policy is not valid: see the grammar of the policy language.',
  unknownPrincipal: 'Invalid principal in policy',
};

function malformed(why: string): Refusal {
  return refuse('MalformedPolicy', why);
}

function isObjectAction(action: string): boolean {
  return /^(?!.*bucket).*(?:object|multipartuploadparts|abortmultipart)/i.test(action);
}

/** What is wrong with a statement in the policy of this bucket; it can speak of this bucket only. */
function faultIn(statement: JsonObject, bucket: string): string | undefined {
  const resources = textsOf(statement['Resource']);
  const actions = textsOf(statement['Action']);
  const own = `arn:aws:s3:::${bucket}`;
  if (!resources.every((arn) => arn.startsWith(own) && /^(?:$|[/*?])/.test(arn.slice(own.length))))
    return 'Policy has invalid resource';
  if (!actions.every((action) => action === '*' || /^s3:/i.test(action))) return 'Policy has invalid action';
  const reached = (action: string): boolean => {
    if (resources.length === 0 || /[*?]/.test(action)) return true;
    return resources.some((arn) => arn.includes('/') === isObjectAction(action) || /^[^/]*[*?]/.test(arn));
  };
  return actions.every(reached) ? undefined : 'Action does not apply to any resource(s) in statement';
}

/**
 * A row about the bucket policy. Only the account that owns the bucket can use it, and its root user always can, so that
 * nobody is locked out.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html
 */
function policyRow(
  name: string,
  run: (call: Call, found: OwnedBucket) => Outcome | Refusal,
  reads?: true,
): Operation {
  return inBucket(
    name,
    (call, found) =>
      call.accountId === found.owner
        ? run(call, found)
        : refuse('MethodNotAllowed', 'The specified method is not allowed against this resource.'),
    {
      ...(reads && { reads }),
      asks: ({ caller, accountId }, found) => {
        const isOwner = caller.kind === 'root' && accountId === found.owner;
        // Asked of `*`, so that no bucket policy has a say; SCPs still do.
        return [{ ...bucketAsk(name, found), ...(isOwner && { resource: '*' }) }];
      },
    },
  );
}

export const bucketPolicyRows: readonly Operation[] = [
  policyRow(
    'GetBucketPolicy',
    (_, { bucket }) =>
      bucket.policy === undefined
        ? refuse('NoSuchBucketPolicy', 'The bucket policy does not exist')
        : { output: { Policy: bucket.policy } },
    true,
  ),
  policyRow('PutBucketPolicy', ({ input, state }, found) => {
    const policy = text(input, 'Policy');
    const read = resourcePolicyIn(policy, state);
    if (typeof read === 'string') return malformed(faults[read]);
    const fault = read.statements
      .map((statement) => faultIn(statement, found.bucket.name))
      .find((why) => why !== undefined);
    if (fault !== undefined) return malformed(fault);
    return { changes: [putBucket(found, { ...found.bucket, policy })] };
  }),
  policyRow('DeleteBucketPolicy', (_, found) => {
    const { policy, ...bucket } = found.bucket;
    return policy === undefined ? {} : { changes: [putBucket(found, bucket)] };
  }),
];
