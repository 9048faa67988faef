import { isJsonObject, type JsonObject } from '#iam';
import { list, text, texts } from '../../../calls/input.ts';
import type { Call, Operation } from '../../../calls/operation.ts';
import { refuse, type Refusal } from '../../../calls/refusal.ts';
import { hexId } from '../../../state/ids.ts';
import type { Instance } from '../../../state/resources.ts';
import {
  badIds,
  ec2Arn,
  instanceAsk,
  instanceNamed,
  noInstance,
  profileOutput,
  putInstance,
} from './instance.ts';
import { profileAsks, profileIn } from './profile.ts';

/** An instance with a profile. */
type Associated = Instance & { readonly profile: string; readonly association: string };

function isAssociated(instance: Instance): instance is Associated {
  return instance.profile !== undefined && instance.association !== undefined;
}

function associations({ account, region }: Call): readonly Associated[] {
  return [...account.instances.values()].filter((one) => one.region === region).filter(isAssociated);
}

function associationIn(call: Call): Associated | undefined {
  return associations(call).find(({ association }) => association === text(call.input, 'AssociationId'));
}

function noAssociation({ input }: Call): Refusal {
  return refuse(
    'InvalidAssociationID.NotFound',
    `An invalid association-id of '${text(input, 'AssociationId')}' was given`,
  );
}

function output(call: Call, { association, id, profile }: Associated, state: string): JsonObject {
  return {
    AssociationId: association,
    InstanceId: id,
    IamInstanceProfile: profileOutput(call, profile),
    State: state,
  };
}

/** Gives an instance another profile, or its first: a new association each time. */
function associated(call: Call, instance: Instance): ReturnType<Operation['run']> {
  const profile = profileIn(call);
  if (profile !== undefined && 'refused' in profile) return profile;
  const after: Associated = {
    ...instance,
    profile: profile?.name ?? '',
    association: `iip-assoc-${hexId(17, call.random)}`,
  };
  return {
    output: { IamInstanceProfileAssociation: output(call, after, 'associating') },
    changes: [putInstance(call.accountId, after)],
  };
}

/** The caller needs the action on the instance, and to pass the role in the profile. */
function asksFor(name: string, call: Call, id: string): ReturnType<NonNullable<Operation['asks']>> {
  const profile = profileIn(call);
  const arn = profile !== undefined && !('refused' in profile) ? profile.arn : undefined;
  return [
    instanceAsk(name, call, id, arn === undefined ? {} : { 'ec2:NewInstanceProfile': arn }),
    ...profileAsks(call, profile, ec2Arn(call, `instance/${id}`)),
  ];
}

/** A row about an association, which EC2 must know before it can tell the instance. */
function aboutAssociation(
  name: string,
  run: (call: Call, instance: Associated) => ReturnType<Operation['run']>,
): Operation {
  return {
    service: 'ec2',
    name,
    asks: (call) => asksFor(name, call, associationIn(call)?.id ?? '*'),
    run: (call) => {
      const instance = associationIn(call);
      return instance === undefined ? noAssociation(call) : run(call, instance);
    },
  };
}

export const associationRows: readonly Operation[] = [
  {
    service: 'ec2',
    name: 'AssociateIamInstanceProfile',
    asks: (call) => {
      const id = text(call.input, 'InstanceId');
      return badIds([id]) ?? asksFor('AssociateIamInstanceProfile', call, id);
    },
    run: (call) => {
      const id = text(call.input, 'InstanceId');
      const instance = instanceNamed(call, id);
      if (instance === undefined) return noInstance([id]);
      if (instance.state === 'terminated')
        return refuse(
          'IncorrectInstanceState',
          `The instance '${id}' is not in the 'running' or 'stopped' states.`,
        );
      return isAssociated(instance)
        ? refuse('IncorrectState', `There is an existing association for instance ${id}`)
        : associated(call, instance);
    },
  },
  aboutAssociation('ReplaceIamInstanceProfileAssociation', associated),
  aboutAssociation('DisassociateIamInstanceProfile', (call, instance) => {
    const { profile, association, ...rest } = instance;
    return {
      output: {
        IamInstanceProfileAssociation: output(call, { ...rest, profile, association }, 'disassociating'),
      },
      changes: [putInstance(call.accountId, rest)],
    };
  }),
  {
    service: 'ec2',
    name: 'DescribeIamInstanceProfileAssociations',
    reads: true,
    run: (call) => {
      const ids = texts(call.input, 'AssociationIds');
      const filter = list(call.input, 'Filters')
        .filter((one) => isJsonObject(one))
        .find((one) => text(one, 'Name') === 'instance-id');
      const found = associations(call).filter(
        ({ association, id }) =>
          (ids.length === 0 || ids.includes(association)) &&
          (filter === undefined || texts(filter, 'Values').includes(id)),
      );
      return {
        output: { IamInstanceProfileAssociations: found.map((one) => output(call, one, 'associated')) },
      };
    },
  },
];
