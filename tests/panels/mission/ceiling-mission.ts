import type { Scenario, ScenarioTexts, StepOf } from '#scenario';

const dev = 'arn:aws:iam::111122223333:role/dev/fn';
const ceiling = 'arn:aws:iam::111122223333:policy/DevCeiling';

/** Lines of a policy whose second statement breaks the goal. */
export const startLines = [
  '{ "Version": "2012-10-17",',
  '  "Statement": [',
  '    { "Sid": "Create", "Effect": "Allow", "Action": "iam:CreateRole", "Resource": "*",',
  `      "Condition": { "StringEquals": { "iam:PermissionsBoundary": "${ceiling}" } } },`,
  '    { "Sid": "Manage", "Effect": "Allow", "Action": "iam:*RolePermissionsBoundary", "Resource": "*" }',
  '  ] }',
];
export const solution = [...startLines.slice(0, 3), startLines[3]?.slice(0, -1) ?? '', '  ] }'].join('\n');

export const predictStep: StepOf<'predict'> = {
  kind: 'predict',
  requests: ['without', 'off'],
  traps: [{ id: 'seems-safe', request: 'off', as: 'explicitDeny' }],
};

export const fixStep: StepOf<'fix'> = {
  kind: 'fix',
  policy: 'bruno',
  required: [
    {
      Effect: 'Allow',
      Action: 'iam:CreateRole',
      Resource: '*',
      Condition: { StringEquals: { 'iam:PermissionsBoundary': ceiling } },
    },
  ],
  callers: ['bruno'],
  examples: [dev],
  allowed: ['with'],
  denied: ['without', 'off'],
  solution: { lines: solution.split('\n') },
  traps: [],
};

/** A mission to predict and then to mend, made for tests. */
export const scenario: Scenario = {
  id: 'ceiling',
  version: 1,
  act: 5,
  number: 42,
  minutes: 8,
  concepts: ['boundary'],
  requires: [],
  examTags: [],
  seedLines: [],
  world: {
    accounts: [{ id: '111122223333', name: 'Puerto Labs' }],
    policies: [
      { id: 'bruno', name: 'Bruno', type: 'identity', lines: startLines },
      {
        id: 'ceiling',
        name: 'DevCeiling',
        type: 'boundary',
        arn: ceiling,
        document: {
          Version: '2012-10-17',
          Statement: { Sid: 'Dev', Effect: 'Allow', Action: 'iam:*', Resource: '*' },
        },
      },
    ],
    users: [{ arn: 'arn:aws:iam::111122223333:user/bruno', policies: ['bruno'], boundary: 'ceiling' }],
    groups: [],
    roles: [],
    resources: [],
    callers: [{ id: 'bruno', principal: 'arn:aws:iam::111122223333:user/bruno', name: 'Bruno' }],
    setUp: [],
    files: {},
  },
  requests: [
    {
      id: 'with',
      caller: 'bruno',
      action: 'iam:CreateRole',
      resource: dev,
      context: { 'iam:PermissionsBoundary': ceiling },
    },
    { id: 'without', caller: 'bruno', action: 'iam:CreateRole', resource: dev },
    { id: 'off', caller: 'bruno', action: 'iam:DeleteRolePermissionsBoundary', resource: dev },
  ],
  steps: [predictStep, fixStep],
  hints: 2,
};

export const texts: ScenarioTexts = {
  title: 'The ceiling',
  summary: 'One line.',
  brief: 'Bruno makes roles.',
  hints: ['One.', 'Two.'],
  why: 'Because.',
  lists: { 'Must be allowed': [], 'Must be denied': [] },
  entries: {
    Requests: { with: 'Bruno makes a role', without: 'A role without', off: 'Bruno takes it `off`' },
    Traps: { 'seems-safe': 'Nobody denies it.' },
  },
};
