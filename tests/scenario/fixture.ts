import type { Answer, Attempt, Scenario, ScenarioTexts, StepOf } from '#scenario';

const objects = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::puerto-media/*' };

export const predictStep: StepOf<'predict'> = {
  kind: 'predict',
  requests: ['read'],
  traps: [{ id: 'thought-allowed', request: 'read', as: 'allowed' }],
};

export const writeStep: StepOf<'write'> = {
  kind: 'write',
  policy: 'ana',
  required: [objects],
  callers: ['ana', 'anabel'],
  examples: [
    'arn:aws:s3:::puerto-media',
    'arn:aws:s3:::puerto-media/cat.jpg',
    'arn:aws:s3:::puerto-media-archive/cat.jpg',
    'arn:aws:s3:::puerto-invoices/2026.pdf',
  ],
  allowed: ['read'],
  denied: ['delete'],
  par: { statements: 1, characters: 125 },
  solution: { document: { Version: '2012-10-17', Statement: [objects] } },
  traps: [
    { id: 'bucket-arn', failure: 'missing', action: 's3:GetObject' },
    { id: 'neighbour', failure: 'excess', resource: 'arn:aws:s3:::puerto-media-archive*' },
  ],
};

/** A small mission for tests of the scenario room: Ana reads the objects of one bucket, and nothing else. */
export const scenario: Scenario = {
  id: '90-read-media',
  version: 1,
  act: 1,
  number: 90,
  minutes: 5,
  concepts: ['explicit-allow'],
  requires: [],
  examTags: ['SAA-1.1'],
  seedLines: [],
  world: {
    accounts: [{ id: '111122223333', name: 'Puerto Labs' }],
    policies: [
      {
        id: 'ana',
        name: 'ReadMedia',
        type: 'identity',
        document: { Version: '2012-10-17', Statement: [] },
      },
    ],
    users: [
      { arn: 'arn:aws:iam::111122223333:user/ana', policies: ['ana'] },
      { arn: 'arn:aws:iam::111122223333:user/anabel' },
    ],
    groups: [],
    roles: [],
    resources: [],
    callers: [
      { id: 'ana', principal: 'arn:aws:iam::111122223333:user/ana', name: 'Ana' },
      { id: 'anabel', principal: 'arn:aws:iam::111122223333:user/anabel', name: 'Anabel' },
    ],
    setUp: [],
    files: {},
  },
  requests: [
    {
      id: 'read',
      caller: 'ana',
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::puerto-media/cat.jpg',
    },
    {
      id: 'delete',
      caller: 'ana',
      action: 's3:DeleteObject',
      resource: 'arn:aws:s3:::puerto-media/cat.jpg',
    },
  ],
  steps: [predictStep, writeStep],
  hints: 1,
};

/** The mission with something of its second step otherwise. */
export function withWrite(changed: Partial<StepOf<'write'>>): Scenario {
  return { ...scenario, steps: [predictStep, { ...writeStep, ...changed }] };
}

/** An attempt at the mission: a policy text, and the right prediction unless another is given. */
export function attempt(text: string, predictions: object = { read: 'implicitDeny' }): Attempt {
  return { answers: [{ kind: 'predict', predictions } as Answer, { kind: 'write', text }] };
}

export const markdown = `# Read the media
One line.

## Brief
Ana reads.

## Must be allowed
- Ana reads objects of \`puerto-media\`

## Must be denied
- Everything else

## Requests
- \`read\`: Ana reads \`cat.jpg\`
- \`delete\`: Ana deletes \`cat.jpg\`

## Hints
1. An ARN of objects
   goes on after the bucket.

## Traps
- \`bucket-arn\`: The ARN names the bucket, not its objects.
- \`neighbour\`: The pattern also takes a bucket whose name begins alike.
- \`thought-allowed\`: Nothing is allowed until a policy says so.

## Why
Because.
`;

export const texts: ScenarioTexts = {
  title: 'Read the media',
  summary: 'One line.',
  brief: 'Ana reads.',
  hints: ['An ARN of objects goes on after the bucket.'],
  why: 'Because.',
  lists: {
    'Must be allowed': ['Ana reads objects of `puerto-media`'],
    'Must be denied': ['Everything else'],
  },
  entries: {
    Requests: { read: 'Ana reads `cat.jpg`', delete: 'Ana deletes `cat.jpg`' },
    Traps: {
      'bucket-arn': 'The ARN names the bucket, not its objects.',
      neighbour: 'The pattern also takes a bucket whose name begins alike.',
      'thought-allowed': 'Nothing is allowed until a policy says so.',
    },
  },
};

/** The policy text of one Allow statement. */
export function allow(action: unknown, resource: unknown, more: object = {}): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: action, Resource: resource, ...more }],
  });
}
