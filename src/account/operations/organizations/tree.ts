import { text } from '../../calls/input.ts';
import type { Call, Operation } from '../../calls/operation.ts';
import { refuse } from '../../calls/refusal.ts';
import { accountOutput, below, placeInOrganization } from './chart.ts';
import { noAccount, noChild, noParent } from './refusals.ts';
import { managed, pageOf, putMember } from './rows.ts';

const aboutParent = { about: ({ input }: Call) => [text(input, 'ParentId')], reads: true } as const;

/** Where accounts and units stand, and how an account gets to another place. */
export const treeRows: readonly Operation[] = [
  managed(
    'ListAccountsForParent',
    ({ input }, chart) => {
      const parent = text(input, 'ParentId');
      if (placeInOrganization(chart, parent) === undefined) return noParent;
      const members = [...chart.tables.members.values()].filter((member) => member.parent === parent);
      return {
        output: pageOf(
          input,
          'Accounts',
          members.map((member) => accountOutput(chart, member)),
        ),
      };
    },
    aboutParent,
  ),
  managed(
    'ListChildren',
    ({ input }, chart) => {
      const parent = text(input, 'ParentId');
      if (placeInOrganization(chart, parent) === undefined) return noParent;
      const Type = text(input, 'ChildType');
      const { units, accounts } = below(chart, parent);
      const ids = Type === 'ACCOUNT' ? accounts : units;
      return {
        output: pageOf(
          input,
          'Children',
          ids.map((Id) => ({ Id, Type })),
        ),
      };
    },
    aboutParent,
  ),
  managed(
    'ListParents',
    ({ input }, chart) => {
      const parent = placeInOrganization(chart, text(input, 'ChildId'))?.parent;
      if (parent === undefined) return noChild;
      const Type = parent === chart.organization.rootId ? 'ROOT' : 'ORGANIZATIONAL_UNIT';
      return { output: pageOf(input, 'Parents', [{ Id: parent, Type }]) };
    },
    { about: ({ input }) => [text(input, 'ChildId')], reads: true },
  ),
  managed(
    'MoveAccount',
    ({ input, accountId }, chart) => {
      const member = chart.tables.members.get(text(input, 'AccountId'));
      const from = text(input, 'SourceParentId');
      const to = text(input, 'DestinationParentId');
      if (member === undefined) return noAccount;
      if (placeInOrganization(chart, from) === undefined)
        return refuse(
          'SourceParentNotFoundException',
          "We can't find a source root or OU with the ParentId that you specified.",
        );
      if (placeInOrganization(chart, to) === undefined)
        return refuse(
          'DestinationParentNotFoundException',
          "We can't find the destination container (a root or OU) with the ParentId that you specified.",
        );
      if (member.parent === to)
        return refuse(
          'DuplicateAccountException',
          'That account is already present in the specified destination.',
        );
      if (member.parent !== from) return noAccount;
      return { changes: [putMember(accountId, { ...member, parent: to })] };
    },
    {
      about: ({ input }) =>
        ['AccountId', 'SourceParentId', 'DestinationParentId'].map((at) => text(input, at)),
    },
  ),
];
