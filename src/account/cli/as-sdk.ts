import { isJsonObject, type JsonValue } from '#iam';
import { serviceModel, type ServiceModel, type ServiceName } from '../models/model.ts';
import { isoTime } from '../state/time.ts';
import type { Callable } from '../calls/callable.ts';

/** The client's class in the AWS SDK for JavaScript. */
const clients: Readonly<Record<ServiceName, string>> = {
  iam: 'IAMClient',
  sts: 'STSClient',
  organizations: 'OrganizationsClient',
  s3: 'S3Client',
  ec2: 'EC2Client',
  lambda: 'LambdaClient',
  kms: 'KMSClient',
  sqs: 'SQSClient',
  sns: 'SNSClient',
};

/**
 * The code that makes a call with the AWS SDK for JavaScript, version 3.
 * @see https://docs.aws.amazon.com/AWSJavaScriptSDK/v3/latest/
 */
export function asSdk({ service, operation, input, region = 'us-east-1' }: Callable): string {
  const model = serviceModel(service);
  const client = clients[service];
  const given = literal(model, model.operations[operation]?.input, input, '');
  return [
    `import { ${client}, ${operation}Command } from '@aws-sdk/client-${service}';`,
    '',
    `const client = new ${client}({ region: ${text(region)} });`,
    `const answer = await client.send(new ${operation}Command(${given}));`,
  ].join('\n');
}

function text(value: string): string {
  const json = JSON.stringify(value);
  return /['\\]/.test(value) || json.length !== value.length + 2 ? json : `'${value}'`;
}

/** A value as JavaScript writes it, for the shape that it fills. */
function literal(
  model: ServiceModel,
  shapeName: string | undefined,
  value: JsonValue,
  indent: string,
): string {
  const shape = model.shapes[shapeName ?? ''];
  const inner = `${indent}  `;
  if (typeof value === 'string') {
    if (shape?.type === 'blob') return `new TextEncoder().encode(${text(value)})`;
    return shape?.type === 'timestamp' ? `new Date(${text(value)})` : text(value);
  }
  if (shape?.type === 'timestamp' && typeof value === 'number')
    return `new Date(${text(isoTime(value, 'Z'))})`;
  if (Array.isArray(value)) {
    const all = (value as readonly JsonValue[]).map((one) => literal(model, shape?.member, one, inner));
    return all.length === 0 ? '[]' : `[\n${all.map((one) => `${inner}${one},\n`).join('')}${indent}]`;
  }
  if (!isJsonObject(value)) return JSON.stringify(value);
  const pairs = Object.entries(value).map(([name, one]) => {
    const of = shape?.type === 'map' ? shape.value : shape?.members?.[name];
    return `${inner}${/^[A-Za-z_]\w*$/.test(name) ? name : text(name)}: ${literal(model, of, one, inner)},\n`;
  });
  return pairs.length === 0 ? '{}' : `{\n${pairs.join('')}${indent}}`;
}
