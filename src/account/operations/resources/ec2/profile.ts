import { isJsonObject } from '#iam';
import { textIn } from '../../../calls/input.ts';
import { iamArn, nameKey } from '../../../calls/names.ts';
import type { Call } from '../../../calls/operation.ts';
import { refuse, type Refusal } from '../../../calls/refusal.ts';
import type { Ask } from '../../../state/record.ts';
import { passRole, roleArn, seenAccount } from '../passing.ts';

/** An instance profile that a call names, and the role in it. */
export interface NamedProfile {
  readonly name: string;
  readonly arn: string;
  readonly role: string;
}

/** The instance profile in a call's `IamInstanceProfile`, as the Region knows it; undefined where none is named. */
export function profileIn(call: Call): NamedProfile | Refusal | undefined {
  const given = call.input['IamInstanceProfile'];
  if (!isJsonObject(given)) return undefined;
  const arn = textIn(given, 'Arn');
  const name = textIn(given, 'Name') ?? arn?.slice(arn.lastIndexOf('/') + 1) ?? '';
  const profile = seenAccount(call).instanceProfiles.get(nameKey(name));
  const found = profile && iamArn(call.accountId, 'instance-profile', profile);
  if (profile === undefined || found === undefined || (arn !== undefined && arn !== found))
    return refuse(
      'InvalidParameterValue',
      arn === undefined
        ? `Value (${name}) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name`
        : `Value (${arn}) for parameter iamInstanceProfile.arn is invalid. Invalid IAM Instance Profile ARN`,
    );
  if (profile.role === undefined)
    return refuse('InvalidParameterValue', `IAM Instance Profile "${found}" has no associated IAM Roles`);
  return { name: profile.name, arn: found, role: profile.role };
}

/** Who gives an instance a profile hands the role in it to EC2. */
export function profileAsks(
  call: Call,
  profile: NamedProfile | Refusal | undefined,
  instance: string,
): readonly Ask[] {
  if (profile === undefined || 'refused' in profile) return [];
  return [passRole(roleArn(call, profile.role), 'ec2.amazonaws.com', instance)];
}
