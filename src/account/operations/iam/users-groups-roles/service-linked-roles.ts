import { text, textIn } from '../../../calls/input.ts';
import { iamArn, nameKey } from '../../../calls/names.ts';
import type { Call, Operation, Outcome } from '../../../calls/operation.ts';
import { isRefusal, refuse, type Refusal } from '../../../calls/refusal.ts';
import type { Role } from '../../../state/entities.ts';
import { uniqueId, uuid } from '../../../state/ids.ts';
import { put, remove } from '../../../state/state.ts';
import { about, role } from '../kinds.ts';
import { linkedServices } from './linked-services.ts';
import { defaultSession, noRoomForRole, wholeRole } from './roles.ts';
import { trustFollows } from './trust-principals.ts';

function pathOf(service: string): string {
  return `/aws-service-role/${service}/`;
}

/** The name of the role that a call of CreateServiceLinkedRole makes. */
function nameOf({ input }: Call): string {
  const suffix = textIn(input, 'CustomSuffix');
  const name = linkedServices.get(text(input, 'AWSServiceName'))?.role ?? '';
  return suffix === undefined ? name : `${name}_${suffix}`;
}

/** The predefined role of a service, which only the service can assume. */
function linkedRole(
  service: string,
  name: string,
  { now, random }: Pick<Call, 'now' | 'random'>,
  description = linkedServices.get(service)?.description,
): Role {
  const policy = linkedServices.get(service)?.policy;
  return {
    name,
    path: pathOf(service),
    id: uniqueId('AROA', random),
    created: now,
    tags: [],
    trust: `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"${service}"},"Action":"sts:AssumeRole"}]}`,
    ...(description !== undefined && { description }),
    maxSession: defaultSession,
    linkedTo: service,
    attached: policy === undefined ? [] : [`arn:aws:iam::aws:policy/aws-service-role/${policy}`],
    inline: {},
  };
}

const createServiceLinkedRole: Operation = {
  service: 'iam',
  name: 'CreateServiceLinkedRole',
  asks: (call) => {
    const service = text(call.input, 'AWSServiceName');
    return [
      {
        action: 'iam:CreateServiceLinkedRole',
        resource: iamArn(call.accountId, 'role', { path: pathOf(service), name: nameOf(call) }),
        context: { 'iam:AWSServiceName': service },
      },
    ];
  },
  run: (call) => {
    const { account, accountId, input } = call;
    const service = text(input, 'AWSServiceName');
    const linked = linkedServices.get(service);
    if (linked === undefined)
      return refuse('NoSuchEntity', `Cannot find Service Linked Role template for ${service}`);
    if (textIn(input, 'CustomSuffix') !== undefined && linked.suffix !== true)
      return refuse('InvalidInput', `Custom suffix is not allowed for ${service}`);
    const name = nameOf(call);
    if (account.roles.has(nameKey(name)))
      return refuse(
        'InvalidInput',
        `Service role name ${name} has been taken in this account, please try a different suffix.`,
      );
    const refused = noRoomForRole(account);
    if (refused !== undefined) return refused;
    const made = linkedRole(service, name, call, textIn(input, 'Description'));
    return {
      output: { Role: wholeRole(accountId, made) },
      changes: [put(accountId, 'roles', nameKey(name), made)],
    };
  },
};

/** Why a service does not let go of its role; undefined where it does. */
function usage({ account }: Call, { linkedTo }: Role): string | undefined {
  const inOrganization = account.settings.get('account')?.managedBy !== undefined;
  return linkedTo === 'organizations.amazonaws.com' && inOrganization
    ? 'The account is a member of an organization.'
    : undefined;
}

/** The deletion is a task: the service is asked first whether it still needs the role. Here it answers at once. */
const deleteServiceLinkedRole = about(role, 'DeleteServiceLinkedRole', (call, one): Outcome | Refusal => {
  const { accountId, random, state } = call;
  if (one.linkedTo === undefined) return role.missing(call);
  return {
    output: { DeletionTaskId: `task${one.path}${one.name}/${uuid(random)}` },
    changes:
      usage(call, one) === undefined
        ? [
            remove(accountId, 'roles', nameKey(one.name)),
            ...trustFollows(state, iamArn(accountId, 'role', one), one.id),
          ]
        : [],
  };
});

const task = /^task(\/aws-service-role\/[^/]+\/)([^/]+)\/[^/]+$/;

/** The role that a deletion task is about, out of the task's id. */
function roleOfTask({ input }: Call): { readonly path: string; readonly name: string } | Refusal {
  const [, path, name] = task.exec(text(input, 'DeletionTaskId')) ?? [];
  return path === undefined || name === undefined
    ? refuse('InvalidInput', 'The deletion task id is not valid.')
    : { path, name };
}

const getDeletionStatus: Operation = {
  service: 'iam',
  name: 'GetServiceLinkedRoleDeletionStatus',
  reads: true,
  asks: (call) => {
    const found = roleOfTask(call);
    return isRefusal(found)
      ? found
      : [
          {
            action: 'iam:GetServiceLinkedRoleDeletionStatus',
            resource: iamArn(call.accountId, 'role', found),
          },
        ];
  },
  run: (call) => {
    const found = roleOfTask(call);
    if (isRefusal(found)) return found;
    const id = text(call.input, 'DeletionTaskId');
    const record = call.world.log.find(
      ({ caller, output }) => caller?.account === call.accountId && output?.['DeletionTaskId'] === id,
    );
    if (record === undefined) return refuse('NoSuchEntity', `The deletion task ${id} cannot be found.`);
    if (record.changes.length > 0) return { output: { Status: 'SUCCEEDED' } };
    return {
      output: {
        Status: 'FAILED',
        Reason: {
          Reason: `The role ${found.name} is in use: its service did not let it go.`,
          RoleUsageList: [],
        },
      },
    };
  },
};

/**
 * Roles that services make for themselves.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html
 */
export const serviceLinkedRoleOperations: readonly Operation[] = [
  createServiceLinkedRole,
  deleteServiceLinkedRole,
  getDeletionStatus,
];
