import { isJsonObject, type JsonObject, type RequestContext } from '#iam';
import { text, textIn } from '../../../calls/input.ts';
import type { Call, Operation, Outcome } from '../../../calls/operation.ts';
import { isRefusal, refuse, type Refusal } from '../../../calls/refusal.ts';
import { tagContext } from '../../../calls/tag-set.ts';
import type { Tag } from '../../../state/entities.ts';
import type { Ask } from '../../../state/record.ts';
import type { LambdaFunction } from '../../../state/resources.ts';
import { accountOf, put, type Change } from '../../../state/state.ts';
import { isoTime } from '../../../state/time.ts';
import { tagRecord } from '../../../calls/names.ts';

const latest = '$LATEST';

/** A function as a call names it: by its name, a part of its ARN, or all of it, with a version or alias or without. */
interface Named {
  readonly arn: string;
  readonly qualifier?: string;
}

/** What policies are asked about: with its qualifier, if the call has one, the ARN is another. */
function resourceOf({ arn, qualifier }: Named): string {
  return qualifier === undefined ? arn : `${arn}:${qualifier}`;
}

export function functionNamed({ region, accountId }: Call, named: string, apart?: string): Named {
  const [, where, owner, name, version] =
    /^(?:arn:aws:lambda:)?(?:([a-z]{2}(?:-[a-z]+)+-\d):)?(?:(\d{12}):)?(?:function:)?([a-zA-Z0-9-_.]+)(?::(.+))?$/.exec(
      named,
    ) ?? [];
  const qualifier = version ?? apart;
  return {
    arn: `arn:aws:lambda:${where ?? region}:${owner ?? accountId}:function:${name ?? named}`,
    ...(qualifier !== undefined && { qualifier }),
  };
}

/** Every Region answers for its own functions only. */
export function elsewhere({ region }: Call, arn: string): Refusal | undefined {
  const [, , , where = ''] = arn.split(':');
  return where === region
    ? undefined
    : refuse(
        'ResourceNotFoundException',
        `Functions from '${where}' are not reachable in this region ('${region}')`,
      );
}

/** The function of an ARN, of whatever account, in the Region of the call. */
export function functionAt({ state, region }: Call, arn: string): LambdaFunction | undefined {
  const [, , , where, owner = ''] = arn.split(':');
  return where === region ? accountOf(state, owner).functions.get(arn) : undefined;
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

/** The function that a call is about, or that there is none; functions have no version but `$LATEST`. */
function found(call: Call, named: Named): LambdaFunction | Refusal {
  const one =
    named.qualifier === undefined || named.qualifier === latest ? functionAt(call, named.arn) : undefined;
  return (
    elsewhere(call, named.arn) ??
    one ??
    refuse('ResourceNotFoundException', `Function not found: ${resourceOf(named)}`)
  );
}

/** A row about one function that must be there; `FunctionName` or `Resource` names it. */
export function aboutFunction(
  name: string,
  run: (call: Call, one: LambdaFunction) => Outcome | Refusal,
  more: {
    readonly reads?: true;
    readonly action?: string;
    readonly context?: (call: Call, arn: string) => RequestContext;
    readonly besides?: (call: Call, arn: string) => readonly Ask[] | Refusal;
    /** What Lambda says to `$LATEST` by name, where it does not take it for the function. */
    readonly latest?: string;
  } = {},
): Operation {
  const namedIn = (call: Call): Named =>
    functionNamed(
      call,
      text(call.input, 'FunctionName') || text(call.input, 'Resource'),
      textIn(call.input, 'Qualifier'),
    );
  return {
    service: 'lambda',
    name,
    ...(more.reads && { reads: true }),
    asks: (call) => {
      const named = namedIn(call);
      const besides = more.besides?.(call, named.arn) ?? [];
      if ('refused' in besides) return besides;
      const ask = functionAsk(more.action ?? name, call, named.arn, more.context?.(call, named.arn));
      return [{ ...ask, resource: resourceOf(named) }, ...besides];
    },
    run: (call) => {
      const named = namedIn(call);
      const one = found(call, named);
      if (isRefusal(one)) return one;
      return named.qualifier !== undefined && more.latest !== undefined
        ? invalidParameter(more.latest)
        : run(call, one);
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
