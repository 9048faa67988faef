/**
 * The fields of an ARN after `arn:`. Region and account may be empty; the resource keeps its own colons.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
 */
export interface ArnFields {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  readonly resource: string;
}

/** The fields of an ARN; undefined where the text does not begin with `arn:` or has fewer than six fields. */
export function parseArn(text: string): ArnFields | undefined {
  if (!isArn(text)) return undefined;
  let start = 'arn:'.length;
  const next = (): string => {
    const end = text.indexOf(':', start);
    const field = text.slice(start, end);
    start = end + 1;
    return field;
  };
  const [partition, service, region, account] = [next(), next(), next(), next()];
  return { partition, service, region, account, resource: text.slice(start) };
}

/** Whether the text has an ARN's six fields and begins with `arn:`. */
export function isArn(text: string): boolean {
  return sixFields.test(text);
}

/** Every request's resource is looked at, and engines run this several times as fast as a loop over the characters. */
const sixFields = /^arn:[^:]*:[^:]*:[^:]*:[^:]*:/;
