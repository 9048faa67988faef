import type { AccessRequest, PolicySet } from '../request/request.ts';
import { accessDeniedMessage } from './access-denied.ts';
import { gatesOf, sideOf } from './gates.ts';
import { CompiledPolicies, type Plan } from './policies.ts';
import { prepareRequest, type MalformedRequest, type PreparedRequest } from './prepare.ts';
import { QuickAnswers } from './quick-answers.ts';
import { resolve } from './resolve.ts';
import { ToldAnswers } from './told-answers.ts';
import {
  layers,
  type Decision,
  type Evaluation,
  type GateName,
  type GateResult,
  type StatementResult,
} from './trace.ts';

/** A policy set prepared once, to decide many requests. */
export interface Authorizer {
  /** The decision alone. */
  readonly decide: (request: AccessRequest) => Decision;
  /** The decision with its full trace. */
  readonly evaluate: (request: AccessRequest) => Evaluation;
}

/** Decides one request and explains it: every gate filled. */
export function evaluate(request: AccessRequest, policies: PolicySet): Evaluation {
  return authorizer(policies).evaluate(request);
}

/**
 * Prepares a policy set. Any JSON value may stand where a document is expected: one that IAM would refuse makes its
 * gate `cannotEvaluate`, never `allows`. Decides as documented for one account and across accounts.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function authorizer(policies: PolicySet): Authorizer {
  const compiled = new CompiledPolicies(policies);
  return {
    decide: (request) => {
      const plan = compiled.plan(request.action);
      const prepared = prepareRequest(request, plan.action, compiled.hasBoundary);
      if ('malformed' in prepared) return 'cannotEvaluate';
      return resolve(prepared, new QuickAnswers(compiled, plan, prepared)).decision;
    },
    evaluate: (request) => {
      const plan = compiled.plan(request.action);
      const prepared = prepareRequest(request, plan.action, compiled.hasBoundary);
      return 'malformed' in prepared ? malformed(request, prepared) : trace(prepared, compiled, plan);
    },
  };
}

function trace(prepared: PreparedRequest, compiled: CompiledPolicies, plan: Plan): Evaluation {
  const answers = new ToldAnswers(compiled, plan, prepared);
  const resolution = resolve(prepared, answers);
  const { decision, decidedBy } = resolution;
  const matched = matchedBy(resolution, answers);
  const message = accessDeniedMessage(prepared, decision, decidedBy, matched);
  return {
    request: prepared.request,
    context: prepared.context.all(),
    gates: gatesOf(prepared, answers.verdicts, compiled.policies.managementAccount, resolution),
    decision,
    ...(decidedBy !== undefined && { decidedBy }),
    matched,
    crossAccount: prepared.crossAccount,
    ...(message !== undefined && { message }),
  };
}

/** The statements that make the decision. */
function matchedBy(
  { decision, decidedBy }: ReturnType<typeof resolve>,
  { verdicts }: ToldAnswers,
): readonly StatementResult[] {
  if (decidedBy === undefined || decision === 'implicitDeny') return [];
  const wanted = decision === 'explicitDeny' ? 'Deny' : 'Allow';
  const told = verdicts.get(decidedBy)?.statements ?? [];
  return told.filter(({ applies, effect }) => applies && effect === wanted);
}

/** A request whose principal, action or resource cannot be read passes no gate. */
function malformed(request: AccessRequest, { malformed: field, text }: MalformedRequest): Evaluation {
  const names: readonly GateName[] = ['denyScan', ...layers.filter((layer) => layer !== 'vpcEndpoint')];
  const gates = names.map((gate, index): GateResult => {
    const first = index === 0;
    return {
      gate,
      outcome: first ? 'cannotEvaluate' : 'absent',
      reached: first,
      side: sideOf(gate),
      decides: first,
      reason: first ? `malformed.${field}` : 'notReached',
      values: first ? { text } : {},
      statements: [],
    };
  });
  return {
    request,
    context: request.context ?? {},
    gates,
    decision: 'cannotEvaluate',
    matched: [],
    crossAccount: false,
  };
}
