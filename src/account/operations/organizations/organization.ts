import { textIn, text } from '../../calls/input.ts';
import type { Operation } from '../../calls/operation.ts';
import { refuse } from '../../calls/refusal.ts';
import { hexId } from '../../state/ids.ts';
import type { ControlType, Member, Organization } from '../../state/organization.ts';
import { accountOf, put, remove } from '../../state/state.ts';
import {
  allPlaces,
  alone,
  chartOf,
  fullAccess,
  fullAccessId,
  organizationOutput,
  rootOutput,
  type Chart,
} from './chart.ts';
import { noRoot, notInUse } from './refusals.ts';
import { managed, pageOf, putMember, putOrganization } from './rows.ts';

/** The types of policy that a simulated organization has, out of those AWS has. */
export function controlType(name: string): ControlType | undefined {
  return name === 'SERVICE_CONTROL_POLICY' || name === 'RESOURCE_CONTROL_POLICY' ? name : undefined;
}

/** The refusal where an organization cannot have policies of a type. */
export function unavailable({ organization }: Chart, type: string): ReturnType<typeof refuse> {
  return refuse(
    'PolicyTypeNotAvailableForOrganizationException',
    organization.features === 'ALL'
      ? `This simulated organization has service and resource control policies only, not ${type}.`
      : "You can't use the specified policy type with the feature set currently enabled for this organization.",
  );
}

/** The account becomes the management account of a new organization, with all features and SCPs unless told otherwise. */
const createOrganization: Operation = {
  service: 'organizations',
  name: 'CreateOrganization',
  run: ({ account, accountId, state, input, now, random }) => {
    if (chartOf(state, accountId) !== undefined)
      return refuse(
        'AlreadyInOrganizationException',
        'The provided account is already a member of an organization.',
      );
    const settings = account.settings.get('account') ?? { name: '', email: '', created: now };
    const features = textIn(input, 'FeatureSet') === 'CONSOLIDATED_BILLING' ? 'CONSOLIDATED_BILLING' : 'ALL';
    const organization: Organization = {
      id: `o-${hexId(10, random)}`,
      rootId: `r-${hexId(4, random)}`,
      features,
      enabledTypes: features === 'ALL' ? ['SERVICE_CONTROL_POLICY'] : [],
      trusted: {},
      tags: [],
      creations: [],
    };
    const member: Member = {
      id: accountId,
      name: settings.name,
      email: settings.email,
      parent: organization.rootId,
      joined: now,
      method: 'INVITED',
      status: 'ACTIVE',
      tags: [],
    };
    return {
      output: { Organization: organizationOutput({ management: accountId, organization }, settings.email) },
      changes: [
        put(accountId, 'settings', 'account', { ...settings, managedBy: accountId }),
        putOrganization(accountId, organization),
        putMember(accountId, member),
        put(
          accountId,
          'controls',
          fullAccessId.SERVICE_CONTROL_POLICY,
          fullAccess('SERVICE_CONTROL_POLICY', features === 'ALL' ? [organization.rootId, accountId] : []),
        ),
      ],
    };
  },
};

const deleteOrganization = managed('DeleteOrganization', ({ accountId }, { tables }) => {
  if (tables.members.size > 1)
    return refuse(
      'OrganizationNotEmptyException',
      "The organization isn't empty. To delete an organization, you must first remove all accounts except the management account.",
    );
  const settings = tables.settings.get('account');
  return {
    changes: [
      ...(settings === undefined ? [] : [put(accountId, 'settings', 'account', alone(settings))]),
      remove(accountId, 'organization', 'organization'),
      remove(accountId, 'members', accountId),
      ...[...tables.units.keys()].map((id) => remove(accountId, 'units', id)),
      ...[...tables.controls.keys()].map((id) => remove(accountId, 'controls', id)),
    ],
  };
});

/** Any account of the organization may ask for it. */
const describeOrganization: Operation = {
  service: 'organizations',
  name: 'DescribeOrganization',
  reads: true,
  run: ({ state, accountId }) => {
    const chart = chartOf(state, accountId);
    if (chart === undefined) return notInUse;
    const email = accountOf(state, chart.management).settings.get('account')?.email ?? '';
    return { output: { Organization: organizationOutput(chart, email) } };
  },
};

const about = { about: ({ input }: { input: Parameters<typeof text>[0] }) => [text(input, 'RootId')] };
const policyTypeKey = {
  context: ({ input }: { input: Parameters<typeof text>[0] }) => ({
    'organizations:PolicyType': text(input, 'PolicyType'),
  }),
};

/** A type that is enabled is attached everywhere as full access; one that is disabled is detached from everything. */
function switchType(name: 'EnablePolicyType' | 'DisablePolicyType'): Operation {
  return managed(
    name,
    ({ input, accountId }, chart) => {
      const { organization, tables } = chart;
      if (text(input, 'RootId') !== organization.rootId) return noRoot;
      const type = controlType(text(input, 'PolicyType'));
      const enabled = type !== undefined && organization.enabledTypes.includes(type);
      if (name === 'DisablePolicyType' && !enabled)
        return refuse('PolicyTypeNotEnabledException', 'The specified policy type is not enabled.');
      if (type === undefined || organization.features !== 'ALL')
        return unavailable(chart, text(input, 'PolicyType'));
      if (name === 'EnablePolicyType' && enabled)
        return refuse('PolicyTypeAlreadyEnabledException', 'The specified policy type is already enabled.');
      const others = organization.enabledTypes.filter((other) => other !== type);
      const after = { ...organization, enabledTypes: enabled ? others : [...others, type] };
      return {
        output: { Root: rootOutput({ ...chart, organization: after }) },
        changes: [
          putOrganization(accountId, after),
          ...(enabled
            ? [...tables.controls.values()]
                .filter((control) => control.type === type)
                .map((control) => put(accountId, 'controls', control.id, { ...control, targets: [] }))
            : [
                put(
                  accountId,
                  'controls',
                  fullAccessId[type],
                  fullAccess(type, allPlaces(tables, organization)),
                ),
              ]),
        ],
      };
    },
    { ...about, ...policyTypeKey },
  );
}

export const organizationRows: readonly Operation[] = [
  createOrganization,
  describeOrganization,
  deleteOrganization,
  managed('ListRoots', ({ input }, chart) => ({ output: pageOf(input, 'Roots', [rootOutput(chart)]) }), {
    reads: true,
  }),
  switchType('EnablePolicyType'),
  switchType('DisablePolicyType'),
];
