import { isJsonObject, policyQuota, policySize, printPolicy } from '#iam';
import { list, text, textIn } from '../../calls/input.ts';
import { malformedPolicy } from '../../calls/malformed-policy.ts';
import { nameKey } from '../../calls/names.ts';
import type { Call } from '../../calls/operation.ts';
import { refuse, type Refusal } from '../../calls/refusal.ts';
import type { Tag } from '../../state/entities.ts';
import { accountOf } from '../../state/state.ts';

const maxArns = 10;

/** What a call passes to limit a session: the texts of the policies, and how full they make its token. */
export interface SessionPolicies {
  /** Absent: none was passed. */
  readonly policies?: readonly string[];
  /** Per cent of what a token holds, policies and tags together; absent: nothing was passed. */
  readonly packed?: number;
}

function managedText({ state, world }: Call, account: string, arn: string): string | undefined {
  const aws = world.catalogue.get(arn);
  if (aws !== undefined) return printPolicy(aws.document);
  const own = accountOf(state, account).policies.get(nameKey(arn.slice(arn.lastIndexOf('/') + 1)));
  return own?.arn === arn ? own.versions.find(({ id }) => id === own.defaultVersion)?.document : undefined;
}

/**
 * The session policies of a call: one document and managed policies of the account by their ARNs. AWS packs them, and
 * the tags, into a token of limited size; here the token holds 2,048 characters of them.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#policies_session
 */
export function sessionPolicies(
  call: Call,
  account: string,
  tags: readonly Tag[],
): SessionPolicies | Refusal {
  const document = textIn(call.input, 'Policy');
  const arns = list(call.input, 'PolicyArns')
    .filter((descriptor) => isJsonObject(descriptor))
    .map((descriptor) => text(descriptor, 'arn'));
  const malformed = document === undefined ? undefined : malformedPolicy(document, 'session');
  if (malformed !== undefined) return malformed;
  if (arns.length > maxArns)
    return refuse(
      'ValidationError',
      `1 validation error detected: Value '${JSON.stringify(arns)}' at 'policyArns' failed to satisfy constraint: Member must have length less than or equal to ${maxArns}`,
    );
  const policies = document === undefined ? [] : [document];
  for (const arn of arns) {
    const found = managedText(call, account, arn);
    if (found === undefined)
      return refuse('ValidationError', `Policy ${arn} does not exist or is not attachable.`);
    policies.push(found);
  }
  const size =
    (document === undefined ? 0 : policySize(document, 'session')) +
    [...arns, ...tags.flatMap(({ Key, Value }) => [Key, Value])].join('').length;
  if (size === 0) return {};
  const packed = Math.ceil((100 * size) / policyQuota('session'));
  if (packed > 100)
    return refuse(
      'PackedPolicyTooLarge',
      `Packed policy consumes ${packed}% of allotted space, please use smaller policy.`,
    );
  return { packed, ...(policies.length > 0 && { policies }) };
}
