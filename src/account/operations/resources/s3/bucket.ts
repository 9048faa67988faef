import type { RequestContext } from '#iam';
import { text } from '../../../calls/input.ts';
import type { Call, Operation, Outcome } from '../../../calls/operation.ts';
import { refuse, type Refusal } from '../../../calls/refusal.ts';
import type { Ask } from '../../../state/record.ts';
import type { Bucket } from '../../../state/resources.ts';
import { put, type Change, type State } from '../../../state/state.ts';

/** A bucket and the account that owns it. */
export interface OwnedBucket {
  readonly bucket: Bucket;
  readonly owner: string;
}

/** A bucket of the world: its name is one of a kind over all accounts. */
export function bucketNamed(state: State, name: string): OwnedBucket | undefined {
  for (const [owner, { buckets }] of state) {
    const bucket = buckets.get(name);
    if (bucket !== undefined) return { bucket, owner };
  }
  return undefined;
}

export function putBucket({ owner }: OwnedBucket, bucket: Bucket): Change {
  return put(owner, 'buckets', bucket.name, bucket);
}

const noSuchBucket = refuse('NoSuchBucket', 'The specified bucket does not exist');

/** The question whether the caller may do something with a bucket or, with a key, an object in it. */
export function bucketAsk(
  action: string,
  { bucket, owner }: OwnedBucket,
  { key, context }: { readonly key?: string; readonly context?: RequestContext } = {},
): Ask {
  const arn = `arn:aws:s3:::${bucket.name}`;
  return {
    action: `s3:${action}`,
    resource: key === undefined ? arn : `${arn}/${key}`,
    resourceAccount: owner,
    context: { 's3:ResourceAccount': owner, ...context },
  };
}

/**
 * A row about one bucket, of whatever account. S3 says to anyone that there is no such bucket; then it asks the
 * policies, its own action unless `asks` says otherwise.
 */
export function inBucket(
  name: string,
  run: (call: Call, found: OwnedBucket) => Outcome | Refusal,
  more: {
    readonly reads?: true;
    readonly asks?: (call: Call, found: OwnedBucket) => readonly Ask[] | Refusal;
  } = {},
): Operation {
  return {
    service: 's3',
    name,
    ...(more.reads && { reads: true }),
    asks: (call) => {
      const found = bucketNamed(call.state, text(call.input, 'Bucket'));
      if (found === undefined) return noSuchBucket;
      return more.asks?.(call, found) ?? [bucketAsk(name, found)];
    },
    run: (call) => {
      const found = bucketNamed(call.state, text(call.input, 'Bucket'));
      return found === undefined ? noSuchBucket : run(call, found);
    },
  };
}
