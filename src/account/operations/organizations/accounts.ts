import type { JsonObject } from '#iam';
import { tagsIn, text, textIn, texts } from '../../calls/input.ts';
import { nameKey } from '../../calls/names.ts';
import type { Call, Operation } from '../../calls/operation.ts';
import { refuse } from '../../calls/refusal.ts';
import { hexId, uniqueId } from '../../state/ids.ts';
import type { AccountCreation } from '../../state/organization.ts';
import { accountStart } from '../../state/start.ts';
import { put, type Change, type State } from '../../state/state.ts';
import { requestTagKeys } from '../../calls/tag-set.ts';
import { accountOutput } from './chart.ts';
import { constraint, noAccount } from './refusals.ts';
import { attachedAnew, managed, pageOf, putMember, putOrganization } from './rows.ts';
import { badTags, tagging } from './tags.ts';

/** Default quota, the management account included. */
const maxAccounts = 10;

function creationOutput({ id, name, requested, account, failure }: AccountCreation): JsonObject {
  return {
    Id: id,
    AccountName: name,
    State: failure === undefined ? 'SUCCEEDED' : 'FAILED',
    RequestedTimestamp: requested,
    CompletedTimestamp: requested,
    ...(account !== undefined && { AccountId: account }),
    ...(failure !== undefined && { FailureReason: failure }),
  };
}

function emailTaken(state: State, email: string): boolean {
  return [...state.values()].some(
    ({ settings }) => settings.get('account')?.email.toLowerCase() === email.toLowerCase(),
  );
}

function freeAccountId(state: State, random: () => number): string {
  const id = String(Math.floor(1e11 + random() * 9e11));
  return state.has(id) ? freeAccountId(state, random) : id;
}

/** What a new member account has: its root user without a password, and the role its management account can take. */
function newAccount(call: Call, id: string, email: string): readonly Change[] {
  const { input, now, random, accountId } = call;
  const name = textIn(input, 'RoleName') ?? 'OrganizationAccountAccessRole';
  return [
    ...accountStart(id, { name: text(input, 'AccountName'), email, at: now }).map((change) =>
      change.table === 'settings' && change.value !== null
        ? put(id, 'settings', change.key, { ...change.value, managedBy: accountId })
        : change,
    ),
    put(id, 'roles', nameKey(name), {
      name,
      path: '/',
      id: uniqueId('AROA', random),
      created: now,
      tags: [],
      trust: `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::${accountId}:root"},"Action":"sts:AssumeRole"}]}`,
      maxSession: 3600,
      attached: ['arn:aws:iam::aws:policy/AdministratorAccess'],
      inline: {},
    }),
  ];
}

/**
 * AWS makes the account after the answer, so the answer says `IN_PROGRESS`; here it is there at once.
 * @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_CreateAccount.html
 */
const createAccount = managed(
  'CreateAccount',
  (call, chart) => {
    const { input, accountId, state, now, random } = call;
    const { tables, organization } = chart;
    const tags = tagsIn(input);
    const bad = badTags(tags);
    if (bad) return bad;
    if (tables.members.size >= maxAccounts)
      return constraint('You have exceeded the allowed number of AWS accounts.');
    const email = text(input, 'Email');
    const asked = { id: `car-${hexId(32, random)}`, name: text(input, 'AccountName'), requested: now };
    const output = {
      CreateAccountStatus: {
        Id: asked.id,
        AccountName: asked.name,
        State: 'IN_PROGRESS',
        RequestedTimestamp: now,
      },
    };
    const written = (creation: AccountCreation): Change =>
      putOrganization(accountId, {
        ...organization,
        creations: [...organization.creations, creation],
      });
    if (emailTaken(state, email))
      return { output, changes: [written({ ...asked, failure: 'EMAIL_ALREADY_EXISTS' })] };
    const id = freeAccountId(state, random);
    return {
      output,
      changes: [
        written({ ...asked, account: id }),
        putMember(accountId, {
          id,
          name: asked.name,
          email,
          parent: organization.rootId,
          joined: now,
          method: 'CREATED',
          status: 'ACTIVE',
          tags,
        }),
        ...attachedAnew(chart, id),
        ...newAccount(call, id, email),
      ],
    };
  },
  { context: ({ input }) => requestTagKeys(tagsIn(input)), besides: tagging('*') },
);

/** A closed account stays a member, suspended, for 90 days. */
const closeAccount = managed(
  'CloseAccount',
  ({ input, accountId }, { tables }) => {
    const id = text(input, 'AccountId');
    const member = tables.members.get(id);
    if (member === undefined) return noAccount;
    if (id === accountId) return constraint('You cannot close the management account of an organization.');
    if (member.status === 'SUSPENDED')
      return refuse(
        'AccountAlreadyClosedException',
        'You attempted to close an account that is already closed.',
      );
    return { changes: [putMember(accountId, { ...member, status: 'SUSPENDED' })] };
  },
  { about: ({ input }) => [text(input, 'AccountId')] },
);

export const accountRows: readonly Operation[] = [
  createAccount,
  closeAccount,
  managed(
    'DescribeCreateAccountStatus',
    ({ input }, { organization }) => {
      const id = text(input, 'CreateAccountRequestId');
      const found = organization.creations.find((creation) => creation.id === id);
      return found === undefined
        ? refuse(
            'CreateAccountStatusNotFoundException',
            "You specified a create account request that doesn't exist.",
          )
        : { output: { CreateAccountStatus: creationOutput(found) } };
    },
    { reads: true },
  ),
  managed(
    'ListCreateAccountStatus',
    ({ input }, { organization }) => {
      const states = texts(input, 'States');
      const all = organization.creations
        .map(creationOutput)
        .filter(({ State }) => states.length === 0 || states.includes(State as string));
      return { output: pageOf(input, 'CreateAccountStatuses', all) };
    },
    { reads: true },
  ),
  managed(
    'DescribeAccount',
    ({ input }, chart) => {
      const member = chart.tables.members.get(text(input, 'AccountId'));
      return member === undefined ? noAccount : { output: { Account: accountOutput(chart, member) } };
    },
    { reads: true, about: ({ input }) => [text(input, 'AccountId')] },
  ),
  managed(
    'ListAccounts',
    ({ input }, chart) => ({
      output: pageOf(
        input,
        'Accounts',
        [...chart.tables.members.values()].map((member) => accountOutput(chart, member)),
      ),
    }),
    { reads: true },
  ),
];
