import { describe, expect, test } from 'vitest';
import { awsPolicies, seeded } from '../../scripts/aws-policies.ts';
import { readFolder } from '../../scripts/scenario-files.ts';
import { auditOperate } from '../../src/scenario/audit-operate.ts';
import type { Scenario } from '../../src/scenario/index.ts';

const managed = awsPolicies();

type Operate = NonNullable<Scenario['operate']>;

/** What is found of “Groups, Not Copies” where something of it is otherwise. */
function found(change: (operate: Operate) => Partial<Operate>): readonly string[] {
  const { scenario } = readFolder('scenarios/act-0/05-groups-not-copies');
  const operate = scenario!.operate!;
  const changed = { ...scenario!, operate: { ...operate, ...change(operate) } };
  return auditOperate(changed, managed, seeded).issues.map(({ code }) => code);
}

describe('the audit of a mission that operates an account', () => {
  test('finds nothing in one that is right', () => {
    expect(found(() => ({}))).toEqual([]);
  });

  test.each<[string, (operate: Operate) => Partial<Operate>]>([
    [
      'tooMuchSolves',
      ({ goals }) => ({ goals: goals.filter(({ id }) => id !== 'no-more' && id !== 'no-copies') }),
    ],
    ['stepNeedless', ({ steps }) => ({ steps: [...steps, { lines: ['aws iam list-users'] }] })],
    ['goalUnreached', ({ steps }) => ({ steps: steps.slice(0, -1) })],
    ['startSolves', ({ goals }) => ({ goals: goals.filter(({ id }) => id === 'media') })],
    [
      'badQuery',
      ({ goals }) => ({ goals: [...goals, { id: 'odd', ask: 'iam:ListUsers', query: 'length(' }] }),
    ],
    ['lineFails', () => ({ tooMuch: ['aws iam attach-group-policy --group-name media'] })],
  ])('says %s', (code, change) => {
    expect(found(change)).toContain(code);
  });
});
