import { search, type JSONValue } from '@jmespath-community/jmespath';
import {
  accountStart,
  decisionFor,
  newTranscriptState,
  newWorld,
  perform,
  runTranscript,
  startPassword,
  type CallRecord,
  type Printed,
  type ServiceName,
  type TranscriptState,
  type World,
} from '#account';
import type { JsonObject, JsonValue } from '#iam';
import type { Operate, OperateGoal, Scenario } from './schema.ts';
import type { Verdict } from './verdict.ts';

/** The account that a mission operates, set up: the world, the time it has come to, who sits at the keyboard. */
export function operateStart(
  { world, operate }: Scenario,
  catalogue: World['catalogue'],
  at: number,
  random: () => number,
): { readonly stage: TranscriptState; readonly printed: readonly Printed[] } | undefined {
  const [home] = world.accounts;
  if (operate === undefined || home === undefined) return undefined;
  const start = world.accounts.flatMap(({ id, name }) =>
    accountStart(id, { name, email: `root@${id}.example`, at, rootPassword: startPassword }),
  );
  const fresh = newTranscriptState(newWorld(start, at, catalogue), home.id, operate.files ?? {});
  const { state: stage, printed } = runTranscript(operate.setUp.join('\n'), fresh, random);
  const region = operate.region ?? 'us-east-1';
  return { printed, stage: { ...stage, who: operate.who, terminal: { ...stage.terminal, region, env: {} } } };
}

/** One call of the learner's, as goals and traps ask about it. */
function asked(record: CallRecord, setUp: number): JsonObject {
  const { service, operation, caller, region, face, input, output, error, id, at } = record;
  return {
    n: id - setUp,
    at,
    call: `${service}:${operation}`,
    by: caller?.arn ?? '',
    user: caller?.userName ?? '',
    type: caller?.type ?? '',
    accessKeyId: caller?.accessKeyId ?? '',
    mfa: caller?.mfa ?? false,
    region,
    face,
    input,
    output: output ?? {},
    error: error?.code ?? '',
  };
}

/** The answer of a JMESPath question; undefined where it is no question. */
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
    const decided = goal.decisions.map((asked) => ({ ...asked, decision: decisionFor(world, asked, now) }));
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
    { now, random: () => 0 },
  );
  const found = answer({ output: output ?? {}, error: error?.code ?? '' }, goal.query);
  return found === undefined ? undefined : found === true;
}

/** Ids of the goals that are reached. */
export function goalsReached(
  world: World,
  account: string,
  setUp: number,
  operate: Operate | undefined,
): ReadonlySet<string> {
  return new Set(
    (operate?.goals ?? [])
      .filter((goal) => goalReached(world, account, setUp, goal) === true)
      .map(({ id }) => id),
  );
}

/** Ids of the traps that the learner's calls have sprung. */
export function trapsSprung(world: World, setUp: number, { traps }: Scenario): readonly string[] {
  return traps.flatMap(({ id, when }) =>
    'trail' in when && trailSays(world, setUp, when.trail) === true ? [id] : [],
  );
}

/** The answer to a Check of a mission that operates an account: it is solved when every goal is reached. */
export function operateVerdict(reached: ReadonlySet<string>, { goals }: Operate): Verdict {
  const solved = goals.every(({ id }) => reached.has(id));
  return {
    solved,
    medals: solved ? ['works'] : [],
    ...{ actions: 0, steps: 0 },
    ...{ predictions: [], failures: [], undecided: [] },
  };
}
