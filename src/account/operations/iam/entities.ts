import type { JsonObject } from '#iam';
import { tagsIn, text, textIn } from '../../calls/input.ts';
import { iamArn } from '../../calls/names.ts';
import type { Call, Operation } from '../../calls/operation.ts';
import { requestTagKeys } from '../../calls/tag-set.ts';
import type { Ask } from '../../state/record.ts';
import type { Account } from '../../state/state.ts';
import { page } from './kinds.ts';

type ArnKind = Parameters<typeof iamArn>[1];

/** The path that a call gives a new entity: `/` unless told. */
export function pathIn(input: JsonObject): string {
  return textIn(input, 'Path') ?? '/';
}

/**
 * The question of an operation that makes an entity: its own action on the ARN that is to be, with the tags and the
 * permissions boundary that the call brings.
 */
export function askToMake(
  action: string,
  kind: ArnKind,
  nameParameter: string,
): (call: Call) => readonly Ask[] {
  return ({ accountId, input }) => {
    const boundary = textIn(input, 'PermissionsBoundary');
    return [
      {
        action,
        resource: iamArn(accountId, kind, { path: pathIn(input), name: text(input, nameParameter) }),
        context: {
          ...requestTagKeys(tagsIn(input)),
          ...(boundary !== undefined && { 'iam:PermissionsBoundary': boundary }),
        },
      },
    ];
  };
}

/** The row that lists all entities of a kind whose path begins with `PathPrefix`, page by page. */
export function listOperation<Entity extends { readonly path: string }>(
  name: string,
  kind: ArnKind,
  member: string,
  all: (account: Account) => ReadonlyMap<string, Entity>,
  output: (call: Call, entity: Entity) => JsonObject,
): Operation {
  return {
    service: 'iam',
    name,
    reads: true,
    asks: ({ accountId, input }) => [
      {
        action: `iam:${name}`,
        resource: `arn:aws:iam::${accountId}:${kind}${textIn(input, 'PathPrefix') ?? '/'}`,
      },
    ],
    run: (call) => {
      const prefix = textIn(call.input, 'PathPrefix') ?? '/';
      const found = [...all(call.account).values()].filter(({ path }) => path.startsWith(prefix));
      return {
        output: page(
          call.input,
          member,
          found.map((one) => output(call, one)),
        ),
      };
    },
  };
}
