import { isJsonObject } from '#iam';
import { list, tagsIn, text, texts, textIn } from '../../../calls/input.ts';
import type { Call, Operation } from '../../../calls/operation.ts';
import { refuse, type Refusal } from '../../../calls/refusal.ts';
import { merged, repeats, requestTagKeys } from '../../../calls/tag-set.ts';
import type { Tag } from '../../../state/entities.ts';
import type { Instance } from '../../../state/resources.ts';
import { badIds, instanceAsk, instanceNamed, noInstance, putInstance, unlessDry } from './instance.ts';

const maxTags = 50;

/** The refusal of tags that an instance cannot have. */
export function badTags(tags: readonly Tag[]): Refusal | undefined {
  if (repeats(tags)) return refuse('InvalidParameterValue', 'Duplicate tag key specified.');
  if (tags.some(({ Key }) => Key.startsWith('aws:')))
    return refuse('InvalidParameterValue', "Tag keys starting with 'aws:' are reserved for internal use");
  return tags.length > maxTags
    ? refuse('TagLimitExceeded', 'The maximum number of Tags for a resource has been reached.')
    : undefined;
}

/** Tags that a call takes away: by key, or, where it says one, by key and value. None named: all. */
function left(before: readonly Tag[], { input }: Call): readonly Tag[] {
  const gone = list(input, 'Tags').filter((one) => isJsonObject(one));
  if (gone.length === 0) return [];
  return before.filter(
    ({ Key, Value }) =>
      !gone.some((tag) => text(tag, 'Key') === Key && (textIn(tag, 'Value') ?? Value) === Value),
  );
}

/** Of what EC2 has, only instances have tags here. */
function tagRow(
  name: 'CreateTags' | 'DeleteTags',
  tagged: (call: Call, before: Instance) => readonly Tag[],
): Operation {
  const idsIn = ({ input }: Call): readonly string[] => texts(input, 'Resources');
  return {
    service: 'ec2',
    name,
    asks: (call) => {
      const other = idsIn(call).find((id) => !id.startsWith('i-'));
      if (other !== undefined) return refuse('InvalidID', `The ID '${other}' is not valid`);
      const brought = tagsIn(call.input);
      const keys =
        name === 'CreateTags' ? requestTagKeys(brought) : { 'aws:TagKeys': brought.map(({ Key }) => Key) };
      return badIds(idsIn(call)) ?? idsIn(call).map((id) => instanceAsk(name, call, id, keys));
    },
    run: (call) => {
      const found = idsIn(call).flatMap((id) => instanceNamed(call, id) ?? []);
      const missing = idsIn(call).filter((id) => instanceNamed(call, id) === undefined);
      if (missing.length > 0) return noInstance(missing);
      const after = found.map((instance) => ({ ...instance, tags: tagged(call, instance) }));
      const bad =
        (name === 'CreateTags' ? badTags(tagsIn(call.input)) : undefined) ??
        after.map(({ tags }) => badTags(tags)).find((refusal) => refusal !== undefined);
      if (bad) return bad;
      return unlessDry(call, { changes: after.map((instance) => putInstance(call.accountId, instance)) });
    },
  };
}

export const tagRows: readonly Operation[] = [
  tagRow('CreateTags', ({ input }, { tags }) => merged(tags, tagsIn(input))),
  tagRow('DeleteTags', (call, { tags }) => left(tags, call)),
];
