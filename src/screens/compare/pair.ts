import { comparable, type ComparableType } from '#proof';

/** What the screen holds: two texts as typed, and what kind of policy they are. */
export interface Pair {
  readonly type: ComparableType;
  readonly before: string;
  readonly after: string;
}

/** A pair as the text that is kept on this device. */
export function printPair({ type, before, after }: Pair): string {
  return JSON.stringify({ type, before, after });
}

/** The pair in a kept text, or undefined where it is none. Never throws. */
export function readPair(text: string | undefined): Pair | undefined {
  if (text === undefined) return undefined;
  try {
    const value = JSON.parse(text) as unknown;
    if (typeof value !== 'object' || value === null) return undefined;
    const { type, before, after } = value as Record<string, unknown>;
    const known = comparable.find((one) => one === type);
    if (known === undefined || typeof before !== 'string' || typeof after !== 'string') return undefined;
    return { type: known, before, after };
  } catch {
    return undefined;
  }
}

export const emptyPair: Pair = { type: 'identity', before: '', after: '' };

function policy(action: string, operator: string): string {
  return `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "NoDeleteWithoutMfa",
      "Effect": "Deny",
      "Action": "${action}",
      "Resource": "*",
      "Condition": {
        "${operator}": { "aws:MultiFactorAuthPresent": "false" }
      }
    },
    {
      "Sid": "Media",
      "Effect": "Allow",
      "Action": "s3:*",
      "Resource": "arn:aws:s3:::puerto-media/*"
    }
  ]
}`;
}

/** A change that looks like a tightening, for its Deny covers more actions, and lets an access key delete without MFA. */
export const firstPair: Pair = {
  type: 'identity',
  before: policy('s3:DeleteObject', 'BoolIfExists'),
  after: policy('s3:Delete*', 'Bool'),
};
