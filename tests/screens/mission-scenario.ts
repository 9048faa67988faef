import type { Scenario } from '../../src/scenario/index.ts';

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

/** A mission to predict and then to mend, made for tests. */
export const scenario: Scenario = {
  id: 'ceiling',
  version: 1,
  act: 5,
  number: 42,
  kind: ['predict', 'fix'],
  minutes: 8,
  concepts: ['boundary'],
  requires: [],
  examTags: [],
  seedLines: [],
  world: {
    accounts: [{ id: '111122223333', name: 'Puerto Labs' }],
    policies: [
      { id: 'bruno', name: 'Bruno', type: 'identity' },
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
    principals: [
      {
        id: 'bruno',
        principal: 'arn:aws:iam::111122223333:user/bruno',
        name: 'Bruno',
        policies: ['bruno'],
        boundary: 'ceiling',
      },
    ],
  },
  requests: [
    {
      id: 'with',
      principal: 'bruno',
      action: 'iam:CreateRole',
      resource: dev,
      context: { 'iam:PermissionsBoundary': ceiling },
      expect: 'allowed',
    },
    { id: 'without', principal: 'bruno', action: 'iam:CreateRole', resource: dev, expect: 'denied' },
    {
      id: 'off',
      principal: 'bruno',
      action: 'iam:DeleteRolePermissionsBoundary',
      resource: dev,
      expect: 'denied',
    },
  ],
  predict: ['without', 'off'],
  start: { buffers: [{ policy: 'bruno', lines: startLines }] },
  goal: {
    policy: 'bruno',
    required: [
      {
        Effect: 'Allow',
        Action: 'iam:CreateRole',
        Resource: '*',
        Condition: { StringEquals: { 'iam:PermissionsBoundary': ceiling } },
      },
    ],
    domain: {
      principals: ['bruno'],
      resources: [dev],
    },
  },
  hints: 2,
  traps: [],
  solution: [],
};
