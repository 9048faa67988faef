import { beginsWith } from './glob-tokens.ts';
import {
  compileGlobParts,
  globSpansWithin,
  matchesGlobWithin,
  type Glob,
  type GlobPart,
} from './wildcard.ts';

/** The pattern of an ARN condition, prepared: six fields, each matched alone. */
export interface ArnGlob {
  readonly source: string;
  /** The five fields before the resource. */
  readonly fields: readonly Glob[];
  readonly resource: Glob;
  /** The leading fields without wildcards, each with its colon, compared at once; the whole ARN where none has one. */
  readonly fixed: string;
  /** What is not fixed of the five fields; undefined where the whole ARN is. */
  readonly open: readonly Glob[] | undefined;
}

/**
 * Prepares the pattern of an ArnEquals/ArnLike condition. Undefined where it has fewer than six fields: then it is
 * no ARN and matches none.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
 */
export function compileArnGlob(parts: readonly GlobPart[]): ArnGlob | undefined {
  const fields: Glob[] = [];
  let field: GlobPart[] = [];
  for (const { text, literal } of parts) {
    let rest = text;
    while (fields.length < 5 && rest.includes(':')) {
      const end = rest.indexOf(':');
      fields.push(compileGlobParts([...field, { text: rest.slice(0, end), literal }]));
      field = [];
      rest = rest.slice(end + 1);
    }
    field.push({ text: rest, literal });
  }
  if (fields.length < 5) return undefined;
  const source = parts.map(({ text }) => text).join('');
  const resource = compileGlobParts(field);
  const found = fields.findIndex(({ shape }) => shape !== 'exact');
  const leading = found < 0 ? fields : fields.slice(0, found);
  const fixed = leading.map(({ head }) => `${head}:`).join('');
  if (found < 0 && resource.shape === 'exact')
    return { source, fields, resource, fixed: fixed + resource.head, open: undefined };
  return { source, fields, resource, fixed, open: fields.slice(leading.length) };
}

/** Whether the ARN matches field by field; a value with fewer than six fields matches nothing. */
export function matchesArnGlob(glob: ArnGlob, value: string): boolean {
  if (glob.open === undefined) return value === glob.fixed;
  if (!beginsWith(value, glob.fixed, 0)) return false;
  let start = glob.fixed.length;
  for (const field of glob.open) {
    const end = value.indexOf(':', start);
    if (end < 0 || !matchesGlobWithin(field, value, start, end)) return false;
    start = end + 1;
  }
  return matchesGlobWithin(glob.resource, value, start, value.length);
}

/** What each `*` and `?` stands for, as offsets into the value; undefined where it does not match. */
export function arnGlobSpans(
  glob: ArnGlob,
  value: string,
): readonly (readonly [number, number])[] | undefined {
  const spans: (readonly [number, number])[] = [];
  let start = 0;
  for (const field of glob.fields) {
    const end = value.indexOf(':', start);
    const found = end < 0 ? undefined : globSpansWithin(field, value, start, end);
    if (found === undefined) return undefined;
    spans.push(...found);
    start = end + 1;
  }
  const found = globSpansWithin(glob.resource, value, start, value.length);
  return found && [...spans, ...found];
}

/** Whether an ARN matches a pattern as in an ArnLike condition: six fields, each alone, `*` and `?` in each. */
export function matchesArn(pattern: string, value: string): boolean {
  const glob = compileArnGlob([{ text: pattern, literal: false }]);
  return glob !== undefined && matchesArnGlob(glob, value);
}
