import { parsePolicy, policyQuota, policySize, type JsonObject } from '#iam';
import { tagsIn, text, textIn } from '../../calls/input.ts';
import type { Call, Operation } from '../../calls/operation.ts';
import { refuse, type Refusal } from '../../calls/refusal.ts';
import { hexId } from '../../state/ids.ts';
import type { Control, ControlType } from '../../state/organization.ts';
import { put, remove } from '../../state/state.ts';
import { requestTagKeys } from '../../calls/tag-set.ts';
import { policyArn, type Chart } from './chart.ts';
import { controlType, unavailable } from './organization.ts';
import { constraint, invalid, noPolicy } from './refusals.ts';
import { managed, pageOf } from './rows.ts';
import { badTags, tagging } from './tags.ts';

const immutable = invalid("You specified a policy that is managed by AWS and can't be modified.");
const duplicate = refuse('DuplicatePolicyException', 'A policy with the same name already exists.');

export function summary(chart: Chart, control: Control): JsonObject {
  return {
    Id: control.id,
    Arn: policyArn(chart, control),
    Name: control.name,
    Description: control.description,
    Type: control.type,
    AwsManaged: control.awsManaged,
  };
}

function policyOutput(chart: Chart, control: Control): JsonObject {
  return { Policy: { PolicySummary: summary(chart, control), Content: control.content } };
}

/**
 * The refusal of a text that is no policy of the type.
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html
 */
function badContent(content: string, type: ControlType): Refusal | undefined {
  const kind = type === 'SERVICE_CONTROL_POLICY' ? 'scp' : 'rcp';
  if (policySize(content, kind) > policyQuota(kind))
    return constraint('You have exceeded the maximum policy size.');
  return parsePolicy(content, kind).document === undefined
    ? refuse(
        'MalformedPolicyDocumentException',
        'The provided policy document does not meet the requirements of the specified policy type.',
      )
    : undefined;
}

function isTaken({ tables }: Chart, name: string, type: ControlType, but?: string): boolean {
  return [...tables.controls.values()].some(
    (control) => control.name === name && control.type === type && control.id !== but,
  );
}

/** `organizations:PolicyType`, of the policy that the call names. */
export function typeOfPolicy(
  { input }: Call,
  chart: Chart | undefined,
): { 'organizations:PolicyType'?: string } {
  const type = chart?.tables.controls.get(text(input, 'PolicyId'))?.type;
  return type === undefined ? {} : { 'organizations:PolicyType': type };
}

const about = { about: ({ input }: Call) => [text(input, 'PolicyId')], context: typeOfPolicy };

const createPolicy = managed(
  'CreatePolicy',
  ({ input, random, accountId }, chart) => {
    const type = controlType(text(input, 'Type'));
    if (type === undefined || chart.organization.features !== 'ALL')
      return unavailable(chart, text(input, 'Type'));
    const tags = tagsIn(input);
    const [name, content] = [text(input, 'Name'), text(input, 'Content')];
    const bad = badTags(tags) ?? badContent(content, type);
    if (bad) return bad;
    if (isTaken(chart, name, type)) return duplicate;
    const control: Control = {
      id: `p-${hexId(8, random)}`,
      name,
      description: text(input, 'Description'),
      type,
      content,
      awsManaged: false,
      targets: [],
      tags,
    };
    return {
      output: policyOutput(chart, control),
      changes: [put(accountId, 'controls', control.id, control)],
    };
  },
  {
    about: () => ['p-*'],
    context: ({ input }) => ({
      'organizations:PolicyType': text(input, 'Type'),
      ...requestTagKeys(tagsIn(input)),
    }),
    besides: tagging('*'),
  },
);

const updatePolicy = managed(
  'UpdatePolicy',
  ({ input, accountId }, chart) => {
    const control = chart.tables.controls.get(text(input, 'PolicyId'));
    if (control === undefined) return noPolicy;
    if (control.awsManaged) return immutable;
    const name = textIn(input, 'Name') ?? control.name;
    const content = textIn(input, 'Content') ?? control.content;
    const bad = badContent(content, control.type);
    if (bad) return bad;
    if (isTaken(chart, name, control.type, control.id)) return duplicate;
    const after = {
      ...control,
      name,
      content,
      description: textIn(input, 'Description') ?? control.description,
    };
    return { output: policyOutput(chart, after), changes: [put(accountId, 'controls', control.id, after)] };
  },
  about,
);

export const policyRows: readonly Operation[] = [
  createPolicy,
  updatePolicy,
  managed(
    'DescribePolicy',
    ({ input }, chart) => {
      const control = chart.tables.controls.get(text(input, 'PolicyId'));
      return control === undefined ? noPolicy : { output: policyOutput(chart, control) };
    },
    { ...about, reads: true },
  ),
  managed(
    'DeletePolicy',
    ({ input, accountId }, { tables }) => {
      const control = tables.controls.get(text(input, 'PolicyId'));
      if (control === undefined) return noPolicy;
      if (control.awsManaged) return immutable;
      if (control.targets.length > 0)
        return refuse(
          'PolicyInUseException',
          'The policy is attached to one or more entities. You must detach it from all roots, OUs, and accounts before performing this operation.',
        );
      return { changes: [remove(accountId, 'controls', control.id)] };
    },
    about,
  ),
  managed(
    'ListPolicies',
    ({ input }, chart) => ({
      output: pageOf(
        input,
        'Policies',
        [...chart.tables.controls.values()]
          .filter(({ type }) => type === text(input, 'Filter'))
          .map((control) => summary(chart, control)),
      ),
    }),
    { reads: true, context: ({ input }) => ({ 'organizations:PolicyType': text(input, 'Filter') }) },
  ),
];
