import type { JsonObject, JsonValue } from '#iam';
import type { Callable } from '../calls/callable.ts';
import { serviceModel, type ServiceModel } from '../models/model.ts';
import { kebab } from './names.ts';
import { cliPaging } from './arguments.ts';

/** A word that a shell takes as it stands. */
const plain = /^[A-Za-z0-9_./:@%+,=-]+$/;

/** A text as one word of a shell. */
function quoted(text: string): string {
  return plain.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

/**
 * The line of the AWS CLI that makes a call. What an option cannot say as it stands goes into `--cli-input-json`, so that
 * the line, run again, asks for the same.
 */
export function asCommand({ service, operation, input, region }: Callable): string {
  const model = serviceModel(service);
  const { input: shape, output, pages } = model.operations[operation] ?? {};
  const said: string[] = [];
  const rest: [string, JsonValue][] = [];
  for (const [member, value] of Object.entries(input)) {
    const name = kebab(member);
    const option =
      pages !== undefined && cliPaging.has(name)
        ? undefined
        : optionOf(model, model.shapes[shape ?? '']?.members?.[member] ?? '', name, value);
    if (option === undefined) rest.push([member, value]);
    else said.push(option);
  }
  const json = JSON.stringify(Object.fromEntries(rest)).replaceAll("'", String.raw`\u0027`);
  const members = Object.keys(model.shapes[output ?? '']?.members ?? {});
  const answersFile = members.some((member) => isFile(model, output, member));
  return [
    `aws ${service === 's3' ? 's3api' : service} ${kebab(operation)}`,
    ...said,
    ...(rest.length > 0 ? [`--cli-input-json '${json}'`] : []),
    ...(pages !== undefined && ('Marker' in input || 'MaxItems' in input) ? ['--no-paginate'] : []),
    ...(answersFile ? ['answer.txt'] : []),
    ...(region === undefined || region === 'us-east-1' ? [] : [`--region ${region}`]),
  ].join(' ');
}

function isFile(model: ServiceModel, output: string | undefined, member: string): boolean {
  const shape = model.shapes[output ?? '']?.members?.[member] ?? '';
  return /^(?:Body|Payload)$/.test(member) && model.shapes[shape]?.type === 'blob';
}

/** One option with its value; undefined where an option cannot say this value. */
function optionOf(
  model: ServiceModel,
  shapeName: string,
  name: string,
  value: JsonValue,
): string | undefined {
  const shape = model.shapes[shapeName];
  if (typeof value === 'boolean')
    return shape?.type === 'boolean' ? `--${value ? '' : 'no-'}${name}` : undefined;
  if (typeof value === 'number')
    return shape?.type !== 'timestamp' && Number.isFinite(value) && !String(value).includes('e')
      ? `--${name}${value < 0 ? '=' : ' '}${value}`
      : undefined;
  if (typeof value === 'string')
    return isText(shape?.type) && isSayable(value) ? `--${name} ${quoted(value)}` : undefined;
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const all = value as readonly JsonValue[];
  const texts = all.filter((one) => typeof one === 'string');
  const simple =
    texts.length === all.length && texts.every((one) => isSayable(one) && !/^\s*[[{]|,/.test(one));
  if (simple && model.shapes[shape?.member ?? '']?.type === 'string')
    return `--${name} ${texts.map(quoted).join(' ')}`;
  const pairs = all.map((one) => shorthand(one));
  return pairs.includes(undefined) ? undefined : `--${name} ${pairs.join(' ')}`;
}

function isText(type: string | undefined): boolean {
  return type === 'string' || type === 'blob';
}

/** Texts that a word can hold: none that the CLI reads as an option, as a file's name or as the end of a quote. */
function isSayable(text: string): boolean {
  return (
    text !== '' && !/^(?:-|fileb?:\/\/)|[\\$`]|[\n\r]/.test(text) && (plain.test(text) || !text.includes("'"))
  );
}

/** `Key=team,Value=home`, where all values are plain words. */
function shorthand(value: JsonValue): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const pairs = Object.entries(value as JsonObject).flatMap(([key, one]) =>
    typeof one === 'string' && /^\w+$/.test(key) && /^[\w./:@-]+$/.test(one) ? [`${key}=${one}`] : [],
  );
  return pairs.length > 0 && pairs.length === Object.keys(value).length ? pairs.join(',') : undefined;
}
