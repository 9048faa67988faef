import { isJsonObject, type JsonObject, type RequestContext } from '#iam';
import { text } from '../../../calls/input.ts';
import type { Call, Operation, Outcome } from '../../../calls/operation.ts';
import { refuse, type Refusal } from '../../../calls/refusal.ts';
import { tagContext } from '../../../calls/tag-set.ts';
import type { Ask } from '../../../state/record.ts';
import type { Queue } from '../../../state/resources.ts';
import { accountOf, put, type Change } from '../../../state/state.ts';
import { resourcePolicyIn } from '../principals.ts';

/** A queue and the account that owns it. */
export interface OwnedQueue {
  readonly queue: Queue;
  readonly owner: string;
}

export const noQueue = refuse('QueueDoesNotExist', 'The specified queue does not exist.');

export function putQueue(owner: string, queue: Queue): Change {
  return put(owner, 'queues', queue.arn, queue);
}

export function queueUrl(region: string, owner: string, name: string): string {
  return `https://sqs.${region}.amazonaws.com/${owner}/${name}`;
}

/** The queue of a URL: it names the account, so queues of others are found, too. */
function queueAt({ state, region }: Call, url: string): OwnedQueue | Refusal {
  const [, where, owner, name] =
    /^https:\/\/sqs\.([a-z0-9-]+)\.amazonaws\.com\/(\d{12})\/([\w.-]+)$/.exec(url) ?? [];
  if (owner === undefined || where !== region)
    return refuse('InvalidAddress', `The address ${url} is not valid for this endpoint.`);
  const queue = accountOf(state, owner).queues.get(`arn:aws:sqs:${region}:${owner}:${name ?? ''}`);
  return queue === undefined ? noQueue : { queue, owner };
}

/** A row about the queue of the call's `QueueUrl`. */
export function aboutQueue(
  name: string,
  run: (call: Call, found: OwnedQueue) => Outcome | Refusal,
  reads?: true,
): Operation {
  return {
    service: 'sqs',
    name,
    ...(reads && { reads }),
    asks: (call) => {
      const found = queueAt(call, text(call.input, 'QueueUrl'));
      return 'refused' in found ? found : [queueAsk(name, found.queue.arn, found.queue)];
    },
    run: (call) => {
      const found = queueAt(call, text(call.input, 'QueueUrl'));
      return 'refused' in found ? found : run(call, found);
    },
  };
}

export function queueAsk(name: string, arn: string, queue?: Queue, more: RequestContext = {}): Ask {
  return { action: `sqs:${name}`, resource: arn, context: { ...tagContext(queue?.tags ?? []), ...more } };
}

/** Attributes that can be set, with the whole numbers they allow; the others are texts. */
const numbers: Readonly<Record<string, readonly [number, number]>> = {
  DelaySeconds: [0, 900],
  MaximumMessageSize: [1024, 1_048_576],
  MessageRetentionPeriod: [60, 1_209_600],
  ReceiveMessageWaitTimeSeconds: [0, 20],
  VisibilityTimeout: [0, 43_200],
};
const others = [
  ...['RedrivePolicy', 'RedriveAllowPolicy', 'KmsMasterKeyId', 'KmsDataKeyReusePeriodSeconds'],
  ...['SqsManagedSseEnabled', 'FifoQueue', 'ContentBasedDeduplication', 'DeduplicationScope'],
  'FifoThroughputLimit',
];
/** What a queue has without being told. */
export const defaults: Readonly<Record<string, string>> = {
  VisibilityTimeout: '30',
  MaximumMessageSize: '1048576',
  MessageRetentionPeriod: '345600',
  DelaySeconds: '0',
  ReceiveMessageWaitTimeSeconds: '0',
  SqsManagedSseEnabled: 'true',
};

/** The attributes that a call sets, the policy apart; or the refusal of those that cannot be set. */
export function attributesIn({
  input,
  state,
}: Call): { readonly policy?: string; readonly attributes: Readonly<Record<string, string>> } | Refusal {
  const given: JsonObject = isJsonObject(input['Attributes']) ? input['Attributes'] : {};
  for (const name of Object.keys(given)) {
    const value = text(given, name);
    const range = numbers[name];
    if (range === undefined && name !== 'Policy' && !others.includes(name))
      return refuse('InvalidAttributeName', `Unknown Attribute ${name}.`);
    const fits =
      range === undefined || (/^\d+$/.test(value) && Number(value) >= range[0] && Number(value) <= range[1]);
    const isPolicy = name !== 'Policy' || value === '' || typeof resourcePolicyIn(value, state) !== 'string';
    if (!fits || !isPolicy)
      return refuse('InvalidAttributeValue', `Invalid value for the parameter ${name}.`);
  }
  const attributes = Object.fromEntries(
    Object.keys(given)
      .filter((name) => name !== 'Policy')
      .map((name) => [name, text(given, name)]),
  );
  const policy = given['Policy'];
  return { attributes, ...(typeof policy === 'string' && { policy }) };
}
