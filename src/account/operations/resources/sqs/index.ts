import { isJsonObject } from '#iam';
import { numberIn, text, textIn, texts } from '../../../calls/input.ts';
import type { Call, Operation } from '../../../calls/operation.ts';
import { refuse } from '../../../calls/refusal.ts';
import { requestTagKeys } from '../../../calls/tag-set.ts';
import type { Tag } from '../../../state/entities.ts';
import { uuid } from '../../../state/ids.ts';
import type { Queue } from '../../../state/resources.ts';
import { accountOf, remove } from '../../../state/state.ts';
import { md5Hex } from '../bytes.ts';
import { aboutQueue, attributesIn, defaults, noQueue, putQueue, queueAsk, queueUrl } from './queue.ts';

const pause = 60_000;

function queueArn({ region, accountId }: Call, name: string, owner = accountId): string {
  return `arn:aws:sqs:${region}:${owner}:${name}`;
}

function tagsOf({ input }: Call): readonly Tag[] {
  const tags = input['tags'];
  return isJsonObject(tags) ? Object.keys(tags).map((Key) => ({ Key, Value: text(tags, Key) })) : [];
}

function deletedRecently({ world, now }: Call, url: string): boolean {
  return world.log.some(
    ({ service, operation, error, input, at }) =>
      service === 'sqs' &&
      operation === 'DeleteQueue' &&
      error === undefined &&
      input['QueueUrl'] === url &&
      now - at < pause,
  );
}

/** A queue that is there with the same attributes is answered as if it were new. */
const createQueue: Operation = {
  service: 'sqs',
  name: 'CreateQueue',
  asks: (call) => {
    const tags = requestTagKeys(tagsOf(call));
    const arn = queueArn(call, text(call.input, 'QueueName'));
    return [
      queueAsk('CreateQueue', arn, undefined, tags),
      ...(tagsOf(call).length === 0 ? [] : [queueAsk('TagQueue', arn, undefined, tags)]),
    ];
  },
  run: (call) => {
    const { input, account, accountId, region, now } = call;
    const name = text(input, 'QueueName');
    const url = queueUrl(region, accountId, name);
    if (!/^[\w-]{1,80}$/.test(name) && !/^[\w-]{1,75}\.fifo$/.test(name))
      return refuse(
        'InvalidParameterValue',
        'Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length',
      );
    const set = attributesIn(call);
    if ('refused' in set) return set;
    const there = account.queues.get(queueArn(call, name));
    if (there !== undefined) {
      const other = Object.entries({ ...set.attributes, Policy: set.policy ?? there.policy }).find(
        ([key, value]) =>
          value !== (key === 'Policy' ? there.policy : (there.attributes[key] ?? defaults[key])),
      );
      return other === undefined
        ? { output: { QueueUrl: there.url } }
        : refuse(
            'QueueNameExists',
            `A queue already exists with the same name and a different value for attribute ${other[0]}`,
          );
    }
    if (deletedRecently(call, url))
      return refuse(
        'QueueDeletedRecently',
        'You must wait 60 seconds after deleting a queue before you can create another with the same name.',
      );
    const queue: Queue = {
      name,
      arn: queueArn(call, name),
      url,
      created: now,
      ...set,
      messages: [],
      tags: tagsOf(call),
    };
    return { output: { QueueUrl: url }, changes: [putQueue(accountId, queue)] };
  },
};

const getQueueUrl: Operation = {
  service: 'sqs',
  name: 'GetQueueUrl',
  reads: true,
  asks: (call) => {
    const owner = textIn(call.input, 'QueueOwnerAWSAccountId');
    return [queueAsk('GetQueueUrl', queueArn(call, text(call.input, 'QueueName'), owner))];
  },
  run: (call) => {
    const owner = textIn(call.input, 'QueueOwnerAWSAccountId') ?? call.accountId;
    const arn = queueArn(call, text(call.input, 'QueueName'), owner);
    const queue = accountOf(call.state, owner).queues.get(arn);
    return queue === undefined ? noQueue : { output: { QueueUrl: queue.url } };
  },
};

/** Messages stay in the queue: visibility timeouts are not simulated. */
const receiveMessage = aboutQueue('ReceiveMessage', ({ input }, { queue }) => {
  const maxMessages = numberIn(input, 'MaxNumberOfMessages') ?? 1;
  if (maxMessages < 1 || maxMessages > 10)
    return refuse(
      'InvalidParameterValue',
      `Value ${maxMessages} for parameter MaxNumberOfMessages is invalid. Reason: Must be between 1 and 10, if provided.`,
    );
  const messages = queue.messages.slice(0, maxMessages).map(({ id, body }) => ({
    MessageId: id,
    ReceiptHandle: `AQEB${md5Hex(id)}`,
    MD5OfBody: md5Hex(body),
    Body: body,
  }));
  return { output: messages.length === 0 ? {} : { Messages: messages } };
});

const getQueueAttributes = aboutQueue(
  'GetQueueAttributes',
  ({ input }, { queue }) => {
    const wanted = texts(input, 'AttributeNames');
    const all = {
      QueueArn: queue.arn,
      ApproximateNumberOfMessages: String(queue.messages.length),
      ApproximateNumberOfMessagesNotVisible: '0',
      CreatedTimestamp: String(Math.floor(queue.created / 1000)),
      ...defaults,
      ...queue.attributes,
      ...(queue.policy !== undefined && { Policy: queue.policy }),
    };
    const shown = Object.entries(all).filter(([name]) => wanted.includes('All') || wanted.includes(name));
    return { output: shown.length === 0 ? {} : { Attributes: Object.fromEntries(shown) } };
  },
  true,
);

/** An empty policy takes the policy away. */
const setQueueAttributes = aboutQueue('SetQueueAttributes', (call, { queue, owner }) => {
  const set = attributesIn(call);
  if ('refused' in set) return set;
  const { policy: before, ...rest } = queue;
  const policy = set.policy ?? before;
  const attributes = { ...queue.attributes, ...set.attributes };
  return {
    changes: [
      putQueue(owner, { ...rest, attributes, ...(policy !== undefined && policy !== '' && { policy }) }),
    ],
  };
});

const sendMessage = aboutQueue('SendMessage', ({ input, random }, { queue, owner }) => {
  const body = text(input, 'MessageBody');
  if (body === '' || /[^\t\n\r\u0020-\uFFFD]/.test(body))
    return refuse('InvalidMessageContents', 'The message contains characters outside the allowed set.');
  const id = uuid(random);
  return {
    output: { MD5OfMessageBody: md5Hex(body), MessageId: id },
    changes: [putQueue(owner, { ...queue, messages: [...queue.messages, { id, body }] })],
  };
});

/** Amazon SQS: queues, their policies, their messages. */
export const sqsRows: readonly Operation[] = [
  createQueue,
  getQueueUrl,
  getQueueAttributes,
  setQueueAttributes,
  sendMessage,
  receiveMessage,
  aboutQueue('DeleteQueue', (_, { queue, owner }) => ({ changes: [remove(owner, 'queues', queue.arn)] })),
  {
    service: 'sqs',
    name: 'ListQueues',
    reads: true,
    run: ({ account, region, input }) => {
      const urls = [...account.queues.values()]
        .filter(
          ({ arn, name }) => arn.split(':')[3] === region && name.startsWith(text(input, 'QueueNamePrefix')),
        )
        .map(({ url }) => url);
      return { output: urls.length === 0 ? {} : { QueueUrls: urls } };
    },
  },
];
