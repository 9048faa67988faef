import type { RequestContext } from '#iam';
import { tagsIn, texts } from '../../calls/input.ts';
import type { Call } from '../../calls/operation.ts';
import { refuse, type Refusal } from '../../calls/refusal.ts';
import { requestTagKeys, withTags } from '../../calls/tag-set.ts';
import type { Tag } from '../../state/entities.ts';

/** The tags a session will have, and the keys of those that go on to the sessions it makes. */
export interface SessionTags {
  readonly tags: readonly Tag[];
  readonly transitive: readonly string[];
}

/** Tags that a session of the caller passes on, whatever the call says. */
function inherited({ caller }: Call): readonly Tag[] {
  const keys = new Set(caller.session?.transitiveTags.map((key) => key.toLowerCase()));
  return caller.session?.tags.filter(({ Key }) => keys.has(Key.toLowerCase())) ?? [];
}

/**
 * The tags of the session that a call makes: those it brings and those it inherits. A transitive tag cannot be set
 * anew further down the chain.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html
 */
export function sessionTags(
  call: Call,
  passed: readonly Tag[] = tagsIn(call.input),
  passedOn: readonly string[] = texts(call.input, 'TransitiveTagKeys'),
): SessionTags | Refusal {
  const tags = withTags([], passed, true);
  if ('refused' in tags) return refuse('InvalidParameterValue', tags.message);
  const before = inherited(call);
  const keys = new Set(tags.map(({ Key }) => Key.toLowerCase()));
  if (before.some(({ Key }) => keys.has(Key.toLowerCase())))
    return refuse(
      'InvalidParameterValue',
      "One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key from the calling session.",
    );
  if (passedOn.some((key) => !keys.has(key.toLowerCase())))
    return refuse(
      'InvalidParameterValue',
      'The specified transitive tag key must be included in the requested tags.',
    );
  return {
    tags: [...before, ...tags],
    transitive: [...before.map(({ Key }) => Key), ...passedOn],
  };
}

/** Tags of a session as condition keys of the call that makes it. */
export function sessionTagKeys({ tags, transitive }: SessionTags): RequestContext {
  return {
    ...requestTagKeys(tags),
    ...(transitive.length > 0 && { 'sts:TransitiveTagKeys': transitive }),
  };
}
