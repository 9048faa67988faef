import type { JsonObject } from '#iam';
import { tagsIn, texts } from '../../calls/input.ts';
import type { Operation } from '../../calls/operation.ts';
import { refuse, type Refusal } from '../../calls/refusal.ts';
import { requestTagKeys } from '../../calls/tag-set.ts';
import type { Tag } from '../../state/entities.ts';
import type { Change } from '../../state/state.ts';
import { about, overQuota, page, type Kind } from './kinds.ts';

const maxTags = 50;

/** Keys under `aws:` are AWS's own: nobody else may set or remove them. */
function reserved(keys: readonly string[]): Refusal | undefined {
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
  const refused = reserved(more.map(({ Key }) => Key));
  if (refused !== undefined) return refused;
  const merged = new Map([...before, ...more].map((tag) => [key(tag), tag]));
  if (merged.size > maxTags) return overQuota('TagsPerResource', maxTags);
  return [...merged.values()];
}

/** The three tag operations of a kind of entity: `TagUser`, `UntagUser`, `ListUserTags`. */
export function tagOperations<Entity extends { readonly tags: readonly Tag[] }>(
  kind: Kind<Entity>,
  noun: string,
  write: (account: string, entity: Entity) => Change,
  fold = false,
): readonly Operation[] {
  return [
    about(
      kind,
      `Tag${noun}`,
      ({ input, accountId }, entity) => {
        const tags = withTags(entity.tags, tagsIn(input), fold);
        return 'refused' in tags ? tags : { changes: [write(accountId, { ...entity, tags })] };
      },
      { context: ({ input }) => requestTagKeys(tagsIn(input)) },
    ),
    about(
      kind,
      `Untag${noun}`,
      ({ input, accountId }, entity) => {
        const refused = reserved(texts(input, 'TagKeys'));
        if (refused !== undefined) return refused;
        const gone = new Set(texts(input, 'TagKeys').map((key) => (fold ? key.toLowerCase() : key)));
        const tags = entity.tags.filter(({ Key }) => !gone.has(fold ? Key.toLowerCase() : Key));
        return { changes: [write(accountId, { ...entity, tags })] };
      },
      { context: ({ input }) => ({ 'aws:TagKeys': texts(input, 'TagKeys') }) },
    ),
    about(
      kind,
      `List${noun}Tags`,
      ({ input }, { tags }) => ({ output: page(input, 'Tags', tags as readonly (Tag & JsonObject)[]) }),
      { reads: true },
    ),
  ];
}
