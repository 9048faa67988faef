import type { Tag } from './entities.ts';

/** The few resources of other services that a learner tries access on; some carry policies. */

export interface Bucket {
  readonly name: string;
  readonly region: string;
  readonly created: number;
  /** Text of the bucket policy. */
  readonly policy?: string;
  readonly tags: readonly Tag[];
}

/** Its key in the table is `bucket/key`. */
export interface StoredObject {
  readonly bucket: string;
  readonly key: string;
  readonly body: string;
  readonly contentType: string;
  readonly modified: number;
  readonly tags: readonly Tag[];
  /** ARN of the KMS key it is encrypted with; absent: SSE-S3. */
  readonly kmsKey?: string;
}

export interface KmsKey {
  readonly id: string;
  readonly arn: string;
  readonly region: string;
  readonly created: number;
  readonly description: string;
  readonly policy: string;
  readonly state: 'Enabled' | 'Disabled' | 'PendingDeletion';
  readonly deletion?: number;
  readonly aliases: readonly string[];
  readonly tags: readonly Tag[];
}

/** Its key in the table is its ARN. */
export interface Queue {
  readonly name: string;
  readonly arn: string;
  readonly url: string;
  readonly created: number;
  readonly policy?: string;
  /** Attributes that were set, beside the policy: `VisibilityTimeout`. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly messages: readonly { readonly id: string; readonly body: string }[];
  readonly tags: readonly Tag[];
}

export interface Topic {
  readonly name: string;
  readonly arn: string;
  readonly created: number;
  readonly policy: string;
  readonly displayName: string;
  readonly tags: readonly Tag[];
}

export interface LambdaFunction {
  readonly name: string;
  readonly arn: string;
  readonly role: string;
  readonly runtime: string;
  readonly handler: string;
  readonly description: string;
  readonly timeout: number;
  readonly modified: number;
  /** Statements of its resource-based policy, by statement id, as JSON texts. */
  readonly statements: Readonly<Record<string, string>>;
  readonly tags: readonly Tag[];
}

/** A resource of a service that the account does not operate: it can be asked for all the same. Its key is its ARN. */
export interface Thing {
  readonly arn: string;
  /** Text of its resource-based policy. */
  readonly policy?: string;
  readonly tags: readonly Tag[];
}

export interface Instance {
  readonly id: string;
  /** Id of the reservation it was launched in. */
  readonly reservation: string;
  readonly arn: string;
  readonly region: string;
  readonly image: string;
  readonly type: string;
  readonly launched: number;
  readonly state: 'running' | 'stopped' | 'terminated';
  /** Name of the instance profile, and the id of its association. */
  readonly profile?: string;
  readonly association?: string;
  readonly tags: readonly Tag[];
}
