import type { JsonObject, RequestContext } from '#iam';
import { nameKey } from '../../calls/names.ts';
import type { Call } from '../../calls/operation.ts';
import { refuse, type Refusal } from '../../calls/refusal.ts';

const policyArn = /^arn:aws[a-z-]*:iam::(?:\d{12}|aws):policy\/(?:[^/]+\/)*[\w+=,.@-]+$/;

/** Whether a text can be the ARN of a managed policy. */
export function isPolicyArn(arn: string): boolean {
  return policyArn.test(arn);
}

/** Whether an ARN names a managed policy of the account or of AWS. */
export function policyExists({ account, world }: Call, arn: string): boolean {
  return (
    world.catalogue.has(arn) ||
    account.policies.get(nameKey(arn.slice(arn.lastIndexOf('/') + 1)))?.arn === arn
  );
}

/** Policies of service-linked roles belong to those alone. */
export function isServiceRolePolicy(arn: string): boolean {
  return arn.startsWith('arn:aws:iam::aws:policy/aws-service-role/');
}

/**
 * AWS's refusal of a policy as permissions boundary; undefined where it may be one.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
 */
export function boundaryRefusal(call: Call, arn: string): Refusal | undefined {
  if (!isPolicyArn(arn))
    return refuse('InvalidInput', `Value (${arn}) for parameter PermissionsBoundary is invalid.`);
  if (isServiceRolePolicy(arn))
    return refuse('PolicyNotAttachable', 'Cannot use a Service Role Policy as a permissions boundary.');
  return policyExists(call, arn)
    ? undefined
    : refuse('NoSuchEntity', `Scope ARN: ${arn} does not exist or is not attachable.`);
}

/** A permissions boundary as GetUser and GetRole give it. */
export function boundaryOutput({ boundary }: { readonly boundary?: string }): JsonObject {
  return boundary === undefined
    ? {}
    : {
        PermissionsBoundary: {
          PermissionsBoundaryType: 'PermissionsBoundaryPolicy',
          PermissionsBoundaryArn: boundary,
        },
      };
}

/** The boundary that a user or role has, as a condition key of the operations on it. */
export function boundaryKey(entity: { readonly boundary?: string } | undefined): RequestContext {
  return entity?.boundary === undefined ? {} : { 'iam:PermissionsBoundary': entity.boundary };
}
