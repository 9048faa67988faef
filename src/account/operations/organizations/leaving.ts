import { text } from '../../calls/input.ts';
import type { Operation } from '../../calls/operation.ts';
import type { Refusal } from '../../calls/refusal.ts';
import type { Member } from '../../state/organization.ts';
import { accountOf, put, remove, type Change, type State } from '../../state/state.ts';
import { alone, chartOf, type Chart } from './chart.ts';
import { managementStays, noAccount, notInUse, tooYoung } from './refusals.ts';
import { attachedAnew, managed } from './rows.ts';

/** An account that Organizations made cannot stand alone before it is four days old. */
const waitingPeriod = 4 * 86_400_000;

/**
 * The account is on its own again: no policy of the organization binds it any more.
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_accounts_remove.html
 */
function left(chart: Chart, state: State, member: Member, now: number): { changes: Change[] } | Refusal {
  if (member.id === chart.management) return managementStays;
  if (member.method === 'CREATED' && now - member.joined < waitingPeriod) return tooYoung;
  const settings = accountOf(state, member.id).settings.get('account');
  return {
    changes: [
      ...(settings === undefined ? [] : [put(member.id, 'settings', 'account', alone(settings))]),
      remove(chart.management, 'members', member.id),
      ...attachedAnew(chart, member.id, true),
    ],
  };
}

/** Called by the member account itself. */
const leaveOrganization: Operation = {
  service: 'organizations',
  name: 'LeaveOrganization',
  run: ({ state, accountId, now }) => {
    const chart = chartOf(state, accountId);
    const member = chart?.tables.members.get(accountId);
    return chart === undefined || member === undefined ? notInUse : left(chart, state, member, now);
  },
};

export const leavingRows: readonly Operation[] = [
  leaveOrganization,
  managed(
    'RemoveAccountFromOrganization',
    ({ input, state, now }, chart) => {
      const member = chart.tables.members.get(text(input, 'AccountId'));
      return member === undefined ? noAccount : left(chart, state, member, now);
    },
    { about: ({ input }) => [text(input, 'AccountId')] },
  ),
];
