import { describe, expect, test } from 'vitest';
import { evaluate } from '#iam';
import { policiesFor, type Verdict } from '../../src/scenario/index.ts';
import { graded as grade } from '../graded.ts';
import { allow, scenario } from './fixture.ts';

const right = { read: 'implicitDeny' } as const;
function check(text: string): Verdict {
  return grade(scenario, { predictions: right, texts: { ana: text } });
}

describe('a policy is graded on more than the visible requests', () => {
  test('the required access and no more solves, is tight, and shorter than the author’s a record', () => {
    expect(check(allow('s3:GetObject', 'arn:aws:s3:::puerto-media/*'))).toMatchObject({
      solved: true,
      medals: ['works', 'tight', 'par', 'record'],
      failures: [],
      undecided: [],
    });
  });

  test('a policy that lists the visible objects misses an object nobody showed', () => {
    const verdict = check(allow('s3:GetObject', 'arn:aws:s3:::puerto-media/cat.jpg'));
    expect(verdict.solved).toBe(false);
    expect(verdict.failures[0]).toMatchObject({ kind: 'missing', trap: 'bucket-arn' });
    expect(verdict.failures[0]?.request.resource).not.toBe('arn:aws:s3:::puerto-media/cat.jpg');
  });

  test('a forgotten slash gives away a bucket whose name begins alike', () => {
    const verdict = check(allow('s3:GetObject', 'arn:aws:s3:::puerto-media*'));
    expect(verdict.failures[0]).toMatchObject({ kind: 'excess', trap: 'neighbour', decision: 'allowed' });
  });

  test('a wildcard in the action gives away an action the goal never named', () => {
    const verdict = check(allow('s3:GetObject*', 'arn:aws:s3:::puerto-media/*'));
    expect(verdict.failures[0]).toMatchObject({
      kind: 'excess',
      request: { action: expect.stringMatching(/^s3:GetObject./) as string },
    });
  });

  test('a condition on a key that a request does not carry takes access away', () => {
    const condition = { Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } };
    const verdict = check(allow('s3:GetObject', 'arn:aws:s3:::puerto-media/*', condition));
    expect(verdict.failures[0]).toMatchObject({ kind: 'missing' });
    expect(verdict.failures[0]?.request.context).toEqual({});
  });

  test('how much is allowed too much is measured, also of another service where a policy names it', () => {
    const verdict = check(allow(['s3:GetObject', 'ec2:*'], '*'));
    expect(verdict.failures.some(({ kind }) => kind === 'excess')).toBe(true);
    expect(verdict.excess?.actions.length).toBeGreaterThan(700);
    expect(verdict.excess?.actions).toContain('ec2:RunInstances');
    expect(verdict.excess?.resources).toContain(
      'arn:${Partition}:ec2:${Region}:${Account}:instance/${InstanceId}',
    );
  });

  test('access that is missing is told before access that is too much', () => {
    const verdict = check(allow('s3:PutObject', 'arn:aws:s3:::puerto-media/*'));
    expect(verdict.failures.map(({ kind }) => kind)).toEqual(['missing', 'excess']);
  });

  test('every failure told is a request on which the evaluator says what the failure says', () => {
    const text = allow(['s3:PutObject', 's3:Get*'], '*');
    const document = JSON.parse(text) as Parameters<typeof policiesFor>[2][string];
    for (const { request, decision } of check(text).failures)
      expect(evaluate(request, policiesFor(scenario.world, request, { ana: document })).decision).toBe(
        decision,
      );
  });

  test('a list action is never tried on an object, so one statement for bucket and objects is right', () => {
    const both = ['arn:aws:s3:::puerto-media', 'arn:aws:s3:::puerto-media/*'];
    const goal = {
      ...scenario.goal!,
      required: [
        { Effect: 'Allow', Action: 's3:ListBucket', Resource: both[0]! },
        { Effect: 'Allow', Action: 's3:GetObject', Resource: both[1]! },
      ],
    };
    const attempt = { predictions: right, texts: { ana: allow(['s3:ListBucket', 's3:GetObject'], both) } };
    expect(grade({ ...scenario, goal }, attempt)).toMatchObject({ solved: true });
  });

  test('more than required but no more than permitted works, and is not tight', () => {
    const goal = {
      ...scenario.goal!,
      permitted: [{ Effect: 'Allow', Action: 's3:GetObject*', Resource: 'arn:aws:s3:::puerto-media/*' }],
    };
    const attempt = {
      predictions: right,
      texts: { ana: allow('s3:GetObject*', 'arn:aws:s3:::puerto-media/*') },
    };
    const verdict = grade({ ...scenario, goal }, attempt);
    expect(verdict).toMatchObject({ solved: true, medals: ['works'], slack: { action: 's3:GetObjectAcl' } });
  });

  test('a longer policy than the author’s is tight and not par', () => {
    const statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::puerto-media/*' };
    const text = JSON.stringify({ Version: '2012-10-17', Statement: [statement, { ...statement }] });
    expect(check(text)).toMatchObject({ medals: ['works', 'tight'], size: { statements: 2 } });
  });

  test('a text that is no policy is named, and nothing is tried', () => {
    expect(check('{ "Version": ')).toMatchObject({ solved: false, invalidPolicy: 'ana', actions: 0 });
    expect(grade(scenario, { predictions: right, texts: {} })).toMatchObject({ invalidPolicy: 'ana' });
  });
});

describe('what cannot be decided', () => {
  test('an action that AWS does not have is named, and does not solve', () => {
    const verdict = check(allow(['s3:GetObject', 's3:GetObjct'], 'arn:aws:s3:::puerto-media/*'));
    expect(verdict).toMatchObject({
      solved: false,
      failures: [],
      undecided: [{ construct: 'action', name: 's3:GetObjct' }],
    });
  });

  test('nor does a pattern that costs more steps than a Check may take', () => {
    const patterns = ['a', 'b', 'c'].map((letter) => `arn:aws:s3:::puerto-media/*${letter}${'?'.repeat(12)}`);
    const verdict = check(allow('s3:GetObject', ['arn:aws:s3:::puerto-media/*', ...patterns]));
    expect(verdict.solved).toBe(false);
    expect(verdict.undecided.map(({ construct }) => construct)).toContain('budget');
  });
});

describe('a world whose resources have policies', () => {
  test('is proved part by part: a bucket policy that denies counts where it stands', () => {
    const deny = {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Deny',
          Principal: '*',
          Action: 's3:GetObject',
          Resource: 'arn:aws:s3:::puerto-media/secret/*',
        },
      ],
    };
    const world = {
      ...scenario.world,
      policies: [
        ...scenario.world.policies,
        { id: 'bucket', name: 'Bucket', type: 'resource' as const, document: deny },
      ],
      resources: [{ arn: 'arn:aws:s3:::puerto-media', account: '111122223333', policy: 'bucket' }],
    };
    const solve = (resource: string) =>
      grade({ ...scenario, world }, { predictions: right, texts: { ana: allow('s3:GetObject', resource) } });
    expect(solve('arn:aws:s3:::puerto-media/*').failures).toEqual([]);
    // Nothing is lost where the bucket's policy denies, and something where it does not.
    expect(solve('arn:aws:s3:::puerto-media/a*').failures[0]).toMatchObject({ kind: 'missing' });
  });
});

describe('a prediction', () => {
  test('is compared with what the evaluator decides, and a wrong one names its trap', () => {
    const verdict = grade(scenario, { predictions: { read: 'allowed' }, texts: {} });
    expect(verdict.predictions).toEqual([
      {
        requestId: 'read',
        predicted: 'allowed',
        decision: 'implicitDeny',
        correct: false,
        trap: 'thought-allowed',
      },
    ]);
  });

  test('that is missing is not right, and a solved policy does not make up for it', () => {
    const texts = { ana: allow('s3:GetObject', 'arn:aws:s3:::puerto-media/*') };
    expect(grade(scenario, { predictions: {}, texts }).solved).toBe(false);
  });
});
