import { isJsonObject, type JsonObject, type JsonValue } from '#iam';
import { numberIn, text } from '../calls/input.ts';
import type { CallRecord } from '../state/record.ts';
import { isoTime } from '../state/time.ts';
import { fileName, misused, wrongChoice, type Arguments } from './arguments.ts';
import { ended, failed, send, type Session, type Signed } from './session.ts';
import type { Ran } from './terminal.ts';

/** `s3://bucket/key`; undefined where a word names no place in S3. */
function readS3Uri(word: string | undefined): { readonly bucket: string; readonly key: string } | undefined {
  const [, bucket, key] = /^s3:\/\/([^/]+)\/?(.*)$/s.exec(word ?? '') ?? [];
  return bucket === undefined ? undefined : { bucket, key: key ?? '' };
}

/**
 * The CLI's own `aws s3`: `ls`, `cp`, `mv`, `rm`, `mb`, `rb`, each made of calls to the API of S3.
 * @see https://docs.aws.amazon.com/cli/latest/userguide/cli-services-s3-commands.html
 */
export function s3Command(session: Session, signed: Signed, given: Arguments): Ran {
  const [verb = '', first, second] = given.loose;
  const call = caller(session, signed);
  switch (verb) {
    case 'ls':
      return list(call, readS3Uri(first), first);
    case 'mb':
      return bucketCommand(call, 'CreateBucket', first, 'make_bucket');
    case 'rb':
      return bucketCommand(call, 'DeleteBucket', first, 'remove_bucket');
    case 'rm':
      return removeObject(call, first);
    case 'cp':
    case 'mv':
      return copy(call, verb, first, second);
    default:
      return failed(session, wrongChoice('operation', verb, ['ls', 'mb', 'rb', 'rm', 'cp', 'mv']));
  }
}

/** The calls of one command, one after the other, and what became of the world. */
interface Calling {
  session: Session;
  readonly signed: Signed;
  readonly records: CallRecord[];
  readonly make: (operation: string, input: JsonObject) => JsonObject | Failure;
}
interface Failure {
  readonly failure: string;
}

function caller(session: Session, signed: Signed): Calling {
  const calling: Calling = {
    session,
    signed,
    records: [],
    make: (operation, input) => {
      const done = send(calling.session, signed, 's3', operation, input);
      calling.session = { ...calling.session, world: done.world };
      calling.records.push(done.record);
      return done.error === undefined
        ? (done.output ?? {})
        : {
            failure: `An error occurred (${done.error.code}) when calling the ${operation} operation: ${done.error.message}`,
          };
    },
  };
  return calling;
}

function isFailure(value: JsonObject | Failure): value is Failure {
  return 'failure' in value;
}

function done({ session, records }: Calling, more: Partial<Ran>): Ran {
  return ended(session, { records, ...more });
}

function objects(value: JsonValue | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? (value as readonly JsonValue[]).filter((one) => isJsonObject(one)) : [];
}

function stamp(at: JsonValue | undefined): string {
  return typeof at === 'number' ? isoTime(at, '').replace('T', ' ') : '';
}

function list(call: Calling, place: ReturnType<typeof readS3Uri>, word: string | undefined): Ran {
  if (word === undefined || word === 's3://') {
    const answer = call.make('ListBuckets', {});
    if (isFailure(answer)) return done(call, { errors: `\n${answer.failure}`, exitCode: 254 });
    return done(call, {
      output: objects(answer['Buckets'])
        .map((bucket) => `${stamp(bucket['CreationDate'])} ${text(bucket, 'Name')}`)
        .join('\n'),
    });
  }
  const { bucket, key } = place ?? { bucket: word, key: '' };
  const answer = call.make('ListObjectsV2', { Bucket: bucket, Prefix: key, Delimiter: '/' });
  if (isFailure(answer)) return done(call, { errors: `\n${answer.failure}`, exitCode: 254 });
  const short = (path: string): string => path.slice(key.lastIndexOf('/') + 1);
  const lines = [
    ...objects(answer['CommonPrefixes']).map(
      (prefix) => `${' '.repeat(27)}PRE ${short(text(prefix, 'Prefix'))}`,
    ),
    ...objects(answer['Contents']).map(
      (one) =>
        `${stamp(one['LastModified'])} ${String(numberIn(one, 'Size') ?? 0).padStart(10)} ${short(text(one, 'Key'))}`,
    ),
  ];
  return done(call, { output: lines.join('\n'), exitCode: lines.length === 0 && key !== '' ? 1 : 0 });
}

/** A word that names no place where one is wanted. */
function badPath({ session }: Calling, usage: string): Ran {
  return failed(session, { problem: `\n${usage}\nError: Invalid argument type`, exitCode: 252 });
}

function bucketCommand(
  call: Calling,
  operation: 'CreateBucket' | 'DeleteBucket',
  word: string | undefined,
  said: string,
): Ran {
  if (word === undefined) return failed(call.session, misused('the following arguments are required: path'));
  const place = readS3Uri(word);
  if (place === undefined) return badPath(call, '<S3Uri>');
  if (operation === 'DeleteBucket' && place.key !== '')
    return failed(call.session, {
      problem: `\nPlease specify a valid bucket name only. E.g. s3://${place.bucket}`,
      exitCode: 252,
    });
  const region = call.signed.settings.region;
  const answer = call.make(operation, {
    Bucket: place.bucket,
    ...(operation === 'CreateBucket' &&
      region !== 'us-east-1' && { CreateBucketConfiguration: { LocationConstraint: region } }),
  });
  return isFailure(answer)
    ? done(call, { errors: `${said} failed: ${word} ${answer.failure}`, exitCode: 1 })
    : done(call, { output: `${said}: ${place.bucket}` });
}

function removeObject(call: Calling, word: string | undefined): Ran {
  if (word === undefined) return failed(call.session, misused('the following arguments are required: paths'));
  const place = readS3Uri(word);
  if (place === undefined) return badPath(call, 'usage: aws s3 rm <S3Uri>');
  const answer = call.make('DeleteObject', { Bucket: place.bucket, Key: place.key });
  return isFailure(answer)
    ? done(call, { errors: `delete failed: ${word} ${answer.failure}`, exitCode: 1 })
    : done(call, { output: `delete: ${word}` });
}

function copy(call: Calling, verb: 'cp' | 'mv', from: string | undefined, to: string | undefined): Ran {
  const [source, target] = [readS3Uri(from), readS3Uri(to)];
  if (from === undefined || to === undefined)
    return failed(call.session, misused('the following arguments are required: paths'));
  if (source === undefined && target === undefined)
    return badPath(
      call,
      `usage: aws s3 ${verb} <LocalPath> <S3Uri> or <S3Uri> <LocalPath> or <S3Uri> <S3Uri>`,
    );
  const body = source === undefined ? call.session.terminal.files[fileName(from)] : fetched(call, source);
  const said =
    verb === 'mv' ? 'move' : source === undefined ? 'upload' : target === undefined ? 'download' : 'copy';
  const paths = `${shownPath(source, from, from)} to ${shownPath(target, to, from)}`;
  if (body === undefined)
    return done(call, { errors: `\nThe user-provided path ${from} does not exist.`, exitCode: 255 });
  if (typeof body !== 'string')
    return done(call, { errors: `${said} failed: ${paths} ${body.failure}`, exitCode: 1 });
  if (target === undefined) save(call, to, from, body);
  const failure = target === undefined ? undefined : stored(call, target, from, body);
  if (failure !== undefined)
    return done(call, { errors: `${said} failed: ${paths} ${failure}`, exitCode: 1 });
  if (verb === 'mv' && source !== undefined) {
    const removed = call.make('DeleteObject', { Bucket: source.bucket, Key: source.key });
    if (isFailure(removed))
      return done(call, { errors: `move failed: ${paths} ${removed.failure}`, exitCode: 1 });
  }
  return done(call, { output: `${said}: ${paths}` });
}

/** A place as the CLI tells it: the whole key in S3, a file from this folder on. */
function shownPath(place: ReturnType<typeof readS3Uri>, word: string, from: string): string {
  return place === undefined
    ? `./${fileName(named(word, from))}`
    : `s3://${place.bucket}/${named(place.key, from)}`;
}

function fetched(call: Calling, { bucket, key }: { bucket: string; key: string }): string | Failure {
  const answer = call.make('GetObject', { Bucket: bucket, Key: key });
  return isFailure(answer) ? answer : text(answer, 'Body');
}

/** A target that ends in `/` takes the name of the source. */
function named(target: string, source: string): string {
  return target === '' || target.endsWith('/') || target === '.'
    ? target.replace(/\.$/, '') + source.slice(source.lastIndexOf('/') + 1)
    : target;
}

function stored(
  call: Calling,
  { bucket, key }: { bucket: string; key: string },
  from: string,
  body: string,
): string | undefined {
  const answer = call.make('PutObject', { Bucket: bucket, Key: named(key, from), Body: body });
  return isFailure(answer) ? answer.failure : undefined;
}

function save(call: Calling, to: string, from: string, body: string): void {
  const { terminal } = call.session;
  const files = { ...terminal.files, [fileName(named(to, from))]: body };
  call.session = { ...call.session, terminal: { ...terminal, files } };
}
