import type { AccessRequest, PolicySet } from '../request/request.ts';
import { allRequestKeys } from '../request/request-keys.ts';
import { accessDeniedMessage } from './access-denied.ts';
import type { Question } from './answers.ts';
import { gatesOf, sideOf } from './gates.ts';
import { explainAnew, type ExplainDocument } from './explain-statement.ts';
import { explainCached, explanationCache } from './explanation-cache.ts';
import { compilePolicies, coverageOf, planOf, type CompiledPolicies } from './policies.ts';
import { prepareRequest, type MalformedRequest } from './prepare.ts';
import { resolve, type Resolution } from './resolve.ts';
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
  const question = questionOf(compilePolicies(policies), request);
  return 'malformed' in question
    ? malformed(request, question)
    : trace(question, explainAnew(question.prepared));
}

/**
 * Prepares a policy set. Any JSON value may stand where a document is expected: one that IAM would refuse makes its
 * gate `cannotEvaluate`, never `allows`. Decides as documented for one account and across accounts.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function authorizer(policies: PolicySet): Authorizer {
  const compiled = compilePolicies(policies);
  const cache = explanationCache();
  return {
    decide: (request) => {
      const question = questionOf(compiled, request);
      return 'malformed' in question ? 'cannotEvaluate' : resolve(question).decision;
    },
    evaluate: (request) => {
      const question = questionOf(compiled, request);
      return 'malformed' in question
        ? malformed(request, question)
        : trace(question, explainCached(cache, question.prepared));
    },
  };
}

function questionOf(compiled: CompiledPolicies, request: AccessRequest): Question | MalformedRequest {
  const prepared = prepareRequest(request, planOf(compiled, request.action), compiled.hasBoundary);
  return 'malformed' in prepared
    ? prepared
    : { compiled, coverage: coverageOf(compiled, prepared), prepared };
}

function trace(question: Question, explain: ExplainDocument): Evaluation {
  const { prepared } = question;
  const resolution = resolve(question);
  const { decision, decidedBy } = resolution;
  const gates = gatesOf(question, resolution, explain);
  const matched = matchedBy(resolution, gates);
  const message = accessDeniedMessage(prepared, decision, decidedBy, matched);
  return {
    request: prepared.request,
    context: allRequestKeys(prepared.request, prepared.caller, prepared.owner),
    gates,
    decision,
    ...(decidedBy !== undefined && { decidedBy }),
    matched,
    crossAccount: prepared.crossAccount,
    ...(message !== undefined && { message }),
  };
}

/** The statements that make the decision, in the order of their documents. */
function matchedBy(
  { decision, decidedBy }: Resolution,
  gates: readonly GateResult[],
): readonly StatementResult[] {
  const effect = decision === 'explicitDeny' ? 'Deny' : 'Allow';
  if (decision === 'implicitDeny') return [];
  const statements = gates.find(({ gate }) => gate === decidedBy)?.statements ?? [];
  return statements.filter(({ applies, source }) => applies && source.effect === effect);
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
