import type { Layer } from '#iam';
import type { ExplainQuestion } from '#proof';

/** What the explainer opens with: a grant with a condition, and a request that nearly meets it. */
export const firstQuestion: ExplainQuestion = {
  request: {
    principal: 'arn:aws:iam::111122223333:user/ana',
    action: 's3:DeleteObject',
    resource: 'arn:aws:s3:::puerto-media/2026/cat.jpg',
    context: { 'aws:MultiFactorAuthPresent': 'false', 'aws:SourceIp': '203.0.113.9' },
  },
  policies: [
    {
      id: 'first',
      layer: 'identity',
      text: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "DeleteWithMfa",
      "Effect": "Allow",
      "Action": "s3:DeleteObject",
      "Resource": "arn:aws:s3:::puerto-media/*",
      "Condition": {
        "Bool": { "aws:MultiFactorAuthPresent": "true" }
      }
    }
  ]
}`,
    },
  ],
};

/** The shortest policy of a layer that allows everything: what a learner begins to narrow. */
export function newPolicy(layer: Layer): string {
  const principal = ['resource', 'vpcEndpoint', 'rcp'].includes(layer) ? ['      "Principal": "*",'] : [];
  return [
    '{',
    '  "Version": "2012-10-17",',
    '  "Statement": [',
    '    {',
    `      "Effect": "${layer === 'rcp' ? 'Deny' : 'Allow'}",`,
    ...principal,
    `      "Action": "s3:${layer === 'rcp' ? 'DeleteObject' : 'GetObject'}",`,
    '      "Resource": "*"',
    '    }',
    '  ]',
    '}',
  ].join('\n');
}
