import { tagsIn, text, texts } from '../../calls/input.ts';
import type { Call, Operation } from '../../calls/operation.ts';
import type { Refusal } from '../../calls/refusal.ts';
import type { Tag } from '../../state/entities.ts';
import type { Ask } from '../../state/record.ts';
import { put, type Change } from '../../state/state.ts';
import { merged, repeats, requestTagKeys, without } from '../../calls/tag-set.ts';
import { placeInOrganization, type Chart } from './chart.ts';
import { constraint, invalid, noTarget } from './refusals.ts';
import { managed, pageOf, putMember, putOrganization } from './rows.ts';

const maxTags = 50;

/** The refusal of tags that cannot be set together. */
export function badTags(tags: readonly Tag[]): Refusal | undefined {
  if (repeats(tags)) return invalid('You provided duplicate tag keys. Tag keys must be unique.');
  if (tags.some(({ Key }) => Key.toLowerCase().startsWith('aws:')))
    return invalid('You provided a tag key that begins with aws:, which is reserved for AWS use.');
  return tags.length > maxTags
    ? constraint('You have exceeded the number of tags allowed on this resource.')
    : undefined;
}

/** What a call that makes something with tags asks besides: to tag it. */
export function tagging(resource: string): (call: Call) => readonly Ask[] {
  return ({ input }) => {
    const tags = tagsIn(input);
    return tags.length === 0
      ? []
      : [{ action: 'organizations:TagResource', resource, context: requestTagKeys(tags) }];
  };
}

/** The tags of what an id names, and the change that sets others; undefined where there is no such thing. */
function tagged(
  chart: Chart,
  id: string,
): { readonly tags: readonly Tag[]; readonly write: (tags: readonly Tag[]) => Change } | undefined {
  const { management, tables, organization } = chart;
  const control = tables.controls.get(id);
  if (control !== undefined)
    return { tags: control.tags, write: (tags) => put(management, 'controls', id, { ...control, tags }) };
  const place = placeInOrganization(chart, id);
  if (place === undefined) return undefined;
  const unit = tables.units.get(id);
  const member = tables.members.get(id);
  return {
    tags: place.tags,
    write: (tags) => {
      if (unit !== undefined) return put(management, 'units', id, { ...unit, tags });
      return member === undefined
        ? putOrganization(management, { ...organization, tags })
        : putMember(management, { ...member, tags });
    },
  };
}

const about = { about: ({ input }: Call) => [text(input, 'ResourceId')] };

export const tagRows: readonly Operation[] = [
  managed(
    'TagResource',
    ({ input }, chart) => {
      const found = tagged(chart, text(input, 'ResourceId'));
      if (found === undefined) return noTarget;
      const more = tagsIn(input);
      const tags = merged(found.tags, more);
      return badTags(more) ?? badTags(tags) ?? { changes: [found.write(tags)] };
    },
    { ...about, context: ({ input }) => requestTagKeys(tagsIn(input)) },
  ),
  managed(
    'UntagResource',
    ({ input }, chart) => {
      const found = tagged(chart, text(input, 'ResourceId'));
      if (found === undefined) return noTarget;
      return { changes: [found.write(without(found.tags, texts(input, 'TagKeys')))] };
    },
    { ...about, context: ({ input }) => ({ 'aws:TagKeys': texts(input, 'TagKeys') }) },
  ),
  managed(
    'ListTagsForResource',
    ({ input }, chart) => {
      const found = tagged(chart, text(input, 'ResourceId'));
      if (found === undefined) return noTarget;
      return { output: pageOf(input, 'Tags', found.tags) };
    },
    { ...about, reads: true },
  ),
];
