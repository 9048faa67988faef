import { kindOf } from './kinds/index.ts';
import type { Scenario } from './schema.ts';
import type { AuditReference, StepAudit } from './step/kind.ts';

/** What is proved of a scenario before it is shipped, step by step: each kind says what it proves. */
export function auditScenario(scenario: Scenario, reference: AuditReference): readonly StepAudit[] {
  return scenario.steps.map((step) => kindOf(step).audit(step, scenario, reference));
}
