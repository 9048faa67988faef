import { isJsonObject } from '#iam';
import { numberIn, text, textIn } from '../../../calls/input.ts';
import type { Call, Operation } from '../../../calls/operation.ts';
import { refuse, type Refusal } from '../../../calls/refusal.ts';
import { fingerprint } from '../../../state/ids.ts';
import type { Bucket } from '../../../state/resources.ts';
import { put, remove } from '../../../state/state.ts';
import { bucketAsk, bucketNamed, inBucket } from './bucket.ts';
import { objectsIn, objectOutput } from './object.ts';

function constraintIn({ input }: Call): string | undefined {
  const configuration = input['CreateBucketConfiguration'];
  return isJsonObject(configuration) ? textIn(configuration, 'LocationConstraint') : undefined;
}

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
function badName(name: string): Refusal | undefined {
  const fits =
    /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name) &&
    !name.includes('..') &&
    !/^\d+\.\d+\.\d+\.\d+$/.test(name) &&
    !/^(?:xn--|sthree-|amzn-s3-demo-)|(?:-s3alias|--ol-s3|\.mrap|--x-s3|--table-s3)$/.test(name);
  return fits ? undefined : refuse('InvalidBucketName', 'The specified bucket is not valid.');
}

/** In us-east-1 making a bucket that one has already is no error. */
const createBucket: Operation = {
  service: 's3',
  name: 'CreateBucket',
  asks: (call) => {
    const constraint = constraintIn(call);
    return [
      {
        action: 's3:CreateBucket',
        resource: `arn:aws:s3:::${text(call.input, 'Bucket')}`,
        ...(constraint !== undefined && { context: { 's3:locationconstraint': constraint } }),
      },
    ];
  },
  run: (call) => {
    const { input, state, accountId, region, now } = call;
    const name = text(input, 'Bucket');
    const constraint = constraintIn(call);
    if (region !== 'us-east-1' && constraint !== region)
      return refuse(
        'IllegalLocationConstraintException',
        `The ${constraint ?? 'unspecified'} location constraint is incompatible for the region specific endpoint this request was sent to.`,
      );
    const bad = badName(name);
    if (bad) return bad;
    const there = bucketNamed(state, name);
    const output = {
      Location: (constraint ?? 'us-east-1') === 'us-east-1' ? `/${name}` : `http://${name}.s3.amazonaws.com/`,
    };
    if (there !== undefined && there.owner !== accountId)
      return refuse(
        'BucketAlreadyExists',
        'The requested bucket name is not available. The bucket namespace is shared by all users of the system. Please select a different name and try again.',
      );
    if (there !== undefined)
      return there.bucket.region === 'us-east-1' && region === 'us-east-1'
        ? { output }
        : refuse(
            'BucketAlreadyOwnedByYou',
            'Your previous request to create the named bucket succeeded and you already own it.',
          );
    const bucket: Bucket = { name, region: constraint ?? region, created: now, tags: [] };
    return { output, changes: [put(accountId, 'buckets', name, bucket)] };
  },
};

export const bucketRows: readonly Operation[] = [
  createBucket,
  {
    service: 's3',
    name: 'ListBuckets',
    reads: true,
    asks: () => [{ action: 's3:ListAllMyBuckets', resource: '*' }],
    run: ({ account, accountId }) => ({
      output: {
        Buckets: [...account.buckets.values()]
          .map(({ name, created }) => ({ Name: name, CreationDate: created }))
          .sort((left, right) => (left.Name < right.Name ? -1 : 1)),
        Owner: { ID: fingerprint(accountId) },
      },
    }),
  },
  inBucket('DeleteBucket', ({ state }, { bucket, owner }) =>
    objectsIn(state, { bucket, owner }).length > 0
      ? refuse('BucketNotEmpty', 'The bucket you tried to delete is not empty')
      : { changes: [remove(owner, 'buckets', bucket.name)] },
  ),
  inBucket('HeadBucket', (_, { bucket }) => ({ output: { BucketRegion: bucket.region } }), {
    reads: true,
    asks: (_, found) => [bucketAsk('ListBucket', found)],
  }),
  inBucket(
    'GetBucketLocation',
    (_, { bucket }) => ({
      output: { LocationConstraint: bucket.region === 'us-east-1' ? null : bucket.region },
    }),
    { reads: true },
  ),
  inBucket(
    'ListObjectsV2',
    ({ state, input }, found) => {
      const prefix = text(input, 'Prefix');
      const delimiter = text(input, 'Delimiter');
      const objects = objectsIn(state, found).filter(({ key }) => key.startsWith(prefix));
      const folderOf = (key: string): string | undefined => {
        const end = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
        return end === -1 ? undefined : key.slice(0, end + delimiter.length);
      };
      const maxKeys = numberIn(input, 'MaxKeys') ?? 1000;
      const contents = objects.filter(({ key }) => folderOf(key) === undefined).slice(0, maxKeys);
      const folders = [...new Set(objects.flatMap(({ key }) => folderOf(key) ?? []))];
      return {
        output: {
          Name: found.bucket.name,
          Prefix: prefix,
          KeyCount: contents.length + folders.length,
          ...(contents.length > 0 && { Contents: contents.map(objectOutput) }),
          ...(folders.length > 0 && { CommonPrefixes: folders.map((folder) => ({ Prefix: folder })) }),
        },
      };
    },
    {
      reads: true,
      asks: ({ input }, found) => [
        bucketAsk('ListBucket', found, {
          context: {
            ...(textIn(input, 'Prefix') !== undefined && { 's3:prefix': text(input, 'Prefix') }),
            ...(textIn(input, 'Delimiter') !== undefined && { 's3:delimiter': text(input, 'Delimiter') }),
            ...(numberIn(input, 'MaxKeys') !== undefined && {
              's3:max-keys': String(numberIn(input, 'MaxKeys')),
            }),
          },
        }),
      ],
    },
  ),
];
