import type { AccessRequest, PolicySet } from '#iam';
import { packQuestion, questionAbout } from '#proof';

/** The address that opens a packed question in the explainer. */
export function explainAddress(packed: string): string {
  return `#/explain/${packed}`;
}

/** The address that opens a request, with every policy that applies to it, in the explainer. */
export function explainLink(request: AccessRequest, policies: PolicySet): string {
  return explainAddress(packQuestion(questionAbout(request, policies)));
}
