import ec2 from './ec2.json' with { type: 'json' };
import iam from './iam.json' with { type: 'json' };
import kms from './kms.json' with { type: 'json' };
import lambda from './lambda.json' with { type: 'json' };
import organizations from './organizations.json' with { type: 'json' };
import s3 from './s3.json' with { type: 'json' };
import sns from './sns.json' with { type: 'json' };
import sqs from './sqs.json' with { type: 'json' };
import sts from './sts.json' with { type: 'json' };

/** The shape of an input or output, as AWS's service model has it. */
export interface Shape {
  readonly type:
    | 'structure'
    | 'list'
    | 'map'
    | 'string'
    | 'integer'
    | 'long'
    | 'double'
    | 'float'
    | 'boolean'
    | 'timestamp'
    | 'blob';
  readonly required?: readonly string[];
  /** Member name to shape name, in AWS's order. */
  readonly members?: Readonly<Record<string, string>>;
  readonly member?: string;
  readonly key?: string;
  readonly value?: string;
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly sensitive?: boolean;
}

export interface OperationModel {
  readonly input?: string;
  readonly output?: string;
  /** Codes of the errors that AWS documents for it. */
  readonly errors?: readonly string[];
  /** Members of the output that come in pages. */
  readonly pages?: readonly string[];
}

export interface ServiceModel {
  readonly service: string;
  /** As AWS writes it: `IAM`. */
  readonly name: string;
  readonly apiVersion: string;
  readonly protocol: string;
  /** HTTP status by error code. */
  readonly errors: Readonly<Record<string, number>>;
  readonly operations: Readonly<Record<string, OperationModel>>;
  readonly shapes: Readonly<Record<string, Shape>>;
}

const models = { iam, sts, organizations, s3, ec2, lambda, kms, sqs, sns };

export type ServiceName = keyof typeof models;

export const serviceNames = Object.keys(models) as readonly ServiceName[];

/** AWS's model of a service: its operations, their shapes and errors. */
export function serviceModel(service: ServiceName): ServiceModel {
  return models[service] as unknown as ServiceModel;
}
