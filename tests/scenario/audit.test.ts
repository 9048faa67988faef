import { describe, expect, test } from 'vitest';
import { catalogueFor } from '../../scripts/catalogue-actions.ts';
import { mutants, rewrites } from '../../src/proof/index.ts';
import { auditScenario, type Scenario } from '../../src/scenario/index.ts';
import { scenario } from './fixture.ts';

function codes(changed: Partial<Scenario>): readonly string[] {
  return [
    ...new Set(auditScenario({ ...scenario, ...changed }, catalogueFor).issues.map(({ code }) => code)),
  ];
}
const goal = scenario.goal!;
const read = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::puerto-media/*' };
function solution(...statements: readonly object[]): Scenario['solution'] {
  return [{ policy: 'ana', document: { Version: '2012-10-17', Statement: statements } }];
}

describe('a scenario that is right', () => {
  test('has no issue, and every mutant of its solution is rejected by a request', () => {
    const audit = auditScenario(scenario, catalogueFor);
    expect(audit.issues).toEqual([]);
    expect(audit.mutants).toBeGreaterThan(7);
    expect(audit.rejected).toBe(audit.mutants);
    expect(audit.rewrites).toBeGreaterThan(2);
  });
});

describe('a planted fault is found', () => {
  test.each<[string, Partial<Scenario>]>([
    ['solutionFails', { solution: solution({ ...read, Action: 's3:PutObject' }) }],
    [
      'solutionNotTight',
      {
        goal: { ...goal, permitted: [{ ...read, Action: ['s3:GetObject', 's3:PutObject'] }] },
        solution: solution({ ...read, Action: ['s3:GetObject', 's3:PutObject'] }),
      },
    ],
    ['parNotMet', { par: { statements: 1, characters: 20 } }],
    ['startSolves', { start: { buffers: scenario.solution } }],
    ['invalidPolicy', { solution: [{ policy: 'ana', lines: ['{'] }] }],
    [
      'visibleContradictsGoal',
      { requests: scenario.requests.map((one) => ({ ...one, expect: 'allowed' as const })) },
    ],
    ['permittedLessThanRequired', { goal: { ...goal, permitted: [{ ...read, Action: 's3:PutObject' }] } }],
    ['trapUnreachable', { traps: [{ id: 'never', when: { kind: 'excess', principal: '*/nobody' } }] }],
    [
      'cannotEvaluate',
      {
        predict: ['broken'],
        requests: [...scenario.requests, { id: 'broken', principal: 'ana', action: 'none', resource: '*' }],
      },
    ],
  ])('%s', (code, changed) => {
    expect(codes(changed)).toContain(code);
  });

  test('a mutant that means the same is counted as equivalent, not as a wrong answer that passes', () => {
    const everything = { Effect: 'Allow', Action: '*', Resource: '*' };
    const blind = { ...goal, required: [everything], permitted: [everything] };
    const audit = auditScenario(
      { ...scenario, goal: blind, solution: solution(everything, read) },
      catalogueFor,
    );
    expect(audit.equivalent).toContain('statement 2 dropped');
    expect(audit.rejected + audit.equivalent.length).toBe(audit.mutants);
  });

  test('a goal that the visible requests spell out accepts the policy that memorises them', () => {
    const exact = { ...read, Resource: 'arn:aws:s3:::puerto-media/cat.jpg' };
    expect(codes({ goal: { ...goal, required: [exact] }, solution: solution(exact) })).toContain(
      'memoriserAccepted',
    );
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
