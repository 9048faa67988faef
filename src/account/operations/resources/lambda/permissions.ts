import { isJsonObject, type JsonObject, type JsonValue, type RequestContext } from '#iam';
import { text, textIn } from '../../../calls/input.ts';
import type { Call, Operation } from '../../../calls/operation.ts';
import { refuse } from '../../../calls/refusal.ts';
import { functionPolicy } from '../../../calls/resource-policy.ts';
import { fingerprint } from '../../../state/ids.ts';
import { jsonOf } from '../../../state/json.ts';
import type { LambdaFunction } from '../../../state/resources.ts';
import { resourcePolicyIn } from '../principals.ts';
import { aboutFunction, functionAt, invalidParameter, putFunction } from './function.ts';

const maxLetters = 20_480;

/** Whom a permission is for: an account, an ARN, a service, everybody; undefined where it is none of these. */
function principalOf(named: string): JsonValue | undefined {
  if (named === '*') return '*';
  if (/^\d{12}$/.test(named)) return { AWS: `arn:aws:iam::${named}:root` };
  if (/^arn:aws:(?:iam|sts)::\d{12}:/.test(named)) return { AWS: named };
  return /^[a-z0-9.-]+\.amazonaws\.com$/.test(named) ? { Service: named } : undefined;
}

/** The statement that a permission stands for. */
function statementFor({ input }: Call, arn: string, principal: JsonValue): JsonObject {
  const [account, organization] = [textIn(input, 'SourceAccount'), textIn(input, 'PrincipalOrgID')];
  const source = textIn(input, 'SourceArn');
  const equals = {
    ...(account !== undefined && { 'AWS:SourceAccount': account }),
    ...(organization !== undefined && { 'aws:PrincipalOrgID': organization }),
  };
  const condition = {
    ...(Object.keys(equals).length > 0 && { StringEquals: equals }),
    ...(source !== undefined && { ArnLike: { 'AWS:SourceArn': source } }),
  };
  return {
    Sid: text(input, 'StatementId'),
    Effect: 'Allow',
    Principal: principal,
    Action: text(input, 'Action'),
    Resource: arn,
    ...(Object.keys(condition).length > 0 && { Condition: condition }),
  };
}

/** Whom the permission was for that a call takes away, where it is there. */
function removedPrincipal(call: Call, arn: string): RequestContext {
  const statement = functionAt(call, arn)?.statements[text(call.input, 'StatementId')];
  const written = statement === undefined ? undefined : jsonOf(statement);
  const principal = isJsonObject(written) ? written['Principal'] : undefined;
  const named = isJsonObject(principal) ? Object.values(principal)[0] : principal;
  return typeof named === 'string' ? { 'lambda:Principal': named } : {};
}

/** Changes with every change of the policy. */
function revision({ statements }: LambdaFunction): string {
  const digits = fingerprint(JSON.stringify(statements));
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    digits.slice(12, 16),
    digits.slice(16, 20),
    digits.slice(20, 32),
  ].join('-');
}

const noPolicy = refuse('ResourceNotFoundException', 'The resource you requested does not exist.');

/** @see https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html */
export const permissionRows: readonly Operation[] = [
  aboutFunction(
    'AddPermission',
    (call, one) => {
      const { input, state } = call;
      const id = text(input, 'StatementId');
      if (one.statements[id] !== undefined)
        return refuse(
          'ResourceConflictException',
          `The statement id (${id}) provided already exists. Please provide a new statement id, or remove the existing statement.`,
        );
      const principal = principalOf(text(input, 'Principal'));
      const statement = JSON.stringify(statementFor(call, one.arn, principal ?? ''));
      if (
        principal === undefined ||
        resourcePolicyIn(functionPolicy([statement]), state) === 'unknownPrincipal'
      )
        return invalidParameter(
          'The provided principal was invalid. Please check the principal and try again.',
        );
      const statements = { ...one.statements, [id]: statement };
      const size = functionPolicy(Object.values(statements)).length;
      if (size > maxLetters)
        return refuse(
          'PolicyLengthExceededException',
          `The final policy size (${size}) is bigger than the limit (${maxLetters}).`,
        );
      return { output: { Statement: statement }, changes: [putFunction({ ...one, statements })] };
    },
    {
      context: ({ input }) => ({ 'lambda:Principal': text(input, 'Principal') }),
      latest: 'We currently do not support adding policies for $LATEST.',
    },
  ),
  aboutFunction(
    'RemovePermission',
    ({ input }, one) => {
      const id = text(input, 'StatementId');
      const wanted = textIn(input, 'RevisionId');
      if (Object.keys(one.statements).length === 0)
        return refuse('ResourceNotFoundException', 'No policy is associated with the given resource.');
      if (one.statements[id] === undefined)
        return refuse('ResourceNotFoundException', `Statement ${id} is not found in resource policy.`);
      if (wanted !== undefined && wanted !== revision(one))
        return refuse(
          'PreconditionFailedException',
          'The RevisionId provided does not match the latest RevisionId. Call the GetPolicy API to retrieve the latest RevisionId for your resource.',
        );
      const statements = Object.fromEntries(Object.entries(one.statements).filter(([sid]) => sid !== id));
      return { changes: [putFunction({ ...one, statements })] };
    },
    { context: removedPrincipal },
  ),
  aboutFunction(
    'GetPolicy',
    (_, one) => {
      const statements = Object.values(one.statements);
      return statements.length === 0
        ? noPolicy
        : { output: { Policy: functionPolicy(statements), RevisionId: revision(one) } };
    },
    { reads: true },
  ),
];
