import type { RequestContext } from '#iam';
import type { Tag } from '../state/entities.ts';

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
