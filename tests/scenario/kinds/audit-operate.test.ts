import { describe, expect, test } from 'vitest';
import { auditScenario, type Scenario, type StepOf } from '#scenario';
import { readFolder } from '../../../scripts/scenario-files.ts';
import { auditReference } from '../../graded.ts';

type Operate = StepOf<'operate'>;

const groups = readFolder('scenarios/act-0/05-groups-not-copies').scenario!;
const keys = readFolder('scenarios/act-0/08-two-keys-no-downtime').scenario!;

/** What is found of a mission where something of its step, or of its world, is otherwise. */
function found(
  scenario: Scenario,
  change: (step: Operate) => Partial<Operate>,
  setUp = scenario.world.setUp,
): readonly string[] {
  const steps = scenario.steps.map((step) => (step.kind === 'operate' ? { ...step, ...change(step) } : step));
  const changed = { ...scenario, world: { ...scenario.world, setUp }, steps };
  return auditScenario(changed, auditReference).flatMap(({ issues }) => issues.map(({ code }) => code));
}

describe('the audit of a step that operates an account', () => {
  test('finds nothing in one that is right, and counts its wrong ways', () => {
    expect(found(groups, () => ({}))).toEqual([]);
    const [audit] = auditScenario(keys, auditReference);
    expect(audit).toEqual({ issues: [], figures: { goals: 4, steps: 4, wrongWays: 7 }, notes: [] });
  });

  test.each<[string, (step: Operate) => Partial<Operate>]>([
    [
      'tooMuchSolves',
      ({ goals }) => ({ goals: goals.filter(({ id }) => id !== 'no-more' && id !== 'no-copies') }),
    ],
    ['stepNeedless', ({ way }) => ({ way: [...way, { lines: ['aws iam list-users'] }] })],
    ['goalUnreached', ({ way }) => ({ way: way.slice(0, -1) })],
    ['startSolves', ({ goals }) => ({ goals: goals.filter(({ id }) => id === 'media') })],
    [
      'badQuery',
      ({ goals }) => ({ goals: [...goals, { id: 'odd', ask: 'iam:ListUsers', query: 'length(' }] }),
    ],
    ['badQuery', () => ({ traps: [{ id: 'odd', trail: 'length(', spring: ['aws iam list-users'] }] })],
    [
      'trapUnreachable',
      () => ({ traps: [{ id: 'never', trail: 'length(@) > `9`', spring: ['aws iam list-users'] }] }),
    ],
    [
      'trapUnreachable',
      () => ({ traps: [{ id: 'always', trail: 'length(@) > `0`', spring: ['aws iam list-users'] }] }),
    ],
    ['lineFails', () => ({ tooMuch: ['aws iam attach-group-policy --group-name media'] })],
  ])('says %s', (code, change) => {
    expect(found(groups, change)).toContain(code);
  });

  test('says lineFails of a set-up that does not run', () => {
    expect(found(groups, () => ({}), ['aws iam create-user'])).toContain('lineFails');
  });

  test('says orderNeedless of a part that may as well come earlier', () => {
    const worksAlone = ({ goals }: Operate) => goals.filter(({ id }) => id === 'one-left');
    expect(found(keys, (step) => ({ goals: worksAlone(step) }))).toContain('orderNeedless');
  });

  test('says replayDiffers of a way whose calls an answer cannot hold', () => {
    const secret = 'x'.repeat(200_001);
    const refused = "length([?error != '']) == `1`";
    const lines = [
      'export AWS_ACCESS_KEY_ID=AKIAQQQQQQQQQEXAMPLE',
      `export AWS_SECRET_ACCESS_KEY=${secret}`,
      'aws iam list-users',
    ];
    expect(
      found(groups, () => ({ goals: [{ id: 'refused', trail: refused }], way: [{ lines }], tooMuch: [] })),
    ).toEqual(expect.arrayContaining(['replayDiffers']));
  });

  test('asks what the policies decide at the end, and says so where that cannot be asked', () => {
    const asked = {
      principal: 'arn:aws:iam::111122223333:user/nobody',
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::puerto-media/cat.jpg',
      expect: 'allowed' as const,
    };
    const changed = found(groups, ({ goals }) => ({ goals: [...goals, { id: 'odd', decisions: [asked] }] }));
    expect(changed).toContain('badQuery');
  });
});
