import { isJsonObject, type JsonObject, type RequestContext } from '#iam';
import { text } from '../../../calls/input.ts';
import type { Call, Operation, Outcome } from '../../../calls/operation.ts';
import { refuse, type Refusal } from '../../../calls/refusal.ts';
import { tagContext } from '../../../calls/tag-set.ts';
import type { Tag } from '../../../state/entities.ts';
import type { Ask } from '../../../state/record.ts';
import type { LambdaFunction } from '../../../state/resources.ts';
import { accountOf, put, type Change } from '../../../state/state.ts';
import { isoTime } from '../../../state/time.ts';
import { tagRecord } from '../../../calls/names.ts';

/** ARN of the function that a call names by its name, a part of its ARN, or all of it; versions do not count. */
export function functionArn({ region, accountId }: Call, named: string): string {
  const [, where, owner, name] =
    /^(?:arn:aws:lambda:)?(?:([a-z]{2}(?:-[a-z]+)+-\d):)?(?:(\d{12}):)?(?:function:)?([a-zA-Z0-9-_.]+)/.exec(
      named,
    ) ?? [];
  return `arn:aws:lambda:${where ?? region}:${owner ?? accountId}:function:${name ?? named}`;
}

/** The function of an ARN, of whatever account, in the Region of the call. */
export function functionAt({ state, region }: Call, arn: string): LambdaFunction | undefined {
  const [, , , where, owner = ''] = arn.split(':');
  return where === region ? accountOf(state, owner).functions.get(arn) : undefined;
}

export function noFunction(arn: string): Refusal {
  return refuse('ResourceNotFoundException', `Function not found: ${arn}`);
}

export function putFunction(one: LambdaFunction): Change {
  return put(one.arn.split(':')[4] ?? '', 'functions', one.arn, one);
}

export function invalidParameter(message: string): Refusal {
  return refuse('InvalidParameterValueException', message);
}

/** Tags as Lambda has them: a map. */
export function tagMap(input: JsonObject): readonly Tag[] {
  const tags = input['Tags'];
  return isJsonObject(tags) ? Object.keys(tags).map((Key) => ({ Key, Value: text(tags, Key) })) : [];
}

/** The question whether the caller may do something with the function of an ARN, also where there is none. */
export function functionAsk(action: string, call: Call, arn: string, more: RequestContext = {}): Ask {
  return {
    action: `lambda:${action}`,
    resource: arn,
    context: { ...tagContext(functionAt(call, arn)?.tags ?? []), ...more },
  };
}

/** A row about one function that must be there; `FunctionName` or `Resource` names it. */
export function aboutFunction(
  name: string,
  run: (call: Call, one: LambdaFunction) => Outcome | Refusal,
  more: {
    readonly reads?: true;
    readonly action?: string;
    readonly context?: (call: Call) => RequestContext;
    readonly besides?: (call: Call, arn: string) => readonly Ask[] | Refusal;
  } = {},
): Operation {
  const arnIn = (call: Call): string =>
    functionArn(call, text(call.input, 'FunctionName') || text(call.input, 'Resource'));
  return {
    service: 'lambda',
    name,
    ...(more.reads && { reads: true }),
    asks: (call) => {
      const arn = arnIn(call);
      const besides = more.besides?.(call, arn) ?? [];
      if ('refused' in besides) return besides;
      return [functionAsk(more.action ?? name, call, arn, more.context?.(call)), ...besides];
    },
    run: (call) => {
      const one = functionAt(call, arnIn(call));
      return one === undefined ? noFunction(arnIn(call)) : run(call, one);
    },
  };
}

export function functionOutput(one: LambdaFunction, state: 'Active' | 'Pending' = 'Active'): JsonObject {
  return {
    FunctionName: one.name,
    FunctionArn: one.arn,
    Runtime: one.runtime,
    Role: one.role,
    Handler: one.handler,
    Description: one.description,
    Timeout: one.timeout,
    LastModified: isoTime(one.modified, '.000+0000'),
    State: state,
  };
}

export function tagsOutput({ tags }: LambdaFunction): JsonObject {
  return tags.length === 0 ? {} : { Tags: tagRecord(tags) };
}
