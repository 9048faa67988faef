import { beginsWith, colon } from './glob-tokens.ts';
import {
  compileGlobParts,
  globSpansWithin,
  matchesGlobWithin,
  type Glob,
  type GlobPart,
} from './wildcard.ts';

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
  const [, partition = '', service = '', region = '', account = '', ...resource] = text.split(':');
  return { partition, service, region, account, resource: resource.join(':') };
}

/** Whether the text has an ARN's six fields and begins with `arn:`. */
export function isArn(text: string): boolean {
  return text.startsWith('arn:') && fifthColon(text) >= 0;
}

/** The pattern of an ARN condition, prepared: six fields, each matched alone. */
export interface ArnGlob {
  readonly source: string;
  readonly fields: readonly Glob[];
  /** The leading fields without wildcards, each with its colon, compared at once; the whole ARN where none has one. */
  readonly fixed: string;
  /** The first field with a wildcard, or 6. */
  readonly firstField: number;
}

/**
 * Prepares the pattern of an ArnEquals/ArnLike condition. Undefined where it has fewer than six fields: then it is
 * no ARN and matches none.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
 */
export function compileArnGlob(parts: readonly GlobPart[]): ArnGlob | undefined {
  const fields: GlobPart[][] = [[]];
  for (const { text, literal } of parts) {
    let rest = text;
    while (fields.length < 6 && rest.includes(':')) {
      const end = rest.indexOf(':');
      fields.at(-1)?.push({ text: rest.slice(0, end), literal });
      fields.push([]);
      rest = rest.slice(end + 1);
    }
    fields.at(-1)?.push({ text: rest, literal });
  }
  if (fields.length < 6) return undefined;
  const globs = fields.map(compileGlobParts);
  const source = parts.map(({ text }) => text).join('');
  const found = globs.findIndex(({ shape }) => shape !== 'exact');
  const firstField = found < 0 ? 6 : found;
  const leading = globs.slice(0, firstField).map(({ head }) => (firstField === 6 ? head : `${head}:`));
  return { source, fields: globs, fixed: leading.join(firstField === 6 ? ':' : ''), firstField };
}

/** Whether the ARN matches field by field; a value with fewer than six fields matches nothing. */
export function matchesArnGlob(glob: ArnGlob, value: string): boolean {
  if (glob.firstField === 6) return value === glob.fixed;
  if (!beginsWith(value, glob.fixed, 0)) return false;
  let start = glob.fixed.length;
  for (let field = glob.firstField; field < 6; field += 1) {
    const end = field === 5 ? value.length : value.indexOf(':', start);
    const wanted = glob.fields[field];
    if (end < 0 || wanted === undefined || !matchesGlobWithin(wanted, value, start, end)) return false;
    start = end + 1;
  }
  return true;
}

/** What each `*` and `?` stands for, as offsets into the value; undefined where it does not match. */
export function arnGlobSpans(
  glob: ArnGlob,
  value: string,
): readonly (readonly [number, number])[] | undefined {
  const spans: (readonly [number, number])[] = [];
  let start = 0;
  for (const [field, wanted] of glob.fields.entries()) {
    const end = field === 5 ? value.length : value.indexOf(':', start);
    const found = end < 0 ? undefined : globSpansWithin(wanted, value, start, end);
    if (found === undefined) return undefined;
    spans.push(...found);
    start = end + 1;
  }
  return spans;
}

/** Whether an ARN matches a pattern as in an ArnLike condition: six fields, each alone, `*` and `?` in each. */
export function matchesArn(pattern: string, value: string): boolean {
  const glob = compileArnGlob([{ text: pattern, literal: false }]);
  return glob !== undefined && matchesArnGlob(glob, value);
}

function fifthColon(text: string): number {
  let count = 0;
  for (let place = 0; place < text.length; place += 1) {
    if (text.charCodeAt(place) !== colon) continue;
    count += 1;
    if (count === 5) return place;
  }
  return -1;
}
