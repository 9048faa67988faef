import { describe, expect, test } from 'vitest';
import { readScenario, type Scenario, type ScenarioIssue, type Step, type StepOf } from '#scenario';
import { predictStep, scenario, writeStep } from '../fixture.ts';

type World = Scenario['world'];

const ana = 'arn:aws:iam::111122223333:user/ana';
const role = 'arn:aws:iam::111122223333:role/team/Reader';
const session = 'arn:aws:sts::111122223333:assumed-role/Reader/one';
const member = { id: '111122223333', name: 'Home', scps: [['ana'], ['ana']] };
const other = { id: '444455556666', name: 'Other', scps: [['ana'], ['ana']] };
const organization = { accounts: [member, other], managementAccount: member.id };
const operateStep: StepOf<'operate'> = {
  kind: 'operate',
  who: 'root',
  goals: [{ id: 'any', trail: 'length(@) > `0`' }],
  way: [{ lines: ['aws iam list-users'] }],
  tooMuch: [],
  traps: [],
};

/** The issues of a scenario, each as its code, its place in the file and the name that is meant. */
function found(changed: Partial<Scenario>): readonly string[] {
  const { issues } = readScenario(JSON.stringify({ ...scenario, ...changed }), 'f');
  return issues.map(({ code, where, values }: ScenarioIssue) =>
    [code, where.replaceAll('f: ', ''), values['id']].join(' '),
  );
}
function withWorld(changed: Partial<World>): Partial<Scenario> {
  return { world: { ...scenario.world, ...changed } };
}
const { policies, users, callers } = scenario.world;
const [own] = users;

describe('a world that contradicts itself says where', () => {
  test.each<[string, Partial<World>, readonly string[]]>([
    ['a policy twice', { policies: [...policies, ...policies] }, ['duplicateId world.policies ana']],
    ['a caller twice', { callers: [...callers, callers[0]!] }, ['duplicateId world.callers ana']],
    [
      'a group twice',
      { groups: [1, 2].map(() => ({ name: 'Media', policies: [] })) },
      ['duplicateId world.groups Media'],
    ],
    ['a user twice', { users: [...users, own!] }, [`duplicateId world ${ana}`]],
    [
      'a user with a policy that is not there',
      { users: [{ ...own!, policies: ['ana', 'gone'] }, users[1]!] },
      [`unknownReference world.${ana} gone`],
    ],
    [
      'a user with a boundary that is not there',
      { users: [{ ...own!, boundary: 'gone' }, users[1]!] },
      [`unknownReference world.${ana} gone`],
    ],
    [
      'a user in a group that is not there',
      { users: [{ ...own!, groups: ['Gone'] }, users[1]!] },
      [`unknownReference world.${ana} Gone`],
    ],
    [
      'a role with a trust policy that is not there',
      { roles: [{ arn: role, trust: 'gone' }] },
      [`unknownReference world.${role} gone`],
    ],
    [
      'a group with a policy that is not there',
      { groups: [{ name: 'Media', policies: ['gone'] }] },
      ['unknownReference world.groups.Media gone'],
    ],
    [
      'a resource with a policy that is not there',
      { resources: [{ arn: 'arn:aws:s3:::b', policy: 'gone' }] },
      ['unknownReference world.resources.arn:aws:s3:::b gone'],
    ],
    [
      'a session with a policy that is not there',
      { callers: [...callers, { id: 'all', name: 'All', principal: 'anonymous', policies: ['gone'] }] },
      ['unknownReference world.callers.all gone'],
    ],
    [
      'a caller who is no user of the world',
      { users: [own!] },
      ['unknownReference world.callers.anabel arn:aws:iam::111122223333:user/anabel'],
    ],
    [
      'a session of no role of the world',
      { callers: [...callers, { id: 'reader', name: 'Reader', principal: session }] },
      [`unknownReference world.callers.reader ${session}`],
    ],
    [
      'a session of a role that another account has',
      {
        roles: [{ arn: role.replace('111122223333', '444455556666'), trust: 'ana' }],
        callers: [...callers, { id: 'reader', name: 'Reader', principal: session }],
      },
      [`unknownReference world.callers.reader ${session}`],
    ],
    [
      'a role as it is, which cannot call',
      {
        roles: [{ arn: role, trust: 'ana' }],
        callers: [...callers, { id: 'reader', name: 'Reader', principal: role }],
      },
      [`unknownReference world.callers.reader ${role}`],
    ],
    [
      'a caller who is nobody at all',
      { callers: [...callers, { id: 'odd', name: 'Odd', principal: 'arn:aws:iam::1:odd' }] },
      ['unknownReference world.callers.odd arn:aws:iam::1:odd'],
    ],
    [
      'a federated user, whose session no world holds',
      {
        callers: [
          ...callers,
          { id: 'eva', name: 'Eva', principal: 'arn:aws:sts::111122223333:federated-user/eva' },
        ],
      },
      ['unknownReference world.callers.eva arn:aws:sts::111122223333:federated-user/eva'],
    ],
    [
      'one session with two sets of policies',
      {
        roles: [{ arn: role, trust: 'ana' }],
        callers: [
          ...callers,
          { id: 'wide', name: 'Wide', principal: session },
          { id: 'narrow', name: 'Narrow', principal: session, policies: ['ana'] },
        ],
      },
      ['sessionsDiffer world.callers.narrow wide'],
    ],
    [
      'an organization without a management account',
      { accounts: [member] },
      ['unknownReference world.accounts managementAccount'],
    ],
    [
      'a management account that is not there',
      { accounts: [member], managementAccount: '999999999999' },
      ['unknownReference world.accounts 999999999999'],
    ],
    [
      'an SCP that is not there',
      { ...organization, accounts: [{ ...member, scps: [['ana'], ['ana', 'gone']] }] },
      ['unknownReference world.accounts.111122223333 gone'],
    ],
    [
      'an RCP that is not there',
      { ...organization, accounts: [{ ...member, rcps: [['ana'], ['gone']] }] },
      ['unknownReference world.accounts.111122223333 gone'],
    ],
    [
      'two roots with different SCPs',
      { ...organization, accounts: [member, { ...other, scps: [[], ['ana']] }] },
      ['organizationDiffers world.accounts.444455556666 111122223333'],
    ],
    [
      'two roots with different RCPs',
      { ...organization, accounts: [member, { ...other, rcps: [['ana'], []] }] },
      ['organizationDiffers world.accounts.444455556666 111122223333'],
    ],
    [
      'a member without SCPs where another has some',
      {
        ...organization,
        accounts: [
          { ...member, rcps: [[], []] },
          { id: other.id, name: 'Other', rcps: [[], []] },
        ],
      },
      ['organizationDiffers world.accounts.444455556666 111122223333'],
    ],
    [
      'an account that lies at two depths',
      { ...organization, accounts: [{ ...member, rcps: [[], [], []] }] },
      ['organizationDiffers world.accounts.111122223333 111122223333'],
    ],
  ])('%s', (_, changed, issues) => {
    expect(found(withWorld(changed))).toEqual(issues);
  });

  test.each<[string, Partial<World>]>([
    [
      'a service, an identity provider, the root user and nobody need no row',
      {
        callers: [
          ...callers,
          { id: 'sns', name: 'SNS', principal: 'sns.amazonaws.com' },
          { id: 'facebook', name: 'A player', principal: 'graph.facebook.com' },
          { id: 'root', name: 'Root', principal: 'arn:aws:iam::111122223333:root' },
          { id: 'nobody', name: 'Nobody', principal: 'anonymous' },
        ],
      },
    ],
    [
      'two callers may be one session, with the same policies',
      {
        roles: [{ arn: role, trust: 'ana' }],
        callers: [
          ...callers,
          { id: 'one', name: 'One', principal: session, policies: ['ana'] },
          { id: 'two', name: 'Two', principal: session, policies: ['ana'], mfa: true },
        ],
      },
    ],
    ['an organization of two accounts', organization],
    [
      'an account outside of it',
      { ...organization, accounts: [member, { id: '444455556666', name: 'Out' }] },
    ],
  ])('%s', (_, changed) => {
    expect(found(withWorld(changed))).toEqual([]);
  });

  test('a request of a caller who is not there, and one that stands twice', () => {
    const [read, remove] = scenario.requests;
    expect(found({ requests: [{ ...read!, caller: 'gone' }, remove!] })).toEqual([
      'unknownReference requests.read gone',
    ]);
    expect(found({ requests: [read!, remove!, remove!] })).toEqual(['duplicateId requests delete']);
  });
});

describe('a step that names what is not there says where', () => {
  const trap = { id: 'one', request: 'read', as: 'allowed' } as const;
  const goal = operateStep.goals[0]!;

  test.each<[string, Step, readonly string[]]>([
    ['a request', { ...predictStep, requests: ['read', 'gone'] }, ['unknownReference steps.0.requests gone']],
    [
      'a request twice',
      { ...predictStep, requests: ['read', 'read'] },
      ['duplicateId steps.0.requests read'],
    ],
    [
      'a trap of a request that is not asked',
      { ...predictStep, traps: [{ ...trap, request: 'delete' }] },
      ['unknownReference steps.0.traps delete'],
    ],
    ['a trap twice', { ...predictStep, traps: [trap, trap] }, ['duplicateId traps one']],
    ['a policy', { ...writeStep, policy: 'gone' }, ['unknownReference steps.0.policy gone']],
    ['a caller', { ...writeStep, callers: ['ana', 'gone'] }, ['unknownReference steps.0.callers gone']],
    [
      'a request to be allowed',
      { ...writeStep, allowed: ['gone'] },
      ['unknownReference steps.0.allowed, steps.0.denied gone'],
    ],
    [
      'a request to be denied, in a policy to mend',
      { ...writeStep, kind: 'fix', denied: ['gone'] },
      ['unknownReference steps.0.allowed, steps.0.denied gone'],
    ],
    [
      'a request to be allowed and denied',
      { ...writeStep, allowed: ['read'], denied: ['read'] },
      ['duplicateId steps.0.allowed, steps.0.denied read'],
    ],
    ['a goal twice', { ...operateStep, goals: [goal, goal] }, ['duplicateId steps.0.goals any']],
    ['who sits there', { ...operateStep, who: 'gone' }, ['unknownReference steps.0.who gone']],
  ])('%s', (_, step, issues) => {
    expect(found({ steps: [step] })).toEqual(issues);
  });

  test('whoever sits there may be made by the set-up', () => {
    const step = { ...operateStep, who: 'eva' };
    const world = { ...scenario.world, setUp: ['aws iam create-user --user-name eva'] };
    expect(found({ steps: [step], world })).toEqual([]);
    expect(found({ steps: [{ ...operateStep, who: 'ana' }] })).toEqual([]);
  });

  test('traps of two steps share one heading, so none stands in both', () => {
    expect(found({ steps: [{ ...predictStep, traps: [{ ...trap, id: 'neighbour' }] }, writeStep] })).toEqual([
      'duplicateId traps neighbour',
    ]);
  });
});
