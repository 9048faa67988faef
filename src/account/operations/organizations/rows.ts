import type { JsonObject, RequestContext } from '#iam';
import { numberIn, textIn } from '../../calls/input.ts';
import type { Call, Operation, Outcome } from '../../calls/operation.ts';
import type { Refusal } from '../../calls/refusal.ts';
import { put, type Change } from '../../state/state.ts';
import type { Control, Member, Organization } from '../../state/organization.ts';
import { tagRecord } from '../../calls/names.ts';
import type { Ask } from '../../state/record.ts';
import { chartOf, placeArn, placeInOrganization, policyArn, type Chart } from './chart.ts';
import { notInUse, notManagement } from './refusals.ts';

interface More {
  readonly reads?: true;
  /** Ids of the roots, units, accounts and policies that the call is about. Absent: `*`. */
  readonly about?: (call: Call) => readonly string[];
  readonly context?: (call: Call, chart: Chart | undefined) => RequestContext;
  /** What is asked besides. */
  readonly besides?: (call: Call, chart: Chart) => readonly Ask[];
}

/**
 * A row that only the management account can call; other accounts are told so, and an account in no organization that
 * there is none.
 * @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_Operations.html
 */
export function managed(
  name: string,
  run: (call: Call, chart: Chart) => Outcome | Refusal,
  more: More = {},
): Operation {
  return {
    service: 'organizations',
    name,
    ...(more.reads && { reads: true }),
    asks: (call) => asksFor(name, call, more),
    run: (call) => {
      const chart = chartOf(call.state, call.accountId);
      if (chart === undefined) return notInUse;
      return chart.management === call.accountId ? run(call, chart) : notManagement;
    },
  };
}

function asksFor(name: string, call: Call, { about, context, besides }: More): readonly Ask[] {
  const action = `organizations:${name}`;
  const chart = chartOf(call.state, call.accountId);
  const more = context?.(call, chart);
  if (chart?.management !== call.accountId)
    return [{ action, resource: '*', ...(more && { context: more }) }];
  const ids = about?.(call);
  const own: readonly Ask[] =
    ids === undefined
      ? [{ action, resource: '*', ...(more && { context: more }) }]
      : ids.map((id) => ({
          action,
          resource: arnOf(chart, id),
          context: { ...resourceTags(chart, id), ...more },
        }));
  return [...own, ...(besides?.(call, chart) ?? [])];
}

function arnOf(chart: Chart, id: string): string {
  if (!id.startsWith('p-')) return placeArn(chart, id);
  const known = chart.tables.controls.get(id);
  const unknown = { id, type: 'SERVICE_CONTROL_POLICY', awsManaged: false } as Control;
  return policyArn(chart, known ?? unknown);
}

function resourceTags(chart: Chart, id: string): RequestContext {
  const tags = placeInOrganization(chart, id)?.tags ?? chart.tables.controls.get(id)?.tags ?? [];
  return Object.fromEntries(
    Object.entries(tagRecord(tags)).map(([key, value]) => [`aws:ResourceTag/${key}`, value]),
  );
}

/** One page of a list, as Organizations gives it: `MaxResults` (20 unless told), from `NextToken` on. */
export function pageOf(input: JsonObject, name: string, all: readonly JsonObject[]): JsonObject {
  const from = Number(textIn(input, 'NextToken') ?? '0');
  const to = from + (numberIn(input, 'MaxResults') ?? 20);
  return { [name]: all.slice(from, to), ...(all.length > to && { NextToken: String(to) }) };
}

export function putOrganization(account: string, organization: Organization): Change {
  return put(account, 'organization', 'organization', organization);
}

export function putMember(account: string, member: Member): Change {
  return put(account, 'members', member.id, member);
}

/** The changes that attach what AWS attaches to every new place, or take a place that is gone off all policies. */
export function attachedAnew(
  { management, tables, organization }: Chart,
  id: string,
  gone = false,
): Change[] {
  return [...tables.controls.values()]
    .filter(({ awsManaged, type, targets }) =>
      gone ? targets.includes(id) : awsManaged && organization.enabledTypes.includes(type),
    )
    .map((control) =>
      put(management, 'controls', control.id, {
        ...control,
        targets: gone ? control.targets.filter((target) => target !== id) : [...control.targets, id],
      }),
    );
}
