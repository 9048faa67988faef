import { text } from '../../calls/input.ts';
import type { Call, Operation } from '../../calls/operation.ts';
import { refuse } from '../../calls/refusal.ts';
import type { ControlType } from '../../state/organization.ts';
import { put } from '../../state/state.ts';
import { placeArn, placeInOrganization } from './chart.ts';
import { summary, typeOfPolicy } from './policies.ts';
import { constraint, invalid, noPolicy, noTarget } from './refusals.ts';
import { managed, pageOf } from './rows.ts';

/**
 * How many policies of a type a root, unit or account can have.
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html
 */
const maxAttached: Readonly<Record<ControlType, number>> = {
  SERVICE_CONTROL_POLICY: 10,
  RESOURCE_CONTROL_POLICY: 5,
};

const about = {
  about: ({ input }: Call) => [text(input, 'PolicyId'), text(input, 'TargetId')],
  context: typeOfPolicy,
};

const attachPolicy = managed(
  'AttachPolicy',
  ({ input, accountId }, chart) => {
    const { tables, organization } = chart;
    const control = tables.controls.get(text(input, 'PolicyId'));
    const target = text(input, 'TargetId');
    if (control === undefined) return noPolicy;
    if (placeInOrganization(chart, target) === undefined) return noTarget;
    const { type, targets } = control;
    if (!organization.enabledTypes.includes(type))
      return refuse(
        'PolicyTypeNotEnabledException',
        'This operation can be performed only for enabled policy types.',
      );
    if (targets.includes(target))
      return refuse(
        'DuplicatePolicyAttachmentException',
        'A policy with the specified name and type is already attached to the specified target.',
      );
    const there = [...tables.controls.values()].filter(
      (other) => other.type === type && other.targets.includes(target),
    );
    if (there.length >= maxAttached[type])
      return constraint(
        'You have exceeded the maximum number of policies of the specified type that can be attached to the target.',
      );
    return {
      changes: [put(accountId, 'controls', control.id, { ...control, targets: [...targets, target] })],
    };
  },
  about,
);

const detachPolicy = managed(
  'DetachPolicy',
  ({ input, accountId }, chart) => {
    const control = chart.tables.controls.get(text(input, 'PolicyId'));
    const target = text(input, 'TargetId');
    if (control === undefined) return noPolicy;
    if (placeInOrganization(chart, target) === undefined) return noTarget;
    const { type, targets, awsManaged } = control;
    if (!targets.includes(target))
      return refuse('PolicyNotAttachedException', "The policy isn't attached to the specified target.");
    if (type === 'RESOURCE_CONTROL_POLICY' && awsManaged)
      return invalid("You can't detach the RCPFullAWSAccess policy.");
    const isLast = [...chart.tables.controls.values()].every(
      (other) => other.id === control.id || other.type !== type || !other.targets.includes(target),
    );
    if (isLast)
      return constraint(
        'You cannot remove the last policy attached to the specified target. You must have at least one attached at all times.',
      );
    return {
      changes: [
        put(accountId, 'controls', control.id, {
          ...control,
          targets: targets.filter((id) => id !== target),
        }),
      ],
    };
  },
  about,
);

export const attachmentRows: readonly Operation[] = [
  attachPolicy,
  detachPolicy,
  managed(
    'ListPoliciesForTarget',
    ({ input }, chart) => {
      const target = text(input, 'TargetId');
      if (placeInOrganization(chart, target) === undefined) return noTarget;
      const attached = [...chart.tables.controls.values()].filter(
        ({ type, targets }) => type === text(input, 'Filter') && targets.includes(target),
      );
      return {
        output: pageOf(
          input,
          'Policies',
          attached.map((control) => summary(chart, control)),
        ),
      };
    },
    {
      reads: true,
      about: ({ input }) => [text(input, 'TargetId')],
      context: ({ input }) => ({ 'organizations:PolicyType': text(input, 'Filter') }),
    },
  ),
  managed(
    'ListTargetsForPolicy',
    ({ input }, chart) => {
      const control = chart.tables.controls.get(text(input, 'PolicyId'));
      if (control === undefined) return noPolicy;
      const targets = control.targets.flatMap((TargetId) => {
        const place = placeInOrganization(chart, TargetId);
        return place === undefined
          ? []
          : [{ TargetId, Arn: placeArn(chart, TargetId), Name: place.name, Type: place.kind }];
      });
      return { output: pageOf(input, 'Targets', targets) };
    },
    { reads: true, about: ({ input }) => [text(input, 'PolicyId')], context: typeOfPolicy },
  ),
];
