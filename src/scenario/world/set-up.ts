import {
  accountStart,
  newTranscriptState,
  newWorld,
  runTranscript,
  startPassword,
  type AwsPolicy,
  type Printed,
  type TranscriptState,
  type World as AccountWorld,
} from '#account';
import { parsePolicy } from '#iam';
import { asJson, textOf } from './texts.ts';
import { organizationRows } from './organization-rows.ts';
import { groupRow, managedRow, resourceRow, roleRow, userRow, type Placing } from './rows.ts';
import type { World } from './world.ts';

/** Every learner meets the same ids in a mission, and so does whoever grades it again. */
const seed = 20_260_101;

export interface SetUpOptions {
  /** Texts that stand in the place of the world's own, by policy id: a learner's answer. */
  readonly texts?: Readonly<Record<string, string>>;
  /** AWS managed policies by ARN; those that the world itself writes down need not be among them. */
  readonly managed?: AccountWorld['catalogue'];
  /** Milliseconds since 1970 at which the set-up begins. */
  readonly at?: number;
}

/** A moment of 2026, where it makes no difference when. */
export const someTime = 1_767_225_600_000;

/**
 * A scenario's world as rows of a simulated account: nothing in it was done by a call. A policy whose text IAM would
 * refuse is left out, as AWS would never have saved it.
 */
export function accountOfWorld(
  world: World,
  { texts = {}, managed, at = someTime }: SetUpOptions = {},
): AccountWorld {
  const valid = world.policies.flatMap((policy) => {
    const text = texts[policy.id] ?? textOf(policy);
    return parsePolicy(text, policy.type).document === undefined
      ? []
      : [[policy.id, { ...policy, text }] as const];
  });
  const home = world.accounts[0]?.id ?? '';
  const placing: Placing = { policies: new Map(valid), home, at };
  const rows = [
    ...world.accounts.flatMap(({ id, name }) =>
      accountStart(id, { name, email: `root@${id}.example`, at, rootPassword: startPassword }),
    ),
    ...valid.flatMap(([, policy]) => managedRow(policy, placing)),
    ...world.groups.map((group) => groupRow(group, placing)),
    ...world.users.map((user) => userRow(user, placing)),
    ...world.roles.map((role) => roleRow(role, placing)),
    ...world.resources.map((resource) => resourceRow(resource, placing)),
    ...organizationRows(world, placing),
  ];
  return newWorld(rows, at, catalogueOf(world, managed), seed);
}

/** AWS's policies as the world writes them down, over those that were given. */
function catalogueOf(
  world: World,
  managed: AccountWorld['catalogue'] | undefined,
): AccountWorld['catalogue'] {
  const own = world.policies.flatMap(({ arn, document }): (readonly [string, AwsPolicy])[] =>
    arn === undefined || document === undefined || !arn.startsWith('arn:aws:iam::aws:')
      ? []
      : [[arn, { arn, versionId: 'v1', document: asJson(document) }]],
  );
  return new Map([...(managed ?? []), ...own]);
}

/** The world set up, and the lines of its `setUp` run on it: what a learner is handed. `printed`: what the lines said. */
export function beginning(
  world: World,
  options: SetUpOptions,
): { readonly state: TranscriptState; readonly printed: readonly Printed[] } {
  const account = world.accounts[0]?.id ?? '';
  const { printed, state } = runTranscript(
    world.setUp.join('\n'),
    newTranscriptState(accountOfWorld(world, options), account, world.files),
  );
  return { printed, state };
}
