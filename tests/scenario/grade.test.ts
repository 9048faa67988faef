import { describe, expect, test } from 'vitest';
import {
  accountOfWorld,
  asking,
  openingAnswers,
  starsOf,
  type ResultOf,
  type Scenario,
  type StepOf,
  type Verdict,
} from '#scenario';
import { graded } from '../graded.ts';
import { allow, attempt, scenario, withWrite, writeStep } from './fixture.ts';

/** What a Check says of the policy in the mission's second step. */
function written(text: string, played: Scenario = scenario): ResultOf<'write'> {
  return graded(played, attempt(text)).steps[1] as ResultOf<'write'>;
}
/** The second step, whose author gives no par. */
function withoutPar(): StepOf<'write'> {
  const step = { ...writeStep };
  delete step.par;
  return step;
}

describe('a policy is graded on more than the visible requests', () => {
  test('the required access and no more solves, is tight, and shorter than the author’s a record', () => {
    expect(written(allow('s3:GetObject', 'arn:aws:s3:::puerto-media/*'))).toMatchObject({
      solved: true,
      exact: true,
      medals: ['works', 'tight', 'par', 'record'],
      failures: [],
      undecided: [],
    });
  });

  test('a policy that lists the visible objects misses an object nobody showed', () => {
    const result = written(allow('s3:GetObject', 'arn:aws:s3:::puerto-media/cat.jpg'));
    expect(result.solved).toBe(false);
    expect(result.failures[0]).toMatchObject({ kind: 'missing', trap: 'bucket-arn' });
    expect(result.failures[0]?.request.resource).not.toBe('arn:aws:s3:::puerto-media/cat.jpg');
  });

  test('a forgotten slash gives away a bucket whose name begins alike', () => {
    const result = written(allow('s3:GetObject', 'arn:aws:s3:::puerto-media*'));
    expect(result.failures[0]).toMatchObject({ kind: 'excess', trap: 'neighbour', decision: 'allowed' });
  });

  test('a wildcard in the action gives away an action the goal never named', () => {
    const result = written(allow('s3:GetObject*', 'arn:aws:s3:::puerto-media/*'));
    expect(result.failures[0]).toMatchObject({
      kind: 'excess',
      request: { action: expect.stringMatching(/^s3:GetObject./) as string },
    });
  });

  test('a condition on a key that a request does not carry takes access away', () => {
    const condition = { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } };
    const result = written(allow('s3:GetObject', 'arn:aws:s3:::puerto-media/*', condition));
    expect(result.failures[0]).toMatchObject({ kind: 'missing' });
    expect(result.failures[0]?.request.context).not.toHaveProperty('aws:MultiFactorAuthPresent');
  });

  test('how much is allowed too much is measured, also of another service where a policy names it', () => {
    const result = written(allow(['s3:GetObject', 'ec2:*'], '*'));
    expect(result.failures.some(({ kind }) => kind === 'excess')).toBe(true);
    expect(result.excess?.actions.length).toBeGreaterThan(700);
    expect(result.excess?.actions).toContain('ec2:RunInstances');
    expect(result.excess?.resources).toContain(
      'arn:${Partition}:ec2:${Region}:${Account}:instance/${InstanceId}',
    );
  });

  test('access that is missing is told before access that is too much', () => {
    const result = written(allow('s3:PutObject', 'arn:aws:s3:::puerto-media/*'));
    expect(result.failures.map(({ kind }) => kind)).toEqual(['missing', 'excess']);
  });

  test('every failure told is a request on which the evaluator says what the failure says', () => {
    const text = allow(['s3:PutObject', 's3:Get*'], '*');
    const { decide } = asking(scenario.world, accountOfWorld(scenario.world, { texts: { ana: text } }));
    const { failures } = written(text);
    expect(failures.length).toBeGreaterThan(0);
    for (const { request, decision } of failures) expect(decide(request)).toBe(decision);
  });

  test('a list action is never tried on an object, so one statement for bucket and objects is right', () => {
    const both = ['arn:aws:s3:::puerto-media', 'arn:aws:s3:::puerto-media/*'];
    const required = [
      { Effect: 'Allow', Action: 's3:ListBucket', Resource: both[0]! },
      { Effect: 'Allow', Action: 's3:GetObject', Resource: both[1]! },
    ];
    expect(written(allow(['s3:ListBucket', 's3:GetObject'], both), withWrite({ required }))).toMatchObject({
      solved: true,
    });
  });

  test('more than required but no more than permitted works, and is not tight', () => {
    const permitted = [{ ...writeStep.required[0], Action: 's3:GetObject*' }];
    const played = withWrite({ permitted });
    const text = allow('s3:GetObject*', 'arn:aws:s3:::puerto-media/*');
    expect(written(text, played)).toMatchObject({
      solved: true,
      exact: false,
      medals: ['works'],
      slack: { action: 's3:GetObjectAcl' },
    });
    expect(graded(played, attempt(text)).medals).toEqual(['works']);
  });

  test('a longer policy than the author’s is tight and not par', () => {
    const statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::puerto-media/*' };
    const text = JSON.stringify({ Version: '2012-10-17', Statement: [statement, { ...statement }] });
    expect(written(text)).toMatchObject({ medals: ['works', 'tight'], size: { statements: 2 } });
  });

  test('a text that is no policy is named, and nothing is tried', () => {
    for (const text of ['{ "Version": ', ''])
      expect(written(text)).toMatchObject({ solved: false, invalidPolicy: 'ana', actions: 0, failures: [] });
  });

  test('an author who gives no par leaves none to be met', () => {
    const played = { ...scenario, steps: [scenario.steps[0]!, withoutPar()] };
    expect(written(allow('s3:GetObject', 'arn:aws:s3:::puerto-media/*'), played).medals).toEqual([
      'works',
      'tight',
    ]);
  });
});

describe('what cannot be decided', () => {
  test('an action that AWS does not have is named, and does not solve', () => {
    const result = written(allow(['s3:GetObject', 's3:GetObjct'], 'arn:aws:s3:::puerto-media/*'));
    expect(result).toMatchObject({
      solved: false,
      failures: [],
      undecided: [{ construct: 'action', name: 's3:GetObjct' }],
    });
  });

  test('nor does a pattern that costs more steps than a Check may take', () => {
    const patterns = ['a', 'b', 'c'].map((letter) => `arn:aws:s3:::puerto-media/*${letter}${'?'.repeat(12)}`);
    const result = written(allow('s3:GetObject', ['arn:aws:s3:::puerto-media/*', ...patterns]));
    expect(result.solved).toBe(false);
    expect(result.undecided.map(({ construct }) => construct)).toContain('budget');
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
    const solve = (resource: string) => written(allow('s3:GetObject', resource), { ...scenario, world });
    expect(solve('arn:aws:s3:::puerto-media/*').failures).toEqual([]);
    // Nothing is lost where the bucket's policy denies, and something where it does not.
    expect(solve('arn:aws:s3:::puerto-media/a*').failures[0]).toMatchObject({ kind: 'missing' });
  });
});

describe('a caller with tags', () => {
  const [ana, ...others] = scenario.world.users;
  const given = withWrite({
    required: [
      {
        Effect: 'Allow',
        Action: 's3:GetObject',
        Resource: 'arn:aws:s3:::puerto-media/${aws:PrincipalTag/team}/*',
      },
    ],
    callers: ['ana'],
    allowed: [],
    traps: [],
  });
  const tagged: Scenario = {
    ...given,
    world: { ...scenario.world, users: [{ ...ana!, tags: { team: 'harbour' } }, ...others] },
  };

  test('has those of the user in every request, so that a policy may as well spell them out', () => {
    const spelled = (team: string) => allow('s3:GetObject', `arn:aws:s3:::puerto-media/${team}/*`);
    expect(written(spelled('harbour'), tagged)).toMatchObject({ solved: true, exact: true });
    expect(written(spelled('media'), tagged).solved).toBe(false);
  });
});

describe('a session policy', () => {
  const session = 'arn:aws:sts::111122223333:assumed-role/Reader/one';
  const all = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }] };
  const given = withWrite({ policy: 'limits', callers: ['session'], allowed: [], denied: [], traps: [] });
  const played: Scenario = {
    ...given,
    world: {
      ...scenario.world,
      policies: [
        ...scenario.world.policies,
        { id: 'all', name: 'All', type: 'identity', document: all },
        { id: 'limits', name: 'Limits', type: 'session', document: all },
        { id: 'door', name: 'Door', type: 'trust', lines: [] },
      ],
      roles: [{ arn: 'arn:aws:iam::111122223333:role/Reader', trust: 'door', policies: ['all'] }],
      callers: [
        ...scenario.world.callers,
        { id: 'session', name: 'A reader', principal: session, policies: ['limits'] },
      ],
    },
  };

  test('is written as any other: what the learner’s text leaves is what counts', () => {
    expect(written(allow('s3:GetObject', 'arn:aws:s3:::puerto-media/*'), played)).toMatchObject({
      solved: true,
      exact: true,
    });
    expect(written(allow('s3:*', '*'), played).failures[0]).toMatchObject({ kind: 'excess' });
    expect(written(allow('s3:PutObject', '*'), played).failures[0]).toMatchObject({ kind: 'missing' });
  });
});

describe('a prediction', () => {
  const right = allow('s3:GetObject', 'arn:aws:s3:::puerto-media/*');

  test('is compared with what the evaluator decides, and a wrong one names its trap', () => {
    const verdict = graded(scenario, attempt(right, { read: 'allowed' }));
    expect(verdict.steps[0]).toEqual({
      kind: 'predict',
      solved: false,
      exact: false,
      predictions: [
        {
          requestId: 'read',
          predicted: 'allowed',
          decision: 'implicitDeny',
          correct: false,
          trap: 'thought-allowed',
        },
      ],
    });
  });

  test('that is missing is not right, and a solved policy does not make up for it', () => {
    const verdict = graded(scenario, attempt(right, {}));
    expect(verdict.steps.map(({ solved }) => solved)).toEqual([false, true]);
    expect(verdict).toMatchObject({ solved: false, medals: [] });
  });
});

describe('an attempt', () => {
  test('that is right in every step wins the medals of its policies', () => {
    expect(graded(scenario, attempt(allow('s3:GetObject', 'arn:aws:s3:::puerto-media/*')))).toMatchObject({
      solved: true,
      medals: ['works', 'tight', 'par', 'record'],
    });
  });

  test('wins of two policies what both have won, and of none what works', () => {
    const right = allow('s3:GetObject', 'arn:aws:s3:::puerto-media/*');
    const twice = { ...scenario, steps: [writeStep, withoutPar()] };
    const answer = { kind: 'write', text: right } as const;
    expect(graded(twice, { answers: [answer, answer] }).medals).toEqual(['works', 'tight']);
    const onlyPredicted = { ...scenario, steps: [scenario.steps[0]!] };
    expect(graded(onlyPredicted, attempt(right))).toMatchObject({ solved: true, medals: ['works'] });
  });

  test('without an answer, or with one of another kind, is graded as what stood there at first', () => {
    const opening = graded(scenario, { answers: openingAnswers(scenario) });
    const { answers } = attempt('');
    expect(graded(scenario, { answers: [] })).toEqual(opening);
    expect(graded(scenario, { answers: answers.toReversed() })).toEqual(opening);
    expect(opening.steps.map(({ solved }) => solved)).toEqual([false, false]);
  });
});

describe('the stars of a verdict', () => {
  const solved = graded(scenario, attempt(allow('s3:GetObject', 'arn:aws:s3:::puerto-media/*')));
  const open = graded(scenario, attempt(''));
  const [predicted, policy] = solved.steps;
  const loose = { ...solved, steps: [{ ...policy!, exact: false }] };
  const reached = { kind: 'operate', solved: true, exact: true, reached: ['a'], sprung: [] } as const;

  test.each<[string, Verdict, boolean, number, readonly string[]]>([
    ['what is not solved has none', open, true, 0, []],
    ['all three at the first Check without a hint', solved, true, 0, ['solved', 'exact', 'unaided']],
    ['a hint costs one', solved, true, 1, ['solved', 'exact']],
    ['predictions are exact at the first Check only', solved, false, 0, ['solved', 'unaided']],
    ['a policy is exact at any', { ...solved, steps: [policy!] }, false, 0, ['solved', 'exact', 'unaided']],
    ['an account is, too', { ...solved, steps: [reached] }, false, 1, ['solved', 'exact']],
    ['what allows more than is required is not', loose, true, 0, ['solved', 'unaided']],
    ['nor are predictions alone, later', { ...solved, steps: [predicted!] }, false, 1, ['solved']],
  ])('%s', (_, verdict, first, hints, stars) => {
    expect(starsOf(verdict, { first, hints })).toEqual(stars);
  });
});
