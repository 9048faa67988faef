import { tagsIn, texts } from '../../calls/input.ts';
import type { Operation } from '../../calls/operation.ts';
import type { Tag } from '../../state/entities.ts';
import type { Change } from '../../state/state.ts';
import { requestTagKeys, reservedTagKeys, withTags } from '../../calls/tag-set.ts';
import { about, page, type Kind } from './kinds.ts';

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
        const refused = reservedTagKeys(texts(input, 'TagKeys'));
        if (refused !== undefined) return refused;
        const gone = new Set(texts(input, 'TagKeys').map((key) => (fold ? key.toLowerCase() : key)));
        const tags = entity.tags.filter(({ Key }) => !gone.has(fold ? Key.toLowerCase() : Key));
        return { changes: [write(accountId, { ...entity, tags })] };
      },
      { context: ({ input }) => ({ 'aws:TagKeys': texts(input, 'TagKeys') }) },
    ),
    about(kind, `List${noun}Tags`, ({ input }, { tags }) => ({ output: page(input, 'Tags', tags) }), {
      reads: true,
    }),
  ];
}
