import type { Credentials, RequestContext } from '#iam';
import type { Identity } from '../state/record.ts';
import type { Session } from '../state/entities.ts';

/** Who makes a call, once the signature is known to be theirs. */
export interface Caller {
  readonly kind: 'root' | 'user' | 'roleSession' | 'federatedUser' | 'service' | 'anonymous';
  /** As policies see it: the ARN of the user, the root user, the role session; a service name; `anonymous`. */
  readonly arn: string;
  readonly account: string;
  /** Name of the user (for a federated user: of who made the session); `''` for others. */
  readonly user: string;
  /** What GetCallerIdentity gives: `AIDA…`, `AROA…:session`. */
  readonly userId: string;
  /** ARN of the role of a role session. */
  readonly role?: string;
  readonly accessKeyId?: string;
  /** The temporary credentials that signed; absent with long-term ones. */
  readonly session?: Session;
  /** What condition keys follow from. */
  readonly credentials?: Credentials;
  readonly identity: Identity;
}

/** What the temporary credentials of a scenario say. A role's session has some in any case, a user's where `mfa` is given. */
export interface ScenarioSession {
  /** Of GetSessionToken: with MFA, or without. */
  readonly mfa?: boolean;
  /** Session policies: texts of documents. */
  readonly policies?: readonly string[];
  readonly tags?: Readonly<Record<string, string>>;
  readonly sourceIdentity?: string;
  /** Further condition keys that the session carries. */
  readonly keys?: RequestContext;
}

/** How a call is signed. */
export type Signature =
  | {
      readonly by: 'keys';
      readonly accessKeyId: string;
      readonly secretAccessKey: string;
      readonly sessionToken?: string;
    }
  /** A console session, by the id of its temporary credentials. */
  | { readonly by: 'console'; readonly session: string }
  /**
   * Anybody, as a transcript or a scenario lets them sign without their keys: a user, the root user, a role's session, a
   * service, an identity provider, nobody. With `mfa`, the time it was proved in the console.
   */
  | {
      readonly by: 'scenario';
      readonly principal: string;
      readonly mfa?: number;
      readonly session?: ScenarioSession;
    }
  /** An AWS service acting of its own. */
  | { readonly by: 'service'; readonly service: string }
  | { readonly by: 'nobody' };
