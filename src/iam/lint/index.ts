/** What is unsafe or useless in a policy that IAM takes all the same. A door of the room `iam`. */
export type { Finding, Fix, Severity, TextEdit } from './finding.ts';
export { removeFrom } from './fix.ts';
export { lintReference, noReference, type LintReference } from './lint-reference.ts';
export { lint, lintText } from './lint.ts';
export { itemsOf, viewPolicy, type ConditionView, type StatementView } from './view.ts';
