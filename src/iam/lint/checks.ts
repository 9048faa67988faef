import { actionChecks } from './actions.ts';
import { addressChecks } from './addresses.ts';
import { arnChecks } from './arns.ts';
import { conditionKeyChecks } from './condition-keys.ts';
import { conditionValueChecks } from './condition-values.ts';
import { emptyChecks } from './empty.ts';
import type { Check } from './finding.ts';
import { grammarChecks } from './grammar-checks.ts';
import { keySupportChecks } from './key-support.ts';
import { rcpChecks } from './rcp.ts';
import { resourceFitChecks } from './resource-fit.ts';
import { resourcePolicyChecks } from './resource-policies.ts';
import { setChecks } from './sets.ts';
import { shapeChecks } from './shapes.ts';
import { sizeChecks } from './sizes.ts';
import { trapChecks } from './traps.ts';
import { trustChecks } from './trust.ts';
import { wildcardChecks } from './wildcards.ts';

/**
 * All checks, family by family. A check that stands for issues of the parser and also looks by itself has two rows.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html
 */
export const checks: readonly Check[] = [
  ...grammarChecks,
  ...sizeChecks,
  ...actionChecks,
  ...shapeChecks,
  ...arnChecks,
  ...resourceFitChecks,
  ...resourcePolicyChecks,
  ...trustChecks,
  ...rcpChecks,
  ...conditionKeyChecks,
  ...keySupportChecks,
  ...conditionValueChecks,
  ...addressChecks,
  ...setChecks,
  ...wildcardChecks,
  ...emptyChecks,
  ...trapChecks,
];
