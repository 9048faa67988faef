import { catalogueFor } from '../scripts/catalogue-actions.ts';
import { grade, missionDocuments, type Attempt, type Scenario, type Verdict } from '../src/scenario/index.ts';

/** A verdict over AWS's whole catalogue, as the page's worker makes it. */
export function graded(scenario: Scenario, attempt: Attempt): Verdict {
  return grade(scenario, attempt, catalogueFor(missionDocuments(scenario, attempt)));
}
