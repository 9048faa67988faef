import { isJsonObject } from '#iam';
import { numberIn, text, textIn, texts } from '../../../calls/input.ts';
import type { Call, Operation } from '../../../calls/operation.ts';
import { refuse, type Refusal } from '../../../calls/refusal.ts';
import { merged, requestTagKeys, without } from '../../../calls/tag-set.ts';
import type { Ask } from '../../../state/record.ts';
import type { Tag } from '../../../state/entities.ts';
import { jsonOf } from '../../../state/json.ts';
import type { LambdaFunction } from '../../../state/resources.ts';
import { remove } from '../../../state/state.ts';
import { canAssume, passRole } from '../passing.ts';
import {
  aboutFunction,
  elsewhere,
  functionAsk,
  functionAt,
  functionNamed,
  functionOutput,
  invalidParameter,
  putFunction,
  tagMap,
  tagsOutput,
} from './function.ts';

const service = 'lambda.amazonaws.com';
const maxSeconds = 900;
const maxTags = 50;
const maxLetters = 64;
const notAssumable = 'The role defined for the function cannot be assumed by Lambda.';

/** Who gives a function a role hands it to Lambda; only roles of the account can be handed. */
function passing({ input, accountId }: Call, arn: string): readonly Ask[] | Refusal {
  const role = textIn(input, 'Role');
  if (role === undefined) return [];
  return role.split(':')[4] === accountId
    ? [passRole(role, service, arn)]
    : refuse('AccessDeniedException', 'Cross-account pass role is not allowed.');
}

/** @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-tags.html */
function badTags(tags: readonly Tag[]): Refusal | undefined {
  if (tags.some(({ Key }) => Key.startsWith('aws:')))
    return invalidParameter('Tag keys that start with aws: are reserved for AWS.');
  return tags.length > maxTags ? invalidParameter(`A function can have at most ${maxTags} tags.`) : undefined;
}

/** What Lambda finds wrong with a function's settings before it keeps them. */
function badSettings(call: Call, arn: string): Refusal | undefined {
  const { input } = call;
  const timeout = numberIn(input, 'Timeout') ?? 0;
  if (timeout > maxSeconds)
    return invalidParameter(
      `1 validation error detected: Value '${timeout}' at 'timeout' failed to satisfy constraint: Member must have value less than or equal to ${maxSeconds}`,
    );
  const role = textIn(input, 'Role');
  return role === undefined || canAssume(call, role, service, arn)
    ? undefined
    : invalidParameter(notAssumable);
}

const createFunction: Operation = {
  service: 'lambda',
  name: 'CreateFunction',
  asks: (call) => {
    const arn = functionNamed(call, text(call.input, 'FunctionName')).arn;
    const passed = passing(call, arn);
    const tags = requestTagKeys(tagMap(call.input));
    if ('refused' in passed) return passed;
    return [
      functionAsk('CreateFunction', call, arn, tags),
      ...(tagMap(call.input).length === 0 ? [] : [functionAsk('TagResource', call, arn, tags)]),
      ...passed,
    ];
  },
  run: (call) => {
    const { input, now } = call;
    const arn = functionNamed(call, text(input, 'FunctionName')).arn;
    const name = arn.slice(arn.lastIndexOf(':') + 1);
    const code = input['Code'];
    const [runtime, handler] = [textIn(input, 'Runtime'), textIn(input, 'Handler')];
    const away = elsewhere(call, arn);
    if (away) return away;
    if (name.length > maxLetters)
      return invalidParameter(`A function's name has at most ${maxLetters} characters.`);
    if (functionAt(call, arn)) return refuse('ResourceConflictException', `Function already exist: ${name}`);
    if (runtime === undefined || handler === undefined)
      return invalidParameter(
        'Runtime and Handler are mandatory parameters for functions created with deployment packages.',
      );
    if (!isJsonObject(code) || Object.keys(code).length === 0)
      return invalidParameter('Please provide a source for function code.');
    const bad = badTags(tagMap(input)) ?? badSettings(call, arn);
    if (bad) return bad;
    const made: LambdaFunction = {
      name,
      arn,
      role: text(input, 'Role'),
      runtime,
      handler,
      description: text(input, 'Description'),
      timeout: numberIn(input, 'Timeout') ?? 3,
      modified: now,
      statements: {},
      tags: tagMap(input),
    };
    return { output: functionOutput(made, 'Pending'), changes: [putFunction(made)] };
  },
};

/** Runs nothing: answers as whom the function ran. */
const invoke = aboutFunction(
  'Invoke',
  (call, one) => {
    const payload = textIn(call.input, 'Payload');
    if (payload !== undefined && jsonOf(payload) === undefined)
      return refuse('InvalidRequestContentException', 'Could not parse request body into json.');
    const [, , , , owner = ''] = one.arn.split(':');
    if (!canAssume({ ...call, accountId: owner }, one.role, service, one.arn))
      return refuse('AccessDeniedException', notAssumable);
    const role = one.role.slice(one.role.lastIndexOf('/') + 1);
    const ranAs = `arn:aws:sts::${owner}:assumed-role/${role}/${one.name}`;
    return {
      output: { StatusCode: 200, Payload: JSON.stringify({ ranAs }), ExecutedVersion: '$LATEST' },
    };
  },
  { action: 'InvokeFunction' },
);

export const functionRows: readonly Operation[] = [
  createFunction,
  invoke,
  aboutFunction(
    'GetFunction',
    (_, one) => ({ output: { Configuration: functionOutput(one), ...tagsOutput(one) } }),
    { reads: true },
  ),
  {
    service: 'lambda',
    name: 'ListFunctions',
    reads: true,
    run: ({ account, region }) => ({
      output: {
        Functions: [...account.functions.values()]
          .filter(({ arn }) => arn.split(':')[3] === region)
          .map((one) => functionOutput(one)),
      },
    }),
  },
  aboutFunction(
    'DeleteFunction',
    (_, { arn }) => ({ changes: [remove(arn.split(':')[4] ?? '', 'functions', arn)] }),
    { latest: '$LATEST version cannot be deleted without deleting the function.' },
  ),
  aboutFunction(
    'UpdateFunctionConfiguration',
    (call, one) => {
      const { input, now } = call;
      const bad = badSettings(call, one.arn);
      if (bad) return bad;
      const after: LambdaFunction = {
        ...one,
        role: textIn(input, 'Role') ?? one.role,
        handler: textIn(input, 'Handler') ?? one.handler,
        description: textIn(input, 'Description') ?? one.description,
        timeout: numberIn(input, 'Timeout') ?? one.timeout,
        runtime: textIn(input, 'Runtime') ?? one.runtime,
        modified: now,
      };
      return { output: functionOutput(after), changes: [putFunction(after)] };
    },
    { besides: passing },
  ),
  aboutFunction(
    'TagResource',
    ({ input }, one) => {
      const tags = merged(one.tags, tagMap(input));
      return badTags(tags) ?? { changes: [putFunction({ ...one, tags })] };
    },
    { context: ({ input }) => requestTagKeys(tagMap(input)) },
  ),
  aboutFunction(
    'UntagResource',
    ({ input }, one) => ({
      changes: [putFunction({ ...one, tags: without(one.tags, texts(input, 'TagKeys')) })],
    }),
    { context: ({ input }) => ({ 'aws:TagKeys': texts(input, 'TagKeys') }) },
  ),
];
