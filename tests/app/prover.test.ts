import { describe, expect, test } from 'vitest';
import { proverOver, type Helper } from '../../src/app/prover.ts';
import type { Answered, Asked } from '../../src/app/prover-messages.ts';
import { scenario } from '../scenario/fixture.ts';

const ask = { scenario, attempt: { answers: [] } };
type Behaviour = (asked: Asked, helper: Helper) => void;

/** Workers that behave one after the other as given, and a count of those that were ended. */
function workers(...behaviours: readonly Behaviour[]) {
  const ended: number[] = [];
  let started = 0;
  const start = (): Helper => {
    const place = started;
    started += 1;
    const helper: Helper = {
      onmessage: null,
      onerror: null,
      postMessage: (asked) => queueMicrotask(() => behaviours[place]?.(asked, helper)),
      terminate: () => void ended.push(place),
    };
    return helper;
  };
  return { start, ended, count: () => started };
}
const say = (helper: Helper, data: unknown): void => helper.onmessage?.({ data } as MessageEvent<Answered>);
const answers: Behaviour = ({ id, reference }, helper) => say(helper, { id, answer: reference });
const dies: Behaviour = (_, helper) => helper.onerror?.({ message: 'out of memory' } as ErrorEvent);
const silent: Behaviour = () => undefined;
const broken: Behaviour = ({ id }, helper) => say(helper, { id, problem: 'index: unavailable' });

describe('the prover’s worker', () => {
  test('is started once, and answers one question after the other', async () => {
    const { start, count } = workers(answers);
    const prover = proverOver(start, 'here/');
    const both = await Promise.all([prover('grade', ask), prover('grade', ask)]);
    expect(both).toEqual([
      { answer: 'here/', restarted: false },
      { answer: 'here/', restarted: false },
    ]);
    expect(count()).toBe(1);
  });

  test.each([
    ['dies', dies],
    ['says nothing past its budget', silent],
  ])('that %s is ended and replaced, and the question asked once more', async (_, behaviour) => {
    const { start, ended, count } = workers(behaviour, answers);
    expect(await proverOver(start, 'here/', 5)('grade', ask)).toEqual({ answer: 'here/', restarted: true });
    expect([ended, count()]).toEqual([[0], 2]);
  });

  test('that dies twice rejects, and the next question has a worker of its own', async () => {
    const { start, ended } = workers(dies, dies, answers);
    const prover = proverOver(start, 'here/');
    await expect(prover('grade', ask)).rejects.toThrow('out of memory');
    expect(ended).toEqual([0, 1]);
    expect(await prover('grade', ask)).toMatchObject({ restarted: false });
  });

  test('says what broke in it, and that is not asked again', async () => {
    const { start, count } = workers(broken);
    await expect(proverOver(start, 'here/')('grade', ask)).rejects.toThrow('index: unavailable');
    expect(count()).toBe(1);
  });
});
