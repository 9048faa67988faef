import { isJsonObject, matchesWildcard, type JsonObject } from '#iam';
import { list, text, texts } from '../../../calls/input.ts';
import type { Call, Operation } from '../../../calls/operation.ts';
import { refuse, type Refusal } from '../../../calls/refusal.ts';
import type { Instance } from '../../../state/resources.ts';
import {
  badIds,
  instanceAsk,
  instanceOutput,
  instancesIn,
  profileArn,
  putInstance,
  states,
  unlessDry,
} from './instance.ts';

/** What a filter looks at; undefined where the simulated EC2 has no such filter. */
function filtered(
  { account, accountId }: Call,
  instance: Instance,
  name: string,
): readonly string[] | undefined {
  if (name.startsWith('tag:'))
    return instance.tags.filter(({ Key }) => Key === name.slice(4)).map(({ Value }) => Value);
  switch (name) {
    case 'tag-key':
      return instance.tags.map(({ Key }) => Key);
    case 'instance-id':
      return [instance.id];
    case 'instance-type':
      return [instance.type];
    case 'image-id':
      return [instance.image];
    case 'instance-state-name':
      return [instance.state];
    case 'iam-instance-profile.arn':
      return instance.profile === undefined ? [] : [profileArn(account, accountId, instance.profile)];
    default:
      return undefined;
  }
}

/** The instances that pass all filters of a call. */
function passing(call: Call, instances: readonly Instance[]): readonly Instance[] | Refusal {
  let left = instances;
  for (const filter of list(call.input, 'Filters').filter((one) => isJsonObject(one))) {
    const name = text(filter, 'Name');
    if (!name.startsWith('tag:') && !filters.includes(name))
      return refuse('InvalidParameterValue', `The filter '${name}' is invalid`);
    left = left.filter((instance) =>
      filtered(call, instance, name)?.some((value) =>
        texts(filter, 'Values').some((pattern) => matchesWildcard(pattern, value)),
      ),
    );
  }
  return left;
}

const filters: readonly string[] = [
  ...['tag-key', 'instance-id', 'instance-type', 'image-id', 'instance-state-name'],
  'iam-instance-profile.arn',
];

/** Lists are not divided by resource: who may describe instances sees all of them. */
const describeInstances: Operation = {
  service: 'ec2',
  name: 'DescribeInstances',
  reads: true,
  run: (call) => {
    const { input, account, accountId, region } = call;
    const named = texts(input, 'InstanceIds');
    const known =
      named.length > 0
        ? (badIds(named) ?? instancesIn(call))
        : [...account.instances.values()].filter((one) => one.region === region);
    if ('refused' in known) return known;
    const found = passing(call, known);
    if ('refused' in found) return found;
    const reservations = new Map<string, Instance[]>();
    for (const instance of found)
      reservations.set(instance.reservation, [...(reservations.get(instance.reservation) ?? []), instance]);
    return unlessDry(call, {
      output: {
        Reservations: [...reservations].map(([ReservationId, instances]) => ({
          ReservationId,
          OwnerId: accountId,
          Instances: instances.map((instance) => instanceOutput(call, instance)),
        })),
      },
    });
  },
};

/** Start, stop or terminate: what the call says on the way, and where the instance ends up. */
function stateRow(
  name: string,
  member: string,
  on: { readonly way: keyof typeof states; readonly to: Instance['state'] },
): Operation {
  const verb = name.replace('Instances', '').toLowerCase();
  return {
    service: 'ec2',
    name,
    asks: (call) => {
      const ids = texts(call.input, 'InstanceIds');
      return badIds(ids) ?? ids.map((id) => instanceAsk(name, call, id));
    },
    run: (call) => {
      const instances = instancesIn(call);
      if ('refused' in instances) return instances;
      const dead = instances.find(({ state }) => state === 'terminated' && on.to !== 'terminated');
      if (dead)
        return refuse(
          'IncorrectInstanceState',
          `The instance '${dead.id}' is not in a state from which it can be ${verb === 'stop' ? 'stopped' : 'started'}.`,
        );
      return unlessDry(call, {
        output: {
          [member]: instances.map(({ id, state }): JsonObject => ({
            InstanceId: id,
            CurrentState: state === on.to ? states[state] : states[on.way],
            PreviousState: states[state],
          })),
        },
        changes: instances.map((instance) => putInstance(call.accountId, { ...instance, state: on.to })),
      });
    },
  };
}

export const instanceRows: readonly Operation[] = [
  describeInstances,
  stateRow('StartInstances', 'StartingInstances', { way: 'pending', to: 'running' }),
  stateRow('StopInstances', 'StoppingInstances', { way: 'stopping', to: 'stopped' }),
  stateRow('TerminateInstances', 'TerminatingInstances', { way: 'shutting-down', to: 'terminated' }),
];
