import {
  grade,
  missionDocuments,
  type Attempt,
  type AuditReference,
  type Reference,
  type Scenario,
  type Verdict,
} from '#scenario';
import { awsPolicies } from '../scripts/aws-policies.ts';
import { catalogueFor } from '../scripts/catalogue-actions.ts';

const managed = awsPolicies();

/** AWS's reference data as an audit asks for it. */
export const auditReference: AuditReference = { actionsFor: catalogueFor, managed };

/** What the page's worker has at hand when it grades an attempt. */
export function referenceFor(scenario: Scenario, attempt: Attempt): Reference {
  return { actions: catalogueFor(missionDocuments(scenario, attempt)), managed };
}

/** A verdict over AWS's whole catalogue, as the page's worker makes it. */
export function graded(scenario: Scenario, attempt: Attempt): Verdict {
  return grade(scenario, attempt, referenceFor(scenario, attempt));
}
