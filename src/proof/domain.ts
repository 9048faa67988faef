import type { AccessRequest, RequestContext } from '#iam';
import type { CatalogueAction } from '#iam/reference';

export type { CatalogueAction };

/** Who asks, and what is known of every request of theirs. */
export interface Situation {
  readonly principal: string;
  readonly principalRole?: string;
  readonly federatedBy?: string;
  readonly credentials?: NonNullable<AccessRequest['credentials']>;
  /** Keys that every request of this principal carries with these values. */
  readonly context?: RequestContext;
}

/** What a request may carry under one condition key. */
export interface KeyDomain {
  /** `always`: in every request; `never`: in none; `maybe`: either. */
  readonly presence: 'always' | 'maybe' | 'never';
  /** All values there are; absent: any of the key's type. */
  readonly values?: readonly string[];
  readonly type?: 'String' | 'ARN' | 'Bool' | 'Numeric' | 'Date' | 'IPAddress' | 'Binary';
  readonly multivalued?: boolean;
}

/** Which requests there are. */
export interface Domain {
  readonly situations: readonly Situation[];
  readonly actions: readonly CatalogueAction[];
  /** True: of each service that has actions here, all are; a policy that names another names none that exists. */
  readonly wholeServices?: boolean;
  /** By key in lower case; a key that is not named may be there or not, with any value. */
  readonly keys?: Readonly<Record<string, KeyDomain>>;
  /** Only resources under at least one pattern (`*` and `?`) of each of these lists. */
  readonly within?: readonly (readonly string[])[];
  /** And under none of these. */
  readonly except?: readonly string[];
  /** Who owns resources whose ARN names no account; absent: the principal's account. */
  readonly owner?: string;
  /** Resources of this world, which make better examples than made-up ones. */
  readonly examples?: readonly string[];
}

/** How the two policy sets stand to each other over all requests of the domain. */
export interface Comparison {
  /** `within`: the left allows less; `exceeds`: more; `undecided`: see `undecided`. */
  readonly relation: 'equal' | 'within' | 'exceeds' | 'incomparable' | 'undecided';
  /** Requests that the left allows and the right does not, the gravest first; each was decided by the evaluator. */
  readonly excess: readonly AccessRequest[];
  /** Requests that the right allows and the left does not. */
  readonly missing: readonly AccessRequest[];
  /** What could not be decided, by name; empty but for `undecided`. */
  readonly undecided: readonly Undecided[];
  readonly steps: number;
}

export interface Undecided {
  readonly construct: 'budget' | 'variable' | 'mixedOperators' | 'document' | 'domain' | 'action';
  /** The key, the pattern, the action that does not exist, the document or the field it is about. */
  readonly name: string;
}
