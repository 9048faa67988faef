import type { AccessLevel } from '../reference/service.ts';
import type { ConditionKeyType } from '../reference/condition-keys.ts';

/** Something that may be written, without its quotes. What is said of it beside its text is data; the words are the page's. */
export interface Suggestion {
  readonly text: string;
  /** What a list shows in its place. */
  readonly label?: string;
  readonly kind:
    | 'element'
    | 'effect'
    | 'service'
    | 'action'
    | 'wildcard'
    | 'resource'
    | 'operator'
    | 'key'
    | 'value'
    | 'variable'
    | 'principal';
  /** A service's name, or the kind of resource an ARN is of. */
  readonly name?: string;
  readonly access?: readonly AccessLevel[];
  /** How many actions it covers. */
  readonly count?: number;
  readonly type?: ConditionKeyType;
  readonly multivalued?: boolean;
}
