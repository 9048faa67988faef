import { findConditionKey, globalConditionKeys, type ConditionKey } from '../reference/condition-keys.ts';
import { remembering } from '../text/remember.ts';
import { keyOf, prefixOf, type LintReference } from './lint-reference.ts';
import type { ConditionView } from './view.ts';

/** The global condition key that a policy means, in lower case; null where AWS has none of that name. */
export const globalKey = remembering(
  (lowerKey: string): ConditionKey | null => findConditionKey(globalConditionKeys, lowerKey) ?? null,
  4_096,
);

/** Keys that a service's sessions carry into the requests of any other service, whichever service's file lists them. */
const sessionKeys: ReadonlySet<string> = new Set([
  ...['ec2:roledelivery', 'ec2:sourceinstancearn', 'glue:roleassumedby', 'glue:credentialissuingservice'],
  ...['codebuild:buildarn', 'codebuild:projectarn', 'lambda:sourcefunctionarn', 'ssm:sourceinstancearn'],
  'identitystore:userid',
]);

/** Whether the key comes with who asks, and not with what is asked. */
export function isSessionKey(lowerKey: string): boolean {
  return sessionKeys.has(lowerKey);
}

/** What the reference says of a condition's key: a global one, or one of its service or of those of the actions. */
export function knownKey(
  { lowerKey, statement }: ConditionView,
  { service }: LintReference,
): ConditionKey | undefined {
  const global = globalKey(lowerKey);
  if (global !== null) return global;
  for (const prefix of [prefixOf(lowerKey), ...statement.actions.map(({ text }) => prefixOf(text))]) {
    const known = service(prefix);
    const found = known && keyOf(known, lowerKey);
    if (found !== undefined) return found;
  }
  return undefined;
}
