import type { RequestContext } from '#iam';
import type { Tag } from '../state/entities.ts';
import { refuse, type Refusal } from './refusal.ts';

/** Tags with more of them; a key that is there gets the new value. Keys differ by case. */
export function merged(before: readonly Tag[], more: readonly Tag[]): readonly Tag[] {
  return [...new Map([...before, ...more].map((tag) => [tag.Key, tag])).values()];
}

export function without(before: readonly Tag[], keys: readonly string[]): readonly Tag[] {
  return before.filter(({ Key }) => !keys.includes(Key));
}

/** Whether a key comes twice. */
export function repeats(tags: readonly Tag[]): boolean {
  return merged([], tags).length < tags.length;
}

/** Tags as condition keys under the prefixes: `aws:ResourceTag/team`, `ec2:ResourceTag/team`. */
export function tagContext(
  tags: readonly Tag[],
  prefixes: readonly string[] = ['aws:ResourceTag'],
): RequestContext {
  return Object.fromEntries(
    prefixes.flatMap((prefix) => tags.map(({ Key, Value }) => [`${prefix}/${Key}`, Value])),
  );
}

/** Tags that a call brings, as condition keys: `aws:RequestTag/team`, `aws:TagKeys`. */
export function requestTagKeys(tags: readonly Tag[]): RequestContext {
  if (tags.length === 0) return {};
  return {
    ...Object.fromEntries(tags.map(({ Key, Value }) => [`aws:RequestTag/${Key}`, Value])),
    'aws:TagKeys': tags.map(({ Key }) => Key),
  };
}

/** Tags of an entity as condition keys: `aws:ResourceTag/team`, and IAM's own `iam:ResourceTag/team`. */
export function tagKeys(tags: readonly Tag[]): RequestContext {
  return Object.fromEntries(
    tags.flatMap(({ Key, Value }) => [
      [`aws:ResourceTag/${Key}`, Value],
      [`iam:ResourceTag/${Key}`, Value],
    ]),
  );
}

/** Tags of an IAM entity or of a session. */
const maxTags = 50;

/** Keys under `aws:` are AWS's own: nobody else may set or remove them. */
export function reservedTagKeys(keys: readonly string[]): Refusal | undefined {
  return keys.some((key) => key.toLowerCase().startsWith('aws:'))
    ? refuse('InvalidInput', 'aws: prefixed tag key names are not allowed for external use.')
    : undefined;
}

/**
 * The tags of an entity with more of them; a key that differs only by case is the same key where `fold` says so.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html
 */
export function withTags(
  before: readonly Tag[],
  more: readonly Tag[],
  fold: boolean,
): readonly Tag[] | Refusal {
  const key = (tag: Tag): string => (fold ? tag.Key.toLowerCase() : tag.Key);
  if (new Set(more.map(key)).size < more.length)
    return refuse(
      'InvalidInput',
      'Duplicate tag keys found. Please note that Tag keys are case insensitive.',
    );
  const refused = reservedTagKeys(more.map(({ Key }) => Key));
  if (refused !== undefined) return refused;
  const all = new Map([...before, ...more].map((tag) => [key(tag), tag]));
  if (all.size > maxTags)
    return refuse('LimitExceeded', `Cannot exceed quota for TagsPerResource: ${maxTags}`);
  return [...all.values()];
}
