import { isJsonObject } from '#iam';
import { list, numberIn, tagsIn, text, textIn } from '../../../calls/input.ts';
import type { Call, Operation } from '../../../calls/operation.ts';
import { refuse, type Refusal } from '../../../calls/refusal.ts';
import { requestTagKeys } from '../../../calls/tag-set.ts';
import type { Tag } from '../../../state/entities.ts';
import { hexId } from '../../../state/ids.ts';
import type { Ask } from '../../../state/record.ts';
import type { Instance } from '../../../state/resources.ts';
import { ec2Arn, instanceOutput, putInstance, unlessDry } from './instance.ts';
import { profileAsks, profileIn } from './profile.ts';
import { badTags } from './tags.ts';

const maxAtOnce = 20;

function typeIn({ input }: Call): string {
  return textIn(input, 'InstanceType') ?? 'm1.small';
}

/** The tags that a call puts on what it launches, by the type of the resource. */
function tagsFor({ input }: Call, type: 'instance' | 'volume'): readonly Tag[] {
  return list(input, 'TagSpecifications')
    .filter((one) => isJsonObject(one))
    .filter((one) => textIn(one, 'ResourceType') === type)
    .flatMap((one) => tagsIn(one));
}

/**
 * Everything a launch touches: the image, the instance, and its network interface, security group, subnet and volume.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html
 */
function asks(call: Call): readonly Ask[] {
  const { input, region } = call;
  const profile = profileIn(call);
  const action = 'ec2:RunInstances';
  const shared = { 'ec2:Region': region };
  const placed = { ...shared, 'ec2:AvailabilityZone': `${region}a` };
  const instance = ec2Arn(call, 'instance/*');
  const volume = ec2Arn(call, 'volume/*');
  const [tags, volumeTags] = [tagsFor(call, 'instance'), tagsFor(call, 'volume')];
  const named = profile !== undefined && !('refused' in profile) ? profile.arn : undefined;
  return [
    {
      action,
      resource: `arn:aws:ec2:${region}::image/${text(input, 'ImageId')}`,
      context: { ...shared, 'ec2:ImageID': text(input, 'ImageId'), 'ec2:ImageType': 'machine' },
    },
    {
      action,
      resource: instance,
      context: {
        ...placed,
        'ec2:InstanceType': typeIn(call),
        ...(named !== undefined && { 'ec2:InstanceProfile': named }),
        ...requestTagKeys(tags),
      },
    },
    { action, resource: ec2Arn(call, 'network-interface/*'), context: placed },
    { action, resource: ec2Arn(call, 'security-group/sg-0123456789abcdef0'), context: shared },
    {
      action,
      resource: ec2Arn(call, `subnet/${textIn(input, 'SubnetId') ?? 'subnet-0123456789abcdef0'}`),
      context: placed,
    },
    { action, resource: volume, context: { ...placed, ...requestTagKeys(volumeTags) } },
    ...(textIn(input, 'KeyName') === undefined
      ? []
      : [{ action, resource: ec2Arn(call, `key-pair/${text(input, 'KeyName')}`), context: shared }]),
    ...tagging(call, instance, tags),
    ...tagging(call, volume, volumeTags),
    ...profileAsks(call, profile, instance),
  ];
}

function tagging({ region }: Call, resource: string, tags: readonly Tag[]): readonly Ask[] {
  if (tags.length === 0) return [];
  const context = {
    'ec2:CreateAction': 'RunInstances',
    'ec2:Region': region,
    ...requestTagKeys(tags),
  };
  return [{ action: 'ec2:CreateTags', resource, context }];
}

function badLaunch({ input }: Call): Refusal | undefined {
  const image = textIn(input, 'ImageId');
  const [minCount, maxCount] = [numberIn(input, 'MinCount') ?? 1, numberIn(input, 'MaxCount') ?? 1];
  if (image === undefined)
    return refuse('MissingParameter', 'The request must contain the parameter ImageId');
  if (!/^ami-[0-9a-f]{8}(?:[0-9a-f]{9})?$/.test(image))
    return refuse('InvalidAMIID.Malformed', `Invalid id: "${image}" (expecting "ami-...")`);
  if (minCount < 1 || maxCount < minCount)
    return refuse(
      'InvalidParameterValue',
      `Value (${minCount}) for parameter minCount is invalid. It must be at least 1 and at most maxCount.`,
    );
  return maxCount > maxAtOnce
    ? refuse(
        'InstanceLimitExceeded',
        `You have requested more instances (${maxCount}) than your current instance limit of ${maxAtOnce} allows for the specified instance type.`,
      )
    : undefined;
}

export const runInstances: Operation = {
  service: 'ec2',
  name: 'RunInstances',
  asks: (call) => badLaunch(call) ?? asks(call),
  run: (call) => {
    const { input, accountId, region, now, random } = call;
    const profile = profileIn(call);
    if (profile !== undefined && 'refused' in profile) return profile;
    const tags = tagsFor(call, 'instance');
    const bad = badTags(tags);
    if (bad) return bad;
    const reservation = `r-${hexId(17, random)}`;
    const launched = Array.from({ length: numberIn(input, 'MaxCount') ?? 1 }, (): Instance => {
      const id = `i-${hexId(17, random)}`;
      return {
        id,
        reservation,
        arn: ec2Arn(call, `instance/${id}`),
        region,
        image: text(input, 'ImageId'),
        type: typeIn(call),
        launched: now,
        state: 'running',
        ...(profile && { profile: profile.name, association: `iip-assoc-${hexId(17, random)}` }),
        tags,
      };
    });
    return unlessDry(call, {
      output: {
        ReservationId: reservation,
        OwnerId: accountId,
        Instances: launched.map((instance) => instanceOutput(call, instance, true)),
      },
      changes: launched.map((instance) => putInstance(accountId, instance)),
    });
  },
};
