import type { JsonValue } from '../json/json.ts';

/** A context value: one string, or several for a multivalued key. */
export type ContextValue = string | readonly string[];
export type RequestContext = Readonly<Record<string, ContextValue>>;

/** What a request was signed with, as far as condition keys follow from it. */
export interface Credentials {
  readonly kind: 'longTerm' | 'console' | 'sessionToken' | 'role' | 'federationToken';
  /** Seconds since the caller proved possession of an MFA device; absent: never. */
  readonly mfaAge?: number;
  /** When temporary credentials were issued (ISO 8601). */
  readonly issued?: string;
  readonly sourceIdentity?: string;
  /** The user's tags, or the role's overridden by the session's. */
  readonly tags?: Readonly<Record<string, string>>;
}

/**
 * One request to decide, in the fields of the conformance format.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-reqcontext.html
 */
export interface AccessRequest {
  /**
   * ARN of an IAM user, role session, federated-user session or root; a service name (`ec2.amazonaws.com`);
   * `anonymous`; or, for an `AssumeRoleWith…` call, the identity provider that vouches for the caller.
   */
  readonly principal: string;
  /** The role's ARN, only for a session of a role that has a path; else it is derived. */
  readonly principalRole?: string;
  /** The user who made a federated-user session with GetFederationToken; a grant to that user reaches the session. */
  readonly federatedBy?: string;
  readonly action: string;
  /** ARN, or `*` for an action that takes no resource. */
  readonly resource: string;
  /** Owner of the resource; absent: the account in the ARN, else the principal's account. */
  readonly resourceAccount?: string;
  /** Context keys, in any case. What the principal implies (`aws:username`, …) is added unless set here. */
  readonly context?: RequestContext;
  /** How the caller signed; absent: nothing follows from it, and the request says itself what is to be known. */
  readonly credentials?: Credentials;
  /** The services that forward the caller's request (forward access sessions), in their order. */
  readonly calledVia?: readonly string[];
  /** True: `context` is all there is, nothing is added. */
  readonly contextComplete?: boolean;
}

/** All policies that apply to a request, as plain JSON documents (a document may carry its origin). */
export interface PolicySet {
  /** Policies of the user and of the user's groups, or of the role. */
  readonly identity: readonly JsonValue[];
  readonly boundary?: JsonValue;
  /** Null or absent: no session policy was passed. */
  readonly session?: readonly JsonValue[] | null;
  readonly resource?: JsonValue;
  /** Levels from the organization's root down to the account, each with its documents. Null: no organization. */
  readonly scps?: readonly (readonly JsonValue[])[] | null;
  /** As `scps`; `RCPFullAWSAccess` is implied at every level. */
  readonly rcps?: readonly (readonly JsonValue[])[] | null;
  readonly vpcEndpoint?: JsonValue;
  /** The organization's management account: its principals are free of SCPs, its resources of RCPs. */
  readonly managementAccount?: string;
}
