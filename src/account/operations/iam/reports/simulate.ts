import {
  isJsonObject,
  origin,
  type JsonObject,
  type JsonValue,
  type PolicyDocument,
  type RequestContext,
} from '#iam';
import { controlLevels } from '../../../calls/controls.ts';
import { documentOf } from '../../../calls/documents.ts';
import { list, text, textIn, texts } from '../../../calls/input.ts';
import { malformedPolicy } from '../../../calls/malformed-policy.ts';
import type { Call, Operation, Outcome } from '../../../calls/operation.ts';
import { managedDocument } from '../../../calls/policies-for.ts';
import { isRefusal, refuse, type Refusal } from '../../../calls/refusal.ts';
import { refusedInputs } from './context-keys.ts';
import { page } from '../kinds.ts';
import { asksAboutSource, documentsOf, withSource, type PolicySource } from './policy-source.ts';
import { passedDocument, simulate, type Simulation } from './simulation.ts';

const userArn = /^arn:aws[a-z-]*:iam::\d{12}:user\/[!-~]+$/;
const anyArn = /^arn:[^:]*:[^:]*:[^:]*:[^:]*:.+$/;

function invalid(message: string): Refusal {
  return refuse('InvalidInput', message);
}

/** What is wrong with the parameters that both simulations have. */
function refusedParameters({ input }: Call): Refusal | undefined {
  const documents = [
    ...texts(input, 'PolicyInputList'),
    ...texts(input, 'PermissionsBoundaryPolicyInputList'),
  ];
  const resource = textIn(input, 'ResourcePolicy');
  const badPolicy =
    resource === undefined || malformedPolicy(resource, 'trust') === undefined
      ? undefined
      : malformedPolicy(resource, 'resource');
  const badAction = texts(input, 'ActionNames').find((action) => !/^[\w-]+:[\w-]+$/.test(action));
  const badArn = texts(input, 'ResourceArns').find((arn) => arn !== '*' && !anyArn.test(arn));
  const caller = textIn(input, 'CallerArn');
  if (badAction !== undefined) return invalid(`Invalid action name: ${badAction}`);
  if (badArn !== undefined) return invalid(`Invalid resource ARN: ${badArn}`);
  if (caller !== undefined && !userArn.test(caller))
    return invalid(`CallerArn must be the ARN of an IAM user: ${caller}`);
  if (texts(input, 'PermissionsBoundaryPolicyInputList').length > 1)
    return invalid('Only one permissions boundary can be simulated.');
  return refusedInputs(documents) ?? (badPolicy && invalid(badPolicy.message));
}

function contextOf(input: JsonObject): RequestContext {
  return Object.fromEntries(
    list(input, 'ContextEntries')
      .filter((entry) => isJsonObject(entry))
      .map((entry) => {
        const values = texts(entry, 'ContextKeyValues');
        const many = text(entry, 'ContextKeyType').endsWith('List');
        return [text(entry, 'ContextKeyName'), many ? values : (values[0] ?? '')];
      }),
  );
}

/** What both simulations take from their parameters; `held` are the policies of the source. */
function answer(
  { input, accountId }: Call,
  held: Pick<Simulation, 'policies' | 'holder'> & { readonly caller?: string | undefined },
): Outcome | Refusal {
  const caller = textIn(input, 'CallerArn') ?? held.caller;
  const resource = textIn(input, 'ResourcePolicy');
  const boundary = texts(input, 'PermissionsBoundaryPolicyInputList')[0];
  const resources = texts(input, 'ResourceArns');
  const owner = /\d{12}/.exec(text(input, 'ResourceOwner'))?.[0];
  const passed = texts(input, 'PolicyInputList').map((document, index) =>
    passedDocument(documentOf(document, 'identity'), `PolicyInputList.${index + 1}`),
  );
  const results = simulate({
    ...(caller !== undefined && { caller }),
    ...(held.holder !== undefined && { holder: held.holder }),
    account: /^arn:[^:]*:iam::(\d{12}):/.exec(caller ?? '')?.[1] ?? accountId,
    policies: {
      ...held.policies,
      identity: [...held.policies.identity, ...passed],
      ...(boundary !== undefined && {
        boundary: passedDocument(documentOf(boundary, 'boundary'), 'PermissionsBoundaryPolicyInputList.1'),
      }),
      ...(resource !== undefined && {
        resource: passedDocument(documentOf(resource, 'resource'), 'ResourcePolicy'),
      }),
    },
    context: contextOf(input),
    actions: texts(input, 'ActionNames'),
    ...(resources.length > 0 && { resources }),
    ...(owner !== undefined && { owner }),
  });
  return { output: page(input, 'EvaluationResults', results) };
}

/** Whether the call leaves a policy of the source out. */
function excluded(input: JsonObject, { kind, entity }: PolicySource) {
  const exclusions = list(input, 'PolicyExclusionList').filter((one) => isJsonObject(one));
  const types = new Set(exclusions.map((one) => text(one, 'PolicyType')));
  const arns = new Set(exclusions.map((one) => text(one, 'PolicyArn')));
  const inline = new Set(
    exclusions.map((one) => {
      const by = one['InlinePolicyIdentifier'];
      return isJsonObject(by)
        ? [text(by, 'AttachmentType'), text(by, 'AttachmentName'), text(by, 'PolicyName')].join('/')
        : '';
    }),
  );
  return {
    boundary: types.has('permission-boundary'),
    scps: types.has('scp'),
    document: (document: JsonValue): boolean => {
      if (!isJsonObject(document)) return false;
      const { arn, name = '', group } = (document as PolicyDocument)[origin] ?? {};
      if (arn !== undefined) return arns.has(arn);
      return inline.has([...(group === undefined ? [kind, entity.name] : ['group', group]), name].join('/'));
    },
  };
}

function ofPrincipal(call: Call, source: PolicySource): Outcome | Refusal {
  const refused = refusedParameters(call);
  if (refused !== undefined) return refused;
  const { input, world, account, accountId, state } = call;
  if (
    source.kind !== 'user' &&
    textIn(input, 'ResourcePolicy') !== undefined &&
    textIn(input, 'CallerArn') === undefined
  )
    return invalid('CallerArn is required with a ResourcePolicy where PolicySourceArn is no IAM user.');
  const leaves = excluded(input, source);
  const arn = source.kind === 'group' ? undefined : source.entity.boundary;
  const boundary =
    arn === undefined || leaves.boundary ? undefined : managedDocument(world, account, arn, 'boundary');
  return answer(call, {
    caller: source.kind === 'group' ? undefined : source.arn,
    holder: { kind: source.kind, name: source.entity.name },
    policies: {
      identity: documentsOf(call, source).filter((document) => !leaves.document(document)),
      ...(boundary !== undefined && { boundary }),
      scps: leaves.scps ? null : controlLevels(state, accountId, 'SERVICE_CONTROL_POLICY'),
    },
  });
}

function ofCustom(call: Call): Outcome | Refusal {
  const refused = refusedParameters(call);
  if (refused !== undefined) return refused;
  const levels = list(call.input, 'OrderedOrganizationPolicyInputList')
    .filter((level) => isJsonObject(level))
    .map((level) => texts(level, 'ServiceControlPolicyInputList'));
  const malformed = levels
    .flat()
    .map((one) => malformedPolicy(one, 'scp'))
    .find(isRefusal);
  if (malformed !== undefined) return invalid(malformed.message);
  return answer(call, {
    policies: {
      identity: [],
      scps: levels.length === 0 ? null : levels.map((level) => level.map((one) => documentOf(one, 'scp'))),
    },
  });
}

/**
 * The policy simulator: what policies would decide, without a call being made. It looks at the policies it is given,
 * not at the circumstances of a call: condition keys have the values that the call gives them.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_testing-policies.html
 */
export const simulateOperations: readonly Operation[] = [
  {
    service: 'iam',
    name: 'SimulatePrincipalPolicy',
    reads: true,
    asks: asksAboutSource('iam:SimulatePrincipalPolicy', 'PolicySourceArn'),
    run: withSource('PolicySourceArn', ofPrincipal),
  },
  { service: 'iam', name: 'SimulateCustomPolicy', reads: true, run: ofCustom },
];
