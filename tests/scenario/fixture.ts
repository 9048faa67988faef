import type { Scenario, ScenarioTexts } from '../../src/scenario/index.ts';

/** A small mission for tests of the scenario room: Ana reads the objects of one bucket, and nothing else. */
export const scenario: Scenario = {
  id: '90-read-media',
  version: 1,
  act: 1,
  number: 90,
  kind: ['predict', 'write'],
  minutes: 5,
  concepts: ['explicit-allow'],
  requires: [],
  examTags: ['SAA-1.1'],
  seedLines: [],
  world: {
    accounts: [{ id: '111122223333', name: 'Puerto Labs' }],
    policies: [{ id: 'ana', name: 'ReadMedia', type: 'identity' }],
    principals: [
      { id: 'ana', principal: 'arn:aws:iam::111122223333:user/ana', name: 'Ana', policies: ['ana'] },
      { id: 'anabel', principal: 'arn:aws:iam::111122223333:user/anabel', name: 'Anabel' },
    ],
  },
  requests: [
    {
      id: 'read',
      principal: 'ana',
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::puerto-media/cat.jpg',
      expect: 'allowed',
    },
    {
      id: 'delete',
      principal: 'ana',
      action: 's3:DeleteObject',
      resource: 'arn:aws:s3:::puerto-media/cat.jpg',
      expect: 'denied',
    },
  ],
  predict: ['read'],
  start: { buffers: [{ policy: 'ana', document: { Version: '2012-10-17', Statement: [] } }] },
  goal: {
    policy: 'ana',
    required: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::puerto-media/*' }],
    domain: {
      principals: ['ana', 'anabel'],
      resources: [
        'arn:aws:s3:::puerto-media',
        'arn:aws:s3:::puerto-media/cat.jpg',
        'arn:aws:s3:::puerto-media-archive/cat.jpg',
        'arn:aws:s3:::puerto-invoices/2026.pdf',
      ],
    },
  },
  par: { statements: 1, characters: 125 },
  hints: 1,
  traps: [
    { id: 'bucket-arn', when: { kind: 'missing', action: 's3:GetObject' } },
    { id: 'neighbour', when: { kind: 'excess', resource: 'arn:aws:s3:::puerto-media-archive*' } },
    { id: 'thought-allowed', when: { predicted: 'read', as: 'allowed' } },
  ],
  solution: [
    {
      policy: 'ana',
      document: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::puerto-media/*' }],
      },
    },
  ],
};

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
  mustAllow: ['Ana reads objects of `puerto-media`'],
  mustDeny: ['Everything else'],
  requests: { read: 'Ana reads `cat.jpg`', delete: 'Ana deletes `cat.jpg`' },
  hints: ['An ARN of objects goes on after the bucket.'],
  goals: {},
  traps: {
    'bucket-arn': 'The ARN names the bucket, not its objects.',
    neighbour: 'The pattern also takes a bucket whose name begins alike.',
    'thought-allowed': 'Nothing is allowed until a policy says so.',
  },
  why: 'Because.',
};

/** The policy text of one Allow statement. */
export function allow(action: unknown, resource: unknown, more: object = {}): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: action, Resource: resource, ...more }],
  });
}
