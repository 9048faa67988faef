import { redactAwsKeys, type JsonObject } from '#iam';
import { serviceModel, type OperationModel } from '../models/model.ts';
import { rowOf } from '../operations/index.ts';
import type { Ask, CallRecord, Face } from '../state/record.ts';
import { accountOf, changed } from '../state/state.ts';
import { randomnessOf } from '../state/random.ts';
import { basicTime } from '../state/time.ts';
import { knownIn, seenFrom, withReplica, type World } from '../state/world.ts';
import { authenticate } from '../calls/authenticate.ts';
import { denied, sourceIp } from '../calls/authorize.ts';
import type { Caller, Signature } from '../calls/caller.ts';
import type { Call, Operation, Outcome } from '../calls/operation.ts';
import { accessDenied, asServiceSays } from './service-errors.ts';
import { isRefusal, refuse, type Refusal } from '../calls/refusal.ts';
import { redactSecrets } from './redact-secrets.ts';
import { validate } from './validate.ts';

/** A call as a face makes it. */
export interface Request {
  readonly service: Operation['service'];
  readonly operation: string;
  readonly input: JsonObject;
  readonly signature: Signature;
  readonly region: string;
  readonly face: Face;
}

/** The device's part in a call: its time, in milliseconds since 1970. */
export interface Environment {
  readonly now: number;
}

/** The world after a call, the line of the trail, and the answer with its secrets (shown once, never kept). */
export interface Performed {
  readonly world: World;
  readonly record: CallRecord;
  readonly output?: JsonObject;
  readonly error?: { readonly code: string; readonly message: string };
}

/** A signature is good for five minutes. */
const maxClockSkewMs = 300_000;

/**
 * Carries out one call as AWS does: who signed, are the parameters valid, do the policies allow it, then the operation
 * itself. A refused call changes nothing but the trail.
 */
export function perform(world: World, request: Request, { now: clock }: Environment): Performed {
  const last = world.log.at(-1)?.at ?? clock;
  // Invariant: the time of the world never goes back, whatever the clock of the device does.
  const now = Math.max(last, clock);
  const current = withReplica(world, request.region, now);
  const { answer, caller, asks } = answerTo(current, request, now, clock);
  const error = isRefusal(answer) ? asServiceSays(request.service, answer) : undefined;
  const outcome: Outcome = isRefusal(answer) ? {} : answer;
  const changes = outcome.changes ?? [];
  const known = knownIn(current, request.region);
  const model = serviceModel(request.service);
  const shapes = model.operations[request.operation];
  const record: CallRecord = {
    id: current.log.length + 1,
    at: now,
    region: request.region,
    ...(known < current.log.length && { known }),
    face: request.face,
    ...(caller && { caller: caller.identity }),
    ...(caller === undefined &&
      request.signature.by === 'keys' && { refusedKey: request.signature.accessKeyId }),
    service: request.service,
    operation: request.operation,
    input: redactSecrets(model, shapes?.input, request.input),
    ...(outcome.output && { output: redactSecrets(model, shapes?.output, outcome.output) }),
    ...(error && { error: { code: error.refused, message: error.message } }),
    asks,
    changes,
    ...(world.keepsCalls === true && { again: madeAgain(request, clock) }),
  };
  return {
    world: { ...current, log: [...current.log, record], state: changed(current.state, changes) },
    record,
    ...(outcome.output && { output: outcome.output }),
    ...(error && { error: { code: error.refused, message: error.message } }),
  };
}

interface Answer {
  readonly answer: Outcome | Refusal;
  readonly caller?: Caller;
  readonly asks: readonly Ask[];
}

function answerTo(world: World, request: Request, now: number, clock: number): Answer {
  const { service, operation: name, input, region, face } = request;
  const row = rowOf(service, name);
  if (row === undefined)
    return {
      answer: refuse(
        'InvalidAction',
        `Could not find operation ${name} for version ${serviceModel(service).apiVersion}: the simulated account does not have it`,
      ),
      asks: [],
    };
  if (clock < now - maxClockSkewMs) return { answer: staleSignature(clock, now), asks: [] };
  const seen = seenFrom(world, region);
  const signer = authenticate(
    row.unsigned === true ? { by: 'nobody' } : request.signature,
    seen,
    world.state,
    now,
  );
  if (isRefusal(signer)) return { answer: signer, asks: [] };
  const model: OperationModel = serviceModel(service).operations[name] ?? {};
  const invalid = validate(serviceModel(service), model.input, input);
  if (invalid) return { answer: invalid, caller: signer, asks: [] };
  const state = row.reads === true ? seen : world.state;
  const signed: Call = {
    input,
    caller: signer,
    account: accountOf(state, signer.account),
    accountId: signer.account,
    state,
    world,
    region,
    face,
    now,
    random: randomnessOf(world.seed, world.log.length),
  };
  const caller = row.authenticatedBy?.(signed) ?? signer;
  if (isRefusal(caller)) return { answer: caller, caller: signer, asks: [] };
  const call: Call = { ...signed, caller };
  const asks = row.asks?.(call) ?? [{ action: `${service}:${name}`, resource: '*' }];
  if (isRefusal(asks)) return { answer: asks, caller, asks: [] };
  const refusing = denied(world, seen, caller, asks, { region, now, sourceIp });
  if (refusing) return { answer: accessDenied(service, refusing, row.unsigned), caller, asks };
  return { answer: row.run(call), caller, asks };
}

/** What a record says of a call beyond itself, so that it can be made again: a real AWS key that somebody pasted is no part of it. */
function madeAgain({ input, signature }: Request, clock: number): JsonObject {
  const text = redactAwsKeys(JSON.stringify({ clock, input, signature }), 'AKIAIOSFODNN7EXAMPLE');
  return JSON.parse(text) as JsonObject;
}

function staleSignature(clock: number, now: number): Refusal {
  const [signed, bound, server] = [clock, now - maxClockSkewMs, now].map(basicTime);
  return refuse(
    'SignatureDoesNotMatch',
    `Signature expired: ${signed ?? ''} is now earlier than ${bound ?? ''} (${server ?? ''} - 5 min.)`,
  );
}
