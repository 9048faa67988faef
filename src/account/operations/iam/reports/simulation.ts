import {
  authorizer,
  isJsonObject,
  withOrigin,
  type AccessRequest,
  type Authorizer,
  type Decision,
  type Evaluation,
  type GateName,
  type JsonObject,
  type JsonValue,
  type PolicySet,
  type RequestContext,
  type StatementResult,
} from '#iam';
import { isAwsManaged } from '../policies/managed-policies.ts';

/** What the policy simulator is asked: who calls, with which policies, what of which resources. */
export interface Simulation {
  /** Absent: nobody in particular; then no condition key follows from who calls. */
  readonly caller?: string;
  readonly account: string;
  /** Whose policies they are: `user_ana` in the ids of inline policies. */
  readonly holder?: { readonly kind: 'user' | 'group' | 'role'; readonly name: string };
  readonly policies: PolicySet;
  readonly context: RequestContext;
  readonly actions: readonly string[];
  /** Absent: all, `*`. */
  readonly resources?: readonly string[];
  readonly owner?: string;
}

/** The id of a document that a call passes, and of the one that stands in for a missing resource-based policy. */
export function passedDocument(document: JsonValue, id: string): JsonValue {
  return isJsonObject(document) ? withOrigin(document, { id, name: id }) : document;
}

/** A role's trust policy is asked for sts: calls on the role, and has no Resource. */
function isTrust(action: string, resource: string): boolean {
  return /^sts:/i.test(action) && resource.includes(':role/');
}

/**
 * Role trust policies and key policies are not looked at unless one is passed: the simulator then leaves it to the
 * identity-based policies, as if the resource delegated to the account.
 */
function delegating(account: string, trust: boolean): JsonValue {
  const Principal = { AWS: `arn:aws:iam::${account}:root` };
  const statement = trust
    ? { Effect: 'Allow', Principal, Action: 'sts:*' }
    : { Effect: 'Allow', Principal, Action: '*', Resource: '*' };
  return { Version: '2012-10-17', Statement: [statement] };
}

/** The answer for every action, on all resources together and on each. */
export function simulate(simulation: Simulation): readonly JsonObject[] {
  const { account, caller, policies, context, actions, resources, owner } = simulation;
  const deciding = (trust: boolean): Authorizer =>
    authorizer({ ...policies, resource: policies.resource ?? delegating(account, trust) });
  const [onRoles, onOthers] = [deciding(true), deciding(false)];
  const principal = caller ?? `arn:aws:iam::${account}:user/nobody`;
  const passes = policies.resource !== undefined;
  return actions.map((action) => {
    const answers = (resources ?? ['*']).map((resource): Evaluation => {
      const request: AccessRequest = {
        principal,
        action,
        resource,
        context,
        ...(passes ? owner !== undefined && { resourceAccount: owner } : { resourceAccount: account }),
        ...(caller === undefined && { contextComplete: true }),
      };
      return (isTrust(action, resource) ? onRoles : onOthers).evaluate(request);
    });
    return result(simulation, action, answers);
  });
}

const severity: readonly Decision[] = ['allowed', 'implicitDeny', 'cannotEvaluate', 'explicitDeny'];

function decisionOf({ decision }: Evaluation): string {
  return decision === 'cannotEvaluate' ? 'implicitDeny' : decision;
}

/**
 * One result an action: the most restrictive decision of all resources, and that of each.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_EvaluationResult.html
 */
function result(simulation: Simulation, action: string, answers: readonly Evaluation[]): JsonObject {
  const strictest = answers.toSorted(
    (left, right) => severity.indexOf(right.decision) - severity.indexOf(left.decision),
  )[0];
  const { resources } = simulation;
  const matched = answers
    .filter(({ decision }) => decision === strictest?.decision)
    .flatMap((answer) => answer.matched);
  const organizations = decided(answers, 'scp');
  const details = crossAccount(answers);
  return {
    EvalActionName: action,
    ...(answers.length === 1 && { EvalResourceName: resources?.[0] ?? '*' }),
    EvalDecision: strictest === undefined ? 'implicitDeny' : decisionOf(strictest),
    MatchedStatements: statements(simulation, matched),
    MissingContextValues: [...new Set(answers.flatMap(missing))],
    ...(organizations !== undefined && {
      OrganizationsDecisionDetail: { AllowedByOrganizations: organizations },
    }),
    ...boundaryDetail(answers),
    ...(resources !== undefined && {
      EvalDecisionDetails: details,
      ResourceSpecificResults: answers.map((answer) => ({
        EvalResourceName: answer.request.resource,
        EvalResourceDecision: decisionOf(answer),
        MatchedStatements: statements(simulation, answer.matched),
        MissingContextValues: missing(answer),
        EvalDecisionDetails: crossAccount([answer]),
        ...boundaryDetail([answer]),
      })),
    }),
  };
}

/** Whether a layer lets all of the requests pass; undefined where it has no say. */
function decided(answers: readonly Evaluation[], layer: GateName): boolean | undefined {
  const outcomes = answers
    .map(({ gates }) => gates.find(({ gate }) => gate === layer)?.outcome)
    .filter((outcome) => outcome !== undefined && outcome !== 'absent');
  return outcomes.length === 0 ? undefined : outcomes.every((outcome) => outcome === 'allows');
}

function boundaryDetail(answers: readonly Evaluation[]): JsonObject {
  const allowed = decided(answers, 'boundary');
  return allowed === undefined
    ? {}
    : { PermissionsBoundaryDecisionDetail: { AllowedByPermissionsBoundary: allowed } };
}

/** How the two sides of a request between accounts decide; empty within one account. */
function crossAccount(answers: readonly Evaluation[]): JsonObject {
  if (!answers.some((answer) => answer.crossAccount)) return {};
  const said = (layer: GateName): string => {
    const outcomes = answers.map(({ gates }) => gates.find(({ gate }) => gate === layer)?.outcome);
    if (outcomes.includes('denies')) return 'explicitDeny';
    return outcomes.every((outcome) => outcome === 'allows') ? 'allowed' : 'implicitDeny';
  };
  return { 'IAM Policy': said('identity'), 'Resource Policy': said('resource') };
}

/** The keys that a statement asks for and the call gives no value of. */
function missing({ gates, context }: Evaluation): readonly string[] {
  const known = new Set(Object.keys(context).map((key) => key.toLowerCase()));
  const keys = new Map<string, string>();
  const note = (key: string): void => {
    if (!known.has(key.toLowerCase())) keys.set(key.toLowerCase(), key);
  };
  for (const { gate, statements: described } of gates)
    for (const { elements } of gate === 'denyScan' ? [] : described)
      for (const { key, patterns } of elements) {
        if (key !== undefined) note(key);
        for (const pattern of patterns)
          for (const [, variable = ''] of pattern.matchAll(/\$\{([^},]+:[^},]+)/g)) note(variable);
      }
  return [...keys.values()];
}

function statements({ holder }: Simulation, matched: readonly StatementResult[]): readonly JsonObject[] {
  const described = matched.map(({ source }): JsonObject => {
    const { policyArn, policyId, policyName = '', group, layer, range } = source;
    const owner = group === undefined ? holder : { kind: 'group', name: group };
    const identified = ((): readonly [string, string] => {
      if (layer === 'resource') return [policyId ?? 'ResourcePolicy', 'resource'];
      if (policyArn !== undefined)
        return [policyName, isAwsManaged(policyArn) ? 'aws-managed' : 'user-managed'];
      if (policyId !== undefined || owner === undefined) return [policyId ?? policyName, 'none'];
      return [`${owner.kind}_${owner.name}_${policyName}`, owner.kind];
    })();
    return {
      SourcePolicyId: identified[0],
      SourcePolicyType: identified[1],
      ...(range !== undefined && {
        StartPosition: { Line: range.startLine, Column: range.startColumn },
        EndPosition: { Line: range.endLine, Column: range.endColumn },
      }),
    };
  });
  return [...new Map(described.map((one) => [JSON.stringify(one), one])).values()];
}
