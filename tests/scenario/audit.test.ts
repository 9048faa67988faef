import { describe, expect, test } from 'vitest';
import { mutants, rewrites } from '#proof';
import {
  auditScenario,
  textOf,
  type AuditReference,
  type PolicySpec,
  type Scenario,
  type StepOf,
} from '#scenario';
import { auditReference } from '../graded.ts';
import { predictStep, scenario, withWrite, writeStep } from './fixture.ts';

function codes(changed: Scenario, reference: AuditReference = auditReference): readonly string[] {
  const issues = auditScenario(changed, reference).flatMap((step) => step.issues);
  return [...new Set(issues.map(({ code }) => code))];
}
const read = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::puerto-media/*' };
function policy(...statements: readonly object[]): { document: Record<string, unknown> } {
  return { document: { Version: '2012-10-17', Statement: statements } };
}
function figuresOf(changed: Scenario): Readonly<Record<string, number>> {
  return auditScenario(changed, auditReference)[1]?.figures ?? {};
}

describe('a scenario that is right', () => {
  test('has no issue, and every mutant of its solution is rejected by a request', () => {
    expect(codes(scenario)).toEqual([]);
    const { mutants: made = 0, rejected, rewrites: others } = figuresOf(scenario);
    expect(made).toBeGreaterThan(7);
    expect(rejected).toBe(made);
    expect(others).toBeGreaterThan(2);
    expect(auditScenario(scenario, auditReference)[0]?.figures).toEqual({ predictions: 1 });
  });
});

describe('a planted fault of a policy is found', () => {
  test.each<[string, Partial<StepOf<'write'>>]>([
    ['solutionFails', { solution: policy({ ...read, Action: 's3:PutObject' }) }],
    ['solutionFails', { solution: policy({ ...read, Action: ['s3:GetObject', 's3:GetObjct'] }) }],
    [
      'solutionNotTight',
      {
        permitted: [{ ...read, Action: ['s3:GetObject', 's3:PutObject'] }],
        solution: policy({ ...read, Action: ['s3:GetObject', 's3:PutObject'] }),
      },
    ],
    ['parNotMet', { par: { statements: 1, characters: 20 } }],
    ['startSolves', { required: [], solution: policy({ ...read, Effect: 'Deny' }) }],
    ['invalidPolicy', { solution: { lines: ['{'] } }],
    ['visibleContradictsGoal', { allowed: ['read', 'delete'], denied: [] }],
    ['visibleContradictsGoal', { allowed: [], denied: ['read'] }],
    ['permittedLessThanRequired', { permitted: [{ ...read, Action: 's3:PutObject' }] }],
    ['trapUnreachable', { traps: [{ id: 'never', failure: 'excess', principal: '*/nobody' }] }],
  ])('%s', (code, changed) => {
    expect(codes(withWrite(changed))).toContain(code);
    const fixes: Scenario = { ...scenario, steps: [{ ...writeStep, ...changed, kind: 'fix' }] };
    expect(codes(fixes)).toContain(code);
  });

  test('a mutant that means the same is counted as equivalent, not as a wrong answer that passes', () => {
    const everything = { Effect: 'Allow', Action: '*', Resource: '*' };
    const blind = { required: [everything], permitted: [everything], solution: policy(everything, read) };
    const { equivalent = 0, rejected = 0, mutants: made } = figuresOf(withWrite(blind));
    expect(equivalent).toBeGreaterThan(0);
    expect(rejected + equivalent).toBe(made);
  });

  test('a goal that the visible requests spell out accepts the policy that memorises them', () => {
    const exact = { ...read, Resource: 'arn:aws:s3:::puerto-media/cat.jpg' };
    expect(codes(withWrite({ required: [exact], solution: policy(exact) }))).toContain('memoriserAccepted');
  });

  test('what a mutant or a rewrite cannot be proved for is said, not passed over', () => {
    const plain: PolicySpec = { ...writeStep, traps: [] };
    const own = textOf(plain.solution).replaceAll(/\s/g, '');
    // A reference that knows actions for the author's own text only.
    const blind: AuditReference = {
      ...auditReference,
      actionsFor: (documents) =>
        JSON.stringify(documents[0]) === own ? auditReference.actionsFor(documents) : [],
    };
    expect(codes(withWrite({ traps: [] }), blind)).toEqual(
      expect.arrayContaining(['mutantUndecided', 'rewriteRejected']),
    );
  });

  test('no fault, but worth a remark: a shorter policy, and what lies between required and permitted', () => {
    const [, audit] = auditScenario(
      withWrite({
        permitted: [{ ...read, Action: 's3:GetObject*' }],
        par: { statements: 2, characters: 400 },
        solution: policy(read, { ...read, Resource: 'arn:aws:s3:::puerto-media/2026/*' }),
      }),
      auditReference,
    );
    expect(audit?.issues).toEqual([]);
    expect(audit?.notes.map(({ code }) => code)).toEqual(['shorter', 'ambiguous']);
  });
});

describe('a planted fault of predictions is found', () => {
  const asks = (more: Partial<StepOf<'predict'>>, requests = scenario.requests): Scenario => ({
    ...scenario,
    requests,
    steps: [{ ...predictStep, ...more }],
  });

  test('cannotEvaluate', () => {
    const broken = { id: 'broken', caller: 'ana', action: 'none', resource: '*' };
    const changed = asks({ requests: ['broken', 'gone'] }, [...scenario.requests, broken]);
    expect(auditScenario(changed, auditReference)[0]?.issues.map(({ where }) => where)).toEqual([
      '90-read-media: requests.broken',
      '90-read-media: requests.gone',
    ]);
  });

  test('trapUnreachable', () => {
    const traps = [{ id: 'right', request: 'read', as: 'implicitDeny' as const }];
    expect(codes(asks({ traps }))).toEqual(['trapUnreachable']);
  });
});

describe('mutants and rewrites of a policy', () => {
  const document = {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'One',
        Effect: 'Deny',
        Action: ['s3:DeleteObject', 's3:Put*'],
        Resource: 'arn:aws:s3:::puerto-home/${aws:username}/*',
        Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
      },
      { Effect: 'Allow', Action: 's3:*', Resource: '*' },
    ],
  };

  test('hold every kind of edit that people make', () => {
    const edits = mutants(document).map(({ edit }) => edit);
    for (const edit of [
      'statement 2 dropped',
      'statement 1, Effect: Allow',
      'statement 1, Action: "s3:DeleteObject" dropped',
      'statement 1, Action: "s3:DeleteObject" for all of the service',
      'statement 1, Resource: "arn:aws:s3:::puerto-home/${aws:username}/*" without its slash',
      'statement 1, Resource: "arn:aws:s3:::puerto-home/${aws:username}/*" with a star for its variable',
      'statement 1, BoolIfExists aws:MultiFactorAuthPresent dropped',
      'statement 1, BoolIfExists aws:MultiFactorAuthPresent: Bool',
      'statement 1, BoolIfExists aws:MultiFactorAuthPresent: "false" as "true"',
    ])
      expect(edits).toContain(edit);
    expect(new Set(mutants(document).map((mutant) => JSON.stringify(mutant.document))).size).toBe(
      edits.length,
    );
  });

  test('leave the policy they were made of as it was', () => {
    const before = JSON.stringify(document);
    mutants(document);
    rewrites(document);
    expect(JSON.stringify(document)).toBe(before);
  });
});
