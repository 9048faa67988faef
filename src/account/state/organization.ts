import type { Tag } from './entities.ts';

/** An organization, kept in its management account under the key `organization`. */
export interface Organization {
  readonly id: string;
  /** `r-…`. */
  readonly rootId: string;
  readonly features: 'ALL' | 'CONSOLIDATED_BILLING';
  readonly enabledTypes: readonly ControlType[];
  /** Service principals with trusted access, and since when. */
  readonly trusted: Readonly<Record<string, number>>;
  /** Tags of the root. */
  readonly tags: readonly Tag[];
  /** Requests for new accounts, the earliest first. */
  readonly creations: readonly AccountCreation[];
}

/** A call of CreateAccount and what became of it. */
export interface AccountCreation {
  /** `car-…`. */
  readonly id: string;
  readonly name: string;
  readonly requested: number;
  /** Id of the new account; absent: the request failed. */
  readonly account?: string;
  readonly failure?: 'EMAIL_ALREADY_EXISTS';
}

export type ControlType = 'SERVICE_CONTROL_POLICY' | 'RESOURCE_CONTROL_POLICY';

export interface OrganizationalUnit {
  /** `ou-…`. */
  readonly id: string;
  readonly name: string;
  /** Id of the root or unit it stands in. */
  readonly parent: string;
  readonly tags: readonly Tag[];
}

export interface Member {
  /** Account id. */
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly parent: string;
  readonly joined: number;
  readonly method: 'INVITED' | 'CREATED';
  readonly status: 'ACTIVE' | 'SUSPENDED';
  readonly tags: readonly Tag[];
}

/** A service or resource control policy. */
export interface Control {
  /** `p-…`. */
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly type: ControlType;
  readonly content: string;
  readonly awsManaged: boolean;
  /** Ids of the roots, units and accounts it is attached to. */
  readonly targets: readonly string[];
  readonly tags: readonly Tag[];
}
