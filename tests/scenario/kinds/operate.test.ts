import { describe, expect, test } from 'vitest';
import { runTranscript, worldOf, type World } from '#account';
import { answerOf, handedOver, solutionOf, type AnswerOf, type ResultOf, type StepOf } from '#scenario';
import { accountBegun } from '../../../src/scenario/kinds/operate/account.ts';
import { goalReached } from '../../../src/scenario/kinds/operate/goals.ts';
import { readFolder } from '../../../scripts/scenario-files.ts';
import { auditReference, graded } from '../../graded.ts';

const { managed } = auditReference;
const mission = readFolder('scenarios/act-0/08-two-keys-no-downtime').scenario!;
const step = mission.steps[0] as StepOf<'operate'>;
const begun = 1_790_000_000_000;
const handed = accountBegun(step, mission, managed, begun);
const way = step.way.flatMap(({ lines }) => lines).join('\n');
const { world } = runTranscript(way, handed.state).state;

function resultOf(answer: AnswerOf<'operate'>): ResultOf<'operate'> {
  return graded(mission, { answers: [answer] }).steps[0] as ResultOf<'operate'>;
}
/** The world as an earlier version kept it: its first calls cannot be made again. */
function forgetful(count: number): World {
  const log = world.log.map(({ again, ...record }, index) =>
    index < count || again === undefined ? record : { ...record, again },
  );
  return { ...worldOf({ ...world, log }, managed), keepsCalls: true };
}

describe('an account that is handed over', () => {
  test('was set up before that time, and is the same whenever it is made', () => {
    const at = begun + 86_400_000;
    const over = handedOver(step, mission, managed, at);
    expect(over.state.now).toBe(at);
    expect(over.begun).toBeLessThan(at - 399 * 86_400_000);
    expect(over.given).toBe(over.state.world.log.length);
    expect(accountBegun(step, mission, managed, over.begun)).toEqual(over);
  });

  test('is in the hands, and in the region, that the step says', () => {
    const other = accountBegun({ ...step, who: 'invoice-bot', region: 'eu-west-1' }, mission, managed, begun);
    expect([handed.state.who, handed.state.terminal.region]).toEqual(['root', 'us-east-1']);
    expect([other.state.who, other.state.terminal.region]).toEqual(['invoice-bot', 'eu-west-1']);
  });
});

describe('an answer', () => {
  test('is the calls, and the account that comes of them is what is graded', () => {
    const answer = answerOf(world, handed);
    expect(answer).toMatchObject({ kind: 'operate', begun, records: world.log.length - handed.given });
    expect(answer.calls).toHaveLength(answer.records);
    expect(answer).not.toHaveProperty('from');
    expect(resultOf(answer)).toEqual({
      kind: 'operate',
      solved: true,
      exact: true,
      reached: step.goals.map(({ id }) => id),
      sprung: [],
    });
    expect(solutionOf(mission, managed).answers[0]).toMatchObject({ records: answer.records });
  });

  test.each([
    ['all of its calls', world.log.length],
    ['the first of its calls', handed.given + 2],
  ])('whose world has not kept %s goes on from the world as it was', (_, forgotten) => {
    const answer = JSON.parse(JSON.stringify(answerOf(forgetful(forgotten), handed))) as AnswerOf<'operate'>;
    expect(answer.from).toBeTypeOf('string');
    expect(answer.calls).toHaveLength(world.log.length - forgotten);
    expect(resultOf(answer)).toEqual(resultOf(answerOf(world, handed)));
  });

  test('that begins with a world that cannot be read is not graded, and says so', () => {
    const answer = { ...answerOf(world, handed), from: '{' };
    expect(resultOf(answer)).toEqual({
      kind: 'operate',
      solved: false,
      exact: false,
      reached: [],
      sprung: [],
      unreadable: true,
    });
  });

  test('counts no more records than were there when it was handed in', () => {
    const answer = answerOf(world, handed);
    expect(resultOf({ ...answer, records: 0 }).reached).toEqual(
      resultOf({ ...answer, calls: [], records: 0 }).reached,
    );
  });
});

describe('a goal', () => {
  const allowed = {
    principal: 'arn:aws:iam::111122223333:user/invoice-bot',
    action: 's3:ListBucket',
    resource: 'arn:aws:s3:::puerto-invoices',
    expect: 'allowed' as const,
  };
  const denied = { ...allowed, action: 's3:PutObject', expect: 'denied' as const };

  test.each<[string, Parameters<typeof goalReached>[3], boolean | undefined]>([
    [
      'asks an answer of the account',
      { id: 'a', ask: 'iam:ListUsers', query: 'length(output.Users) == `1`' },
      true,
    ],
    [
      'or what it refuses',
      { id: 'a', ask: 'iam:GetUser', input: { UserName: 'no' }, query: "error == 'NoSuchEntity'" },
      true,
    ],
    [
      'is open where the answer is another',
      { id: 'a', ask: 'iam:ListUsers', query: 'length(output.Users)' },
      false,
    ],
    [
      'cannot be asked where it is no question',
      { id: 'a', ask: 'iam:ListUsers', query: 'length(' },
      undefined,
    ],
    ['asks about the trail', { id: 'a', trail: "@[-1].call == 'iam:DeleteAccessKey'" }, true],
    ['asks what is decided', { id: 'a', decisions: [allowed, denied] }, true],
    ['of all of them', { id: 'a', decisions: [allowed, { ...denied, expect: 'allowed' }] }, false],
    [
      'also of a request with keys',
      { id: 'a', decisions: [{ ...allowed, context: { 'aws:SourceIp': '203.0.113.9' } }] },
      true,
    ],
    [
      'but of nobody who is not there',
      { id: 'a', decisions: [{ ...allowed, principal: 'arn:aws:iam::111122223333:user/no' }] },
      undefined,
    ],
  ])('%s', (_, goal, reached) => {
    expect(goalReached(world, handed.state.account, handed.given, goal)).toBe(reached);
  });

  test('about an account without a record is asked all the same', () => {
    const none = worldOf({ log: [], seed: 1 }, managed);
    expect(goalReached(none, '111122223333', 0, { id: 'a', trail: 'length(@) == `0`' })).toBe(true);
    expect(goalReached(none, '111122223333', 0, { id: 'a', decisions: [allowed] })).toBeUndefined();
  });
});
