import { isJsonObject, type JsonObject, type JsonValue } from '#iam';
import type { Operation } from '../calls/operation.ts';
import { toBase64 } from '../tokens/base64.ts';
import { serviceModel, type ServiceName } from '../models/model.ts';
import { rowOf } from '../operations/index.ts';
import type { CallRecord } from '../state/record.ts';
import type { World } from '../state/world.ts';
import {
  argumentsIn,
  fileName,
  flagsOf,
  inputFrom,
  listsOf,
  misused,
  wrongChoice,
  type Arguments,
} from './arguments.ts';
import { assumeProfile, type AssumedProfile } from './assume-profile.ts';
import { help } from './help.ts';
import { commands, operationsOf } from './names.ts';
import { parameterProblems } from './parameters.ts';
import { printed } from './print.ts';
import { s3Command } from './s3.ts';
import { ended, failed, refusedBy, send, type Refused, type Session, type Signed } from './session.ts';
import { seedFileOf, seedSaved } from './seed-file.ts';
import { settingsFor, signerFor } from './settings.ts';
import { shaped } from './shaped.ts';
import type { Ran, Terminal } from './terminal.ts';

/** Runs `aws …`; the words are those after `aws`. */
export function aws(session: Session, words: readonly string[]): Ran {
  const [command, ...rest] = words.filter((word, index) => index > 0 || word !== '');
  if (command === undefined || command === 'help') return ended(session, { output: help([]) });
  if (command === '--version')
    return ended(session, { output: 'aws-cli/2.31.0 (simulated) Deny by Default' });
  const leading = words.findIndex((word, at) => !word.startsWith('--') && !isOptionValue(words, at));
  if (leading > 0) return aws(session, [...words.slice(leading), ...words.slice(0, leading)]);
  if (command === 's3')
    return withSigner(session, argumentsIn(rest, new Set(['recursive', 'force'])), s3Command);
  const service = commands.get(command);
  if (service === undefined)
    return failed(session, wrongChoice('command', command, [...commands.keys(), 's3', 'configure']));
  return serviceCommand(session, service, command, rest);
}

function isOptionValue(words: readonly string[], at: number): boolean {
  return /^--(?:profile|region|output|query)$/.test(words[at - 1] ?? '');
}

function serviceCommand(
  session: Session,
  service: ServiceName,
  command: string,
  words: readonly string[],
): Ran {
  const names = operationsOf(service);
  const [typed = '', ...rest] = words;
  if (typed === 'help') return ended(session, { output: help([command]) });
  if (typed === '') return failed(session, misused('the following arguments are required: operation'));
  const operation = names.get(typed);
  if (operation === undefined) return failed(session, wrongChoice('operation', typed, names.keys()));
  if (rest[0] === 'help') return ended(session, { output: help([command, typed]) });
  const model = serviceModel(service);
  const shape = model.operations[operation]?.input;
  const read = argumentsIn(rest, flagsOf(model, shape), listsOf(model, shape));
  return withSigner(session, unsignedWhere(rowOf(service, operation), read), (running, signed, given) =>
    runOperation(running, signed, given, service, operation),
  );
}

/** Calls that take no signature need no credentials: the CLI looks for none, and assumes no role for them. */
function unsignedWhere(
  row: Operation | undefined,
  read: ReturnType<typeof argumentsIn>,
): ReturnType<typeof argumentsIn> {
  return row?.unsigned === true && 'options' in read
    ? { ...read, options: { ...read.options, signed: false } }
    : read;
}

type Body = (session: Session, signed: Signed, given: Arguments) => Ran;

/** Settles who signs; a profile with a role assumes it first, and may have to ask for a code. */
function withSigner(session: Session, read: ReturnType<typeof argumentsIn>, body: Body): Ran {
  if ('problem' in read) return failed(session, read);
  const settings = settingsFor(session.terminal, read.options);
  if ('problem' in settings) return failed(session, settings);
  const signer = signerFor(session.terminal, read.options, settings);
  if ('problem' in signer) return failed(session, signer);
  if (signer.by !== 'role') return body(session, { signature: signer, settings }, read);
  const assumed: AssumedProfile = assumeProfile(session, settings);
  if ('stopped' in assumed) return assumed.stopped;
  const ran = body(assumed.session, { signature: assumed.signature, settings }, read);
  return { ...ran, records: [...assumed.records, ...ran.records] };
}

function runOperation(
  session: Session,
  signed: Signed,
  given: Arguments,
  service: ServiceName,
  operation: string,
): Ran {
  const model = serviceModel(service);
  const files = session.terminal.files;
  const outfile = outfileOf(model.operations[operation]?.output, model, given);
  const seeded = seedFileOf(operation, given);
  if (seeded !== undefined && 'problem' in seeded) return failed(session, seeded);
  const own = seeded?.given ?? given;
  const read = inputFrom(model, operation, outfile === undefined ? own : { ...own, loose: [] }, files);
  if ('problem' in read) return failed(session, read);
  const problems = parameterProblems(model, model.operations[operation]?.input, read.input);
  if (problems.length > 0)
    return failed(session, {
      problem: `\nParameter validation failed:\n${problems.join('\n')}`,
      exitCode: 252,
    });
  const pages = given.options.paginate ? (model.operations[operation]?.pages ?? []) : [];
  const done = allPages(session, signed, service, operation, read.input, pages);
  if ('error' in done) return refusedBy(done);
  const shape = model.operations[operation]?.output;
  const answer = withReport(model, shape, shaped(model, shape, done.output));
  const cut =
    pages.length === 0 ? answer : limited(answer, pages[0] ?? '', read.maxItems, read.startingToken);
  const { saved, terminal } =
    seeded === undefined
      ? saveBody(session.terminal, cut, outfile)
      : seedSaved(session.terminal, cut, seeded.seed);
  const print = printed(operation, saved, signed.settings.output, given.options.query);
  const ran = { terminal, world: done.world, records: done.records };
  return 'problem' in print
    ? ended(session, { ...ran, errors: print.problem, exitCode: 252 })
    : ended(session, { ...ran, output: print.text });
}

interface Answered {
  readonly world: World;
  readonly records: readonly CallRecord[];
  readonly output: JsonObject;
}
/** Lists come in pages; the CLI asks for all of them and shows them as one. */
function allPages(
  session: Session,
  signed: Signed,
  service: ServiceName,
  operation: string,
  input: JsonObject,
  pages: readonly string[],
): Answered | Refused {
  let { world } = session;
  let output: JsonObject = {};
  let marker: JsonValue | undefined;
  const records: CallRecord[] = [];
  do {
    const more = marker === undefined ? input : { ...input, Marker: marker };
    const done = send({ ...session, world }, signed, service, operation, more);
    ({ world } = done);
    records.push(done.record);
    if (done.error) return { session, world, records, operation, error: done.error };
    output = joined(output, done.output ?? {}, pages);
    marker = pages.length > 0 ? done.output?.['Marker'] : undefined;
  } while (marker !== undefined);
  if (pages.length === 0) return { world, records, output };
  const whole = Object.entries(output).filter(([name]) => name !== 'Marker' && name !== 'IsTruncated');
  return { world, records, output: Object.fromEntries(whole) };
}

function joined(before: JsonObject, page: JsonObject, pages: readonly string[]): JsonObject {
  const lists = pages.flatMap((name) => {
    const [left, right] = [before[name], page[name]];
    return Array.isArray(left) && Array.isArray(right)
      ? [[name, [...(left as JsonValue[]), ...(right as JsonValue[])]]]
      : [];
  });
  return { ...before, ...page, ...(Object.fromEntries(lists) as JsonObject) };
}

/** `--max-items` and `--starting-token`, the CLI's own paging over the whole list. */
function limited(
  answer: JsonObject,
  name: string,
  maxItems: number | undefined,
  token: string | undefined,
): JsonObject {
  const all = answer[name];
  if (!Array.isArray(all) || (maxItems === undefined && token === undefined)) return answer;
  const from = token === undefined ? 0 : offsetIn(token);
  const to = maxItems === undefined ? all.length : from + maxItems;
  return {
    ...answer,
    [name]: (all as readonly JsonValue[]).slice(from, to),
    ...(to < all.length && { NextToken: tokenOf(to) }),
  };
}

function tokenOf(place: number): string {
  return btoa(`{"Marker": null, "boto_truncate_amount": ${place}}`);
}

function offsetIn(token: string): number {
  try {
    return Number(/"boto_truncate_amount": (\d+)/.exec(atob(token))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/** The word that names the file an answer's body goes to: `aws s3api get-object … cv.pdf`. */
function outfileOf(
  output: string | undefined,
  model: ReturnType<typeof serviceModel>,
  { loose }: Arguments,
): string | undefined {
  const members = Object.entries(model.shapes[output ?? '']?.members ?? {});
  const hasBody = members.some(
    ([name, shape]) => model.shapes[shape]?.type === 'blob' && /^(?:Body|Payload)$/.test(name),
  );
  return hasBody ? loose[0] : undefined;
}

/** The credential report is a blob: the CLI prints it in base64, and the account keeps it as the text it is. */
function withReport(
  model: ReturnType<typeof serviceModel>,
  output: string | undefined,
  answer: JsonObject,
): JsonObject {
  const { Content } = answer;
  return typeof Content === 'string' &&
    model.shapes[output ?? '']?.members?.['Content'] === 'ReportContentType'
    ? { ...answer, Content: toBase64(Content) }
    : answer;
}

function saveBody(
  terminal: Terminal,
  answer: JsonObject,
  outfile: string | undefined,
): { readonly saved: JsonObject; readonly terminal: Terminal } {
  if (outfile === undefined || !isJsonObject(answer)) return { saved: answer, terminal };
  const { Body, Payload, ...saved } = answer;
  const body = Body ?? Payload;
  return {
    saved,
    terminal: {
      ...terminal,
      files: { ...terminal.files, [fileName(outfile)]: typeof body === 'string' ? body : '' },
    },
  };
}
