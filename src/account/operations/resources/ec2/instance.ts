import type { JsonObject, RequestContext } from '#iam';
import { flag, texts } from '../../../calls/input.ts';
import { iamArn, nameKey } from '../../../calls/names.ts';
import type { Call, Outcome } from '../../../calls/operation.ts';
import { refuse, type Refusal } from '../../../calls/refusal.ts';
import { tagContext } from '../../../calls/tag-set.ts';
import type { Ask } from '../../../state/record.ts';
import type { Instance } from '../../../state/resources.ts';
import { put, type Account, type Change } from '../../../state/state.ts';

/** States of an instance with AWS's codes; those between two are only ever answered, never kept. */
export const states = {
  pending: { Code: 0, Name: 'pending' },
  running: { Code: 16, Name: 'running' },
  'shutting-down': { Code: 32, Name: 'shutting-down' },
  terminated: { Code: 48, Name: 'terminated' },
  stopping: { Code: 64, Name: 'stopping' },
  stopped: { Code: 80, Name: 'stopped' },
} as const;

export function putInstance(account: string, instance: Instance): Change {
  return put(account, 'instances', instance.id, instance);
}

/** ARN of something of EC2 in the account and Region of the call: `instance/i-…`. */
export function ec2Arn({ region, accountId }: Call, resource: string): string {
  return `arn:aws:ec2:${region}:${accountId}:${resource}`;
}

/** An instance of the Region of the call. */
export function instanceNamed({ account, region }: Call, id: string): Instance | undefined {
  const instance = account.instances.get(id);
  return instance?.region === region ? instance : undefined;
}

export function noInstance(ids: readonly string[]): Refusal {
  return refuse(
    'InvalidInstanceID.NotFound',
    ids.length === 1
      ? `The instance ID '${ids[0] ?? ''}' does not exist`
      : `The instance IDs '${ids.join(', ')}' do not exist`,
  );
}

/** The refusal of ids that no instance can have. */
export function badIds(ids: readonly string[]): Refusal | undefined {
  const bad = ids.find((id) => !/^i-[0-9a-f]{8}(?:[0-9a-f]{9})?$/.test(id));
  return bad === undefined ? undefined : refuse('InvalidInstanceID.Malformed', `Invalid id: "${bad}"`);
}

/** The instances that a call names, all of them there. */
export function instancesIn(call: Call): readonly Instance[] | Refusal {
  const ids = texts(call.input, 'InstanceIds');
  const missing = ids.filter((id) => instanceNamed(call, id) === undefined);
  return missing.length > 0 ? noInstance(missing) : ids.flatMap((id) => instanceNamed(call, id) ?? []);
}

/** What policies can know of an instance. */
function instanceKeys(call: Call, instance: Instance): RequestContext {
  const { account, accountId } = call;
  return {
    ...tagContext(instance.tags, ['aws:ResourceTag', 'ec2:ResourceTag']),
    'ec2:InstanceID': instance.id,
    'ec2:InstanceType': instance.type,
    'ec2:AvailabilityZone': `${instance.region}a`,
    'ec2:Region': instance.region,
    ...(instance.profile !== undefined && {
      'ec2:InstanceProfile': profileArn(account, accountId, instance.profile),
    }),
  };
}

/** The question whether the caller may do something with the instance of an id, also where there is none. */
export function instanceAsk(name: string, call: Call, id: string, more: RequestContext = {}): Ask {
  const instance = instanceNamed(call, id);
  return {
    action: `ec2:${name}`,
    resource: ec2Arn(call, `instance/${id}`),
    context: {
      'ec2:Region': call.region,
      ...(instance && instanceKeys(call, instance)),
      ...more,
    },
  };
}

export function profileArn(account: Account, accountId: string, name: string): string {
  const profile = account.instanceProfiles.get(nameKey(name)) ?? { path: '/', name };
  return iamArn(accountId, 'instance-profile', profile);
}

/** The instance profile of an instance as EC2 gives it. */
export function profileOutput({ account, accountId }: Call, name: string): JsonObject {
  return {
    Arn: profileArn(account, accountId, name),
    Id: account.instanceProfiles.get(nameKey(name))?.id ?? '',
  };
}

export function instanceOutput(call: Call, instance: Instance, launching = false): JsonObject {
  return {
    ...(instance.profile !== undefined && { IamInstanceProfile: profileOutput(call, instance.profile) }),
    ...(instance.tags.length > 0 && { Tags: instance.tags }),
    InstanceId: instance.id,
    ImageId: instance.image,
    State: launching ? states.pending : states[instance.state],
    InstanceType: instance.type,
    LaunchTime: instance.launched,
    Placement: { AvailabilityZone: `${instance.region}a` },
  };
}

/**
 * A dry run answers, once all is allowed, that the call would have succeeded.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/CommonParameters.html
 */
export function unlessDry({ input }: Call, outcome: Outcome | Refusal): Outcome | Refusal {
  if ('refused' in outcome || !flag(input, 'DryRun')) return outcome;
  return refuse('DryRunOperation', 'Request would have succeeded, but DryRun flag is set.');
}
