import { lowerCase } from '../text/lower-case.ts';
import { remembering } from '../text/remember.ts';
import { compileGlob, compileGlobParts, matchesGlob, type Glob } from './wildcard.ts';

/** More than the largest policy of AWS's own lists. */
const maxPatterns = 4096;

/** One entry of an Action or NotAction element, prepared. */
export interface ActionPattern {
  readonly source: string;
  /** Over the whole action in lower case; absent where the entry is no action and so matches none. */
  readonly glob?: Glob;
}

/**
 * Prepares an action pattern: `*` alone, or `service:Name` with `*` and `?` anywhere in the name. Neither part is
 * case-sensitive (ASCII). IAM refuses an entry without a service (`Get*`) and a service with a wildcard; here the
 * former matches nothing and a wildcard in the latter stands for itself.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
 */
export const compileAction = remembering((pattern: string): ActionPattern => {
  if (pattern === '*') return { source: pattern, glob: compileGlob('*') };
  const lower = lowerCase(pattern);
  const colon = lower.indexOf(':');
  if (colon < 0) return { source: pattern };
  const glob = compileGlobParts([
    { text: lower.slice(0, colon + 1), literal: true },
    { text: lower.slice(colon + 1), literal: false },
  ]);
  return { source: pattern, glob };
}, maxPatterns);

/** Whether the pattern covers the action, which is given in lower case. */
export function matchesAction(pattern: ActionPattern, lowerCaseAction: string): boolean {
  return pattern.glob !== undefined && matchesGlob(pattern.glob, lowerCaseAction);
}
