import { isJsonObject, type JsonObject, type JsonValue } from '#iam';
import { managedDocument } from '../../../calls/policies-for.ts';
import { text, textIn } from '../../../calls/input.ts';
import { iamArn } from '../../../calls/names.ts';
import type { Call, Operation } from '../../../calls/operation.ts';
import { isRefusal, refuse, type Refusal } from '../../../calls/refusal.ts';
import type { Permissions, Role, User } from '../../../state/entities.ts';
import { uuid } from '../../../state/ids.ts';
import type { CallRecord } from '../../../state/record.ts';
import { grants } from './granting.ts';
import { page } from '../kinds.ts';
import { documentsOf, policySource } from './policy-source.ts';
import { regionOf } from '../credentials/key-use.ts';

/** The services that this account has, by what stands before the colon of their actions. */
const services: readonly (readonly [namespace: string, name: string])[] = [
  ['ec2', 'Amazon EC2'],
  ['iam', 'AWS Identity and Access Management'],
  ['kms', 'AWS Key Management Service'],
  ['lambda', 'AWS Lambda'],
  ['organizations', 'AWS Organizations'],
  ['s3', 'Amazon S3'],
  ['sns', 'Amazon SNS'],
  ['sqs', 'Amazon SQS'],
  ['sts', 'AWS Security Token Service'],
];

/** A user or role that uses what a report is about. */
interface Consumer {
  readonly type: 'USER' | 'ROLE';
  readonly arn: string;
  readonly entity: User | Role;
}

/** What a report is about: the policies that grant, and who has them. */
interface Subject {
  readonly documents: readonly JsonValue[];
  readonly consumers: readonly Consumer[];
}

function consumersWhere(
  { account, accountId }: Call,
  test: (entity: Permissions & Partial<User>) => boolean,
): readonly Consumer[] {
  return [
    ...[...account.users.values()].map((entity): Consumer => ({
      type: 'USER',
      arn: iamArn(accountId, 'user', entity),
      entity,
    })),
    ...[...account.roles.values()].map((entity): Consumer => ({
      type: 'ROLE',
      arn: iamArn(accountId, 'role', entity),
      entity,
    })),
  ].filter(({ entity }) => test(entity));
}

/** Finds what the ARN names: a user, group, role or managed policy. */
function subjectOf(call: Call): Subject | Refusal {
  const arn = text(call.input, 'Arn');
  if (arn.includes(':policy/')) {
    const document = managedDocument(call.world, call.account, arn, 'identity');
    if (document === undefined) return refuse('NoSuchEntity', `Policy ${arn} was not found.`);
    const groups = [...call.account.groups.values()].filter(({ attached }) => attached.includes(arn));
    const consumers = consumersWhere(
      call,
      ({ attached, groups: own = [] }) =>
        attached.includes(arn) || groups.some(({ name }) => own.includes(name)),
    );
    return { documents: [document], consumers };
  }
  const source = policySource(call, 'Arn');
  if (isRefusal(source)) return source;
  const consumers = consumersWhere(call, (entity) =>
    source.kind === 'group' ? entity.groups?.includes(source.entity.name) === true : entity === source.entity,
  );
  return { documents: documentsOf(call, source), consumers };
}

/** The job with the id, as the log has it, with its question asked of today's account; undefined where there is none. */
function jobOf(call: Call): { readonly record: CallRecord; readonly subject: Subject } | Refusal {
  const id = text(call.input, 'JobId');
  const record = call.world.log.find(
    ({ caller, output }) => caller?.account === call.accountId && output?.['JobId'] === id,
  );
  if (record === undefined) return refuse('NoSuchEntity', `The job with id ${id} cannot be found.`);
  const subject = subjectOf({ ...call, input: record.input });
  return isRefusal(subject) ? subject : { record, subject };
}

/** Calls of the consumers up to a time, the latest first. Attempts that were denied count too. */
function callsOf(call: Call, consumers: readonly Consumer[], until: number): readonly CallRecord[] {
  const arns = new Set(consumers.map(({ arn }) => arn));
  return call.world.log
    .filter(({ caller, at }) => at <= until && arns.has(consumerArn(caller) ?? ''))
    .toReversed();
}

function consumerArn(caller: CallRecord['caller']): string | undefined {
  return caller?.issuer ?? caller?.arn;
}

function serviceOutput(
  [namespace, name]: (typeof services)[number],
  calls: readonly CallRecord[],
  actions: boolean,
): JsonObject {
  const own = calls.filter(({ service }) => service === namespace);
  const [last] = own;
  const entity = consumerArn(last?.caller);
  const first = new Map(own.toReversed().map((record) => [record.operation, record]));
  return {
    ServiceName: name,
    ServiceNamespace: namespace,
    ...(last !== undefined && {
      LastAuthenticated: last.at,
      ...(entity !== undefined && { LastAuthenticatedEntity: entity }),
      LastAuthenticatedRegion: regionOf(last),
    }),
    TotalAuthenticatedEntities: new Set(own.map(({ caller }) => consumerArn(caller))).size,
    ...(actions && {
      TrackedActionsLastAccessed: [...first.values()].map((record) => ({
        ActionName: record.operation,
        LastAccessedEntity: consumerArn(record.caller) ?? '',
        LastAccessedTime: record.at,
        LastAccessedRegion: regionOf(record),
      })),
    }),
  };
}

const generate: Operation = {
  service: 'iam',
  name: 'GenerateServiceLastAccessedDetails',
  asks: ({ input }) => [{ action: 'iam:GenerateServiceLastAccessedDetails', resource: text(input, 'Arn') }],
  run: (call) => {
    const subject = subjectOf(call);
    return isRefusal(subject) ? subject : { output: { JobId: uuid(call.random) } };
  },
};

function head({ at }: CallRecord): JsonObject {
  return { JobStatus: 'COMPLETED', JobCreationDate: at, JobCompletionDate: at };
}

const getDetails: Operation = {
  service: 'iam',
  name: 'GetServiceLastAccessedDetails',
  reads: true,
  run: (call) => {
    const job = jobOf(call);
    if (isRefusal(job)) return job;
    const { record, subject } = job;
    const granularity = textIn(record.input, 'Granularity') ?? 'SERVICE_LEVEL';
    const calls = callsOf(call, subject.consumers, record.at);
    const granted = services.filter(([namespace]) =>
      subject.documents.some((document) => isJsonObject(document) && grants(document, namespace)),
    );
    const all = granted.map((one) => serviceOutput(one, calls, granularity === 'ACTION_LEVEL'));
    return {
      output: { ...head(record), JobType: granularity, ...page(call.input, 'ServicesLastAccessed', all) },
    };
  },
};

const getDetailsWithEntities: Operation = {
  service: 'iam',
  name: 'GetServiceLastAccessedDetailsWithEntities',
  reads: true,
  run: (call) => {
    const job = jobOf(call);
    if (isRefusal(job)) return job;
    const { record, subject } = job;
    const namespace = text(call.input, 'ServiceNamespace');
    if (!services.some(([known]) => known === namespace))
      return refuse('InvalidInput', `The service namespace ${namespace} is not valid.`);
    const calls = callsOf(call, subject.consumers, record.at);
    const all = subject.consumers.map(({ type, arn, entity }) => {
      const last = calls.find(({ service, caller }) => service === namespace && consumerArn(caller) === arn);
      return {
        EntityInfo: { Arn: arn, Name: entity.name, Type: type, Id: entity.id, Path: entity.path },
        ...(last !== undefined && { LastAuthenticated: last.at }),
      };
    });
    return { output: { ...head(record), ...page(call.input, 'EntityDetailsList', all) } };
  },
};

/**
 * When the services that a user, group, role or policy may use were tried last, out of the trail: what the console calls
 * access advisor. Of AWS's services those of this account are told; identity-based policies alone are looked at.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_last-accessed.html
 */
export const lastAccessedOperations: readonly Operation[] = [generate, getDetails, getDetailsWithEntities];
