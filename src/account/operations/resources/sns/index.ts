import { isJsonObject, type JsonObject } from '#iam';
import { tagsIn, text, textIn } from '../../../calls/input.ts';
import type { Call, Operation, Outcome } from '../../../calls/operation.ts';
import { refuse, type Refusal } from '../../../calls/refusal.ts';
import { requestTagKeys, tagContext } from '../../../calls/tag-set.ts';
import { uuid } from '../../../state/ids.ts';
import type { Ask } from '../../../state/record.ts';
import type { Topic } from '../../../state/resources.ts';
import { accountOf, put, remove, type Change } from '../../../state/state.ts';
import { resourcePolicyIn, textsOf } from '../principals.ts';

const maxTags = 50;

function invalid(what: string): Refusal {
  return refuse('InvalidParameter', `Invalid parameter: ${what}`);
}

const notFound = refuse('NotFound', 'Topic does not exist');

function ownerOf(arn: string): string {
  return arn.split(':')[4] ?? '';
}

function putTopic(topic: Topic): Change {
  return put(ownerOf(topic.arn), 'topics', topic.arn, topic);
}

function topicAt({ state }: Call, arn: string): Topic | undefined {
  return accountOf(state, ownerOf(arn)).topics.get(arn);
}

/**
 * The policy that a topic has unless another is given. Its condition is about services that call for an owner; users
 * need a policy of their own.
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html
 */
function defaultPolicy(arn: string): string {
  const actions = [
    ...['GetTopicAttributes', 'SetTopicAttributes', 'AddPermission', 'RemovePermission', 'DeleteTopic'],
    ...['Subscribe', 'ListSubscriptionsByTopic', 'Publish'],
  ].map((name) => `"SNS:${name}"`);
  return `{"Version":"2008-10-17","Id":"__default_policy_ID","Statement":[{"Sid":"__default_statement_ID","Effect":"Allow","Principal":{"AWS":"*"},"Action":[${actions.join(',')}],"Resource":"${arn}","Condition":{"StringEquals":{"AWS:SourceOwner":"${ownerOf(arn)}"}}}]}`;
}

function badPolicy(policy: string, { state }: Call): Refusal | undefined {
  const read = resourcePolicyIn(policy, state);
  if (read === 'unknownPrincipal') return invalid('Policy Error: PrincipalNotFound');
  if (typeof read === 'string') return invalid('Policy Error: null');
  const foreign = read.statements
    .flatMap((statement) => textsOf(statement['Action']))
    .some((action) => action !== '*' && !/^sns:/i.test(action));
  return foreign ? invalid('Policy statement action out of service scope!') : undefined;
}

function topicAsk(name: string, arn: string, topic?: Topic): Ask {
  return { action: `sns:${name}`, resource: arn, context: tagContext(topic?.tags ?? []) };
}

/** A row about the topic of the call's `TopicArn`, of whatever account. */
function aboutTopic(
  name: string,
  run: (call: Call, topic: Topic | undefined) => Outcome | Refusal,
  reads?: true,
): Operation {
  return {
    service: 'sns',
    name,
    ...(reads && { reads }),
    asks: (call) => {
      const arn = text(call.input, 'TopicArn');
      const [, where] = /^arn:aws:sns:([a-z0-9-]+):\d{12}:[\w.-]+$/.exec(arn) ?? [];
      return where === call.region ? [topicAsk(name, arn, topicAt(call, arn))] : invalid('TopicArn');
    },
    run: (call) => run(call, topicAt(call, text(call.input, 'TopicArn'))),
  };
}

/** A topic of the name that is there is answered as if it were new. */
const createTopic: Operation = {
  service: 'sns',
  name: 'CreateTopic',
  asks: ({ input, region, accountId }) => {
    const resource = `arn:aws:sns:${region}:${accountId}:${text(input, 'Name')}`;
    const context = requestTagKeys(tagsIn(input));
    return [
      { action: 'sns:CreateTopic', resource, context },
      ...(tagsIn(input).length === 0 ? [] : [{ action: 'sns:TagResource', resource, context }]),
    ];
  },
  run: (call) => {
    const { input, account, region, accountId, now } = call;
    const name = text(input, 'Name');
    if (!/^[\w-]{1,256}$/.test(name) && !/^[\w-]{1,251}\.fifo$/.test(name)) return invalid('Topic Name');
    const arn = `arn:aws:sns:${region}:${accountId}:${name}`;
    const given: JsonObject = isJsonObject(input['Attributes']) ? input['Attributes'] : {};
    const policy = textIn(given, 'Policy') ?? defaultPolicy(arn);
    const bad = badPolicy(policy, call);
    if (bad) return bad;
    if (tagsIn(input).length > maxTags)
      return refuse('TagLimitExceeded', `Could not complete request: tag quota of per resource exceeded`);
    const there = account.topics.get(arn);
    if (there !== undefined)
      return textIn(given, 'Policy') === undefined || there.policy === policy
        ? { output: { TopicArn: arn } }
        : invalid('Attributes Reason: Topic already exists with different attributes');
    const topic: Topic = {
      name,
      arn,
      created: now,
      policy,
      displayName: text(given, 'DisplayName'),
      tags: tagsIn(input),
    };
    return { output: { TopicArn: arn }, changes: [putTopic(topic)] };
  },
};

const setTopicAttributes = aboutTopic('SetTopicAttributes', (call, topic) => {
  if (topic === undefined) return notFound;
  const value = text(call.input, 'AttributeValue');
  switch (text(call.input, 'AttributeName')) {
    case 'DisplayName':
      return { changes: [putTopic({ ...topic, displayName: value })] };
    case 'Policy':
      return badPolicy(value, call) ?? { changes: [putTopic({ ...topic, policy: value })] };
    default:
      return invalid('AttributeName');
  }
});

const publish = aboutTopic('Publish', ({ input, random }, topic) => {
  if (topic === undefined) return notFound;
  if (text(input, 'Message') === '') return invalid('Empty message');
  if (text(input, 'Subject').length > 100) return invalid('Subject');
  return { output: { MessageId: uuid(random) } };
});

/** Amazon SNS: topics and their policies. Nobody subscribes: what is published is only answered. */
export const snsRows: readonly Operation[] = [
  createTopic,
  setTopicAttributes,
  publish,
  aboutTopic(
    'GetTopicAttributes',
    (_, topic) =>
      topic === undefined
        ? notFound
        : {
            output: {
              Attributes: {
                TopicArn: topic.arn,
                Owner: ownerOf(topic.arn),
                Policy: topic.policy,
                DisplayName: topic.displayName,
                SubscriptionsConfirmed: '0',
                SubscriptionsPending: '0',
                SubscriptionsDeleted: '0',
              },
            },
          },
    true,
  ),
  aboutTopic('DeleteTopic', (_, topic) =>
    topic === undefined ? {} : { changes: [remove(ownerOf(topic.arn), 'topics', topic.arn)] },
  ),
  {
    service: 'sns',
    name: 'ListTopics',
    reads: true,
    run: ({ account, region }) => ({
      output: {
        Topics: [...account.topics.values()]
          .filter(({ arn }) => arn.split(':')[3] === region)
          .map(({ arn }) => ({ TopicArn: arn })),
      },
    }),
  },
];
