import { search, type JSONValue } from '@jmespath-community/jmespath';
import { decisionFor, perform, type CallRecord, type ServiceName, type World } from '#account';
import type { JsonObject, JsonValue, RequestContext } from '#iam';
import type { OperateGoal, OperateSpec } from './spec.ts';

/** One call of the learner's, as goals and traps ask about it. */
function asked(record: CallRecord, setUp: number): JsonObject {
  const { service, operation, caller, refusedKey, region, face, input, output, error, id, at } = record;
  return {
    n: id - setUp,
    at,
    call: `${service}:${operation}`,
    by: caller?.arn ?? '',
    user: caller?.userName ?? '',
    type: caller?.type ?? '',
    accessKeyId: caller?.accessKeyId ?? refusedKey ?? '',
    mfa: caller?.mfa ?? false,
    region,
    face,
    input,
    output: output ?? {},
    error: error?.code ?? '',
  };
}

/** What a JMESPath query finds in a value; undefined where it is no valid query. */
function answer(value: JsonValue, query: string): JsonValue | undefined {
  try {
    return search(value as JSONValue, query);
  } catch {
    return undefined;
  }
}

/** Whether a question about the learner's calls has the answer `true`; undefined: it cannot be asked. */
export function trailSays(world: World, setUp: number, query: string): boolean | undefined {
  const found = answer(
    world.log.filter(({ id }) => id > setUp).map((record) => asked(record, setUp)),
    query,
  );
  return found === undefined ? undefined : found === true;
}

/** Whether a goal is reached in a world whose first `setUp` records are the mission's own; undefined: it cannot be asked. */
export function goalReached(
  world: World,
  account: string,
  setUp: number,
  goal: OperateGoal,
): boolean | undefined {
  if ('trail' in goal) return trailSays(world, setUp, goal.trail);
  const now = world.log.at(-1)?.at ?? 0;
  if ('decisions' in goal) {
    const decided = goal.decisions.map((asked) => ({
      ...asked,
      decision: decisionFor(world, asked as typeof asked & { context?: RequestContext }, now),
    }));
    return decided.some(({ decision }) => decision === undefined)
      ? undefined
      : decided.every(({ decision, expect }) => (decision === 'allowed') === (expect === 'allowed'));
  }
  const [service = '', operation = ''] = goal.ask.split(':');
  const { output, error } = perform(
    { ...world, replicas: {}, lags: {} },
    {
      service: service as ServiceName,
      operation,
      input: (goal.input ?? {}) as JsonObject,
      signature: { by: 'scenario', principal: `arn:aws:iam::${account}:root` },
      region: 'us-east-1',
      face: 'service',
    },
    { now },
  );
  const found = answer({ output: output ?? {}, error: error?.code ?? '' }, goal.query);
  return found === undefined ? undefined : found === true;
}

/** Ids of the goals that are reached. */
export function goalsReached(
  world: World,
  account: string,
  setUp: number,
  { goals }: Pick<OperateSpec, 'goals'>,
): readonly string[] {
  return goals.filter((goal) => goalReached(world, account, setUp, goal) === true).map(({ id }) => id);
}

/** Ids of the traps that the learner's calls have sprung. */
export function trapsSprung(
  world: World,
  setUp: number,
  { traps }: Pick<OperateSpec, 'traps'>,
): readonly string[] {
  return traps.filter(({ trail }) => trailSays(world, setUp, trail) === true).map(({ id }) => id);
}
