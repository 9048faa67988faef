import { parseJson, type Evaluation, type StatementResult } from '#iam';
import { textFromBase64, toBase64Url } from '../tokens/base64.ts';

function statement({ source }: StatementResult): { readonly statementId: string; readonly effect: string } {
  return { statementId: source.sid ?? '', effect: source.effect === 'Deny' ? 'DENY' : 'ALLOW' };
}

/**
 * The encoded details of a denial, as EC2 adds them to its message. AWS encrypts them; here they are base64 of what
 * `DecodeAuthorizationMessage` gives back.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html
 */
export function encodeAuthorizationMessage({ request, context, decision, matched }: Evaluation): string {
  return toBase64Url(
    JSON.stringify({
      allowed: false,
      explicitDeny: decision === 'explicitDeny',
      matchedStatements: { items: matched.map(statement) },
      failures: { items: [] },
      context: {
        principal: { arn: request.principal },
        action: request.action,
        resource: request.resource,
        conditions: {
          items: Object.entries(context).map(([key, value]) => ({
            key,
            values: { items: [value].flat().map((one) => ({ value: one })) },
          })),
        },
      },
    }),
  );
}

/** The text of an encoded message; undefined where it is none. */
export function decodeAuthorizationMessage(encoded: string): string | undefined {
  const decoded = textFromBase64(encoded);
  if (decoded === undefined) return undefined;
  return isDenial(decoded) ? decoded : undefined;
}

function isDenial(text: string): boolean {
  const { node, issues } = parseJson(text, {
    maxLength: 40_000,
    maxDepth: 12,
    maxIssues: 1,
  });
  return issues.length === 0 && node?.kind === 'object' && node.members[0]?.key === 'allowed';
}
