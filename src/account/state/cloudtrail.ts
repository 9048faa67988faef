import { isJsonObject, type JsonObject, type JsonValue } from '#iam';
import { serviceModel } from '../models/model.ts';
import type { Session } from './entities.ts';
import type { CallRecord, Identity } from './record.ts';
import { isoTime } from './time.ts';

/** Global services, whose events are logged in us-east-1. */
const global = new Set(['iam', 'organizations', 'signin']);
const agents: Readonly<Record<CallRecord['face'], string>> = {
  cli: 'aws-cli/2.31.0',
  console: 'AWS Internal',
  sdk: 'aws-sdk-js/3.900.0',
  service: 'AWS Internal',
  'sign-in': 'Mozilla/5.0',
  start: '',
};

/**
 * A call as CloudTrail records it. `session`: the temporary credentials that signed it, for what they say of MFA and of
 * the role; `sourceIp`: where it came from.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
 */
export function cloudTrailEvent(
  record: CallRecord,
  sourceIp: string,
  session: Session | undefined,
): JsonObject {
  const { service, operation, error, output, input, caller } = record;
  const shapes =
    service === 'signin' || service === 'start' ? undefined : serviceModel(service).operations[operation];
  const readOnly = /^(?:Get|List|Describe|Head|Simulate|Generate)/.test(operation);
  const fromService = caller?.type === 'AWSService';
  return {
    eventVersion: '1.11',
    userIdentity: userIdentity(caller, session),
    eventTime: isoTime(record.at, 'Z'),
    eventSource: `${service}.amazonaws.com`,
    eventName: operation,
    awsRegion: global.has(service) ? 'us-east-1' : record.region,
    sourceIPAddress: fromService ? caller.arn : sourceIp,
    userAgent: fromService ? caller.arn : agents[record.face],
    ...(error && { errorCode: error.code, errorMessage: error.message }),
    requestParameters: shapes?.input === undefined || isEmpty(input) ? null : lowered(input),
    responseElements: readOnly || output === undefined || isEmpty(output) ? null : lowered(output),
    readOnly,
    eventType: service === 'signin' ? 'AwsConsoleSignIn' : 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: caller?.account ?? '',
    eventCategory: 'Management',
  };
}

function isEmpty(value: JsonObject): boolean {
  return Object.keys(value).length === 0;
}

/** CloudTrail begins the names of parameters with a small letter, as in `userName`. */
function lowered(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map(lowered);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name.charAt(0).toLowerCase() + name.slice(1),
      lowered(inner),
    ]),
  );
}

/** @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html */
function userIdentity(caller: Identity | undefined, session: Session | undefined): JsonObject {
  if (caller === undefined) return { type: 'Unknown', principalId: '', accountId: '' };
  const { type, arn, account, principalId, userName, accessKeyId, mfaAt } = caller;
  if (type === 'AWSService') return { type, invokedBy: arn };
  if (type === 'Unknown') return { type: 'AWSAccount', principalId: '', accountId: 'ANONYMOUS_PRINCIPAL' };
  const context = sessionContext(caller, session, session?.issued ?? mfaAt);
  return {
    type,
    principalId,
    arn,
    accountId: account,
    ...(accessKeyId !== undefined && { accessKeyId }),
    ...(userName !== undefined && userName !== '' && { userName }),
    ...(context && { sessionContext: context }),
  };
}

/** What CloudTrail says of temporary credentials; with long-term ones there is none. */
function sessionContext(
  { issuer, account, principalId, mfa, sourceIdentity }: Identity,
  session: Session | undefined,
  since: number | undefined,
): JsonObject | undefined {
  if (since === undefined) return undefined;
  return {
    ...(issuer !== undefined && {
      sessionIssuer: {
        type: issuer.includes(':role/') ? 'Role' : issuer.endsWith(':root') ? 'Root' : 'IAMUser',
        principalId: principalId.split(':')[0] ?? '',
        arn: issuer,
        accountId: account,
        userName: issuer.slice(issuer.lastIndexOf('/') + 1),
      },
    }),
    ...(session?.provider !== undefined && {
      webIdFederationData: { federatedProvider: session.provider, attributes: {} },
    }),
    ...(sourceIdentity !== undefined && { sourceIdentity }),
    attributes: {
      creationDate: isoTime(since, 'Z'),
      mfaAuthenticated: String(mfa || session?.mfaAt !== undefined),
    },
  };
}
