import { parseIpRange } from '../conditions/ip.ts';
import { isArn } from '../pattern/arn.ts';
import { lowerCase } from '../request/context.ts';
import type { RequestContext } from '../request/request.ts';

/** What stands for a value that no policy names. */
const stranger = 'something-else';

/**
 * Values worth trying for a condition key: what the policy names, with its variables and wildcards filled in, and
 * values just beside it, in the operator's own kind. Values that cannot be made are left out.
 */
export function likelyValues(
  operator: string,
  patterns: readonly string[],
  context: RequestContext,
): readonly string[] {
  const bare = operator.replace(/^For(?:AllValues|AnyValue):/, '');
  if (bare === 'Null') return [stranger];
  if (bare.startsWith('Bool')) return ['true', 'false'];
  const named = patterns.map((pattern) => filled(pattern, context));
  if (bare.startsWith('Numeric')) return named.flatMap(beside);
  if (bare.startsWith('Date')) return [...named, '2001-01-01T00:00:00Z', '2101-01-01T00:00:00Z'];
  if (bare.includes('IpAddress'))
    return [...named.map(firstAddress).filter((address) => address !== ''), '192.0.2.200', '2001:db8::c8'];
  if (bare.startsWith('Arn')) return [...named, 'arn:aws:iam::999988887777:user/something-else'];
  return bare.startsWith('Binary') ? [...named, ''] : [...named, stranger];
}

/** Resources worth trying: those the patterns name, filled in, and a neighbour of the one asked for. */
export function likelyResources(
  patterns: readonly string[],
  asked: string,
  context: RequestContext,
): readonly string[] {
  const named = patterns.map((pattern) => filled(pattern, context)).filter((text) => isArn(text));
  const others = asked === '*' ? [] : [`${asked}-${stranger}`];
  return [...new Set([...named, ...others])].filter((resource) => resource !== asked);
}

/** The pattern with variables replaced by what the request brings and each wildcard by an example. */
function filled(pattern: string, context: RequestContext): string {
  const values = new Map(Object.entries(context).map(([key, value]) => [lowerCase(key), value]));
  return pattern.replaceAll(
    /\$\{([^},]+)(?:, '([^']*)')?\}|[*?]/g,
    (written, key: string | undefined, fallback: string | undefined) => {
      if (key === undefined) return 'x';
      if (key === '*' || key === '?' || key === '$') return key;
      const value = values.get(lowerCase(key));
      return typeof value === 'string' ? value : (fallback ?? written);
    },
  );
}

function beside(text: string): readonly string[] {
  const number = Number(text);
  return Number.isFinite(number) ? [text, String(number - 1), String(number + 1)] : [];
}

function firstAddress(range: string): string {
  if (parseIpRange(range) === undefined) return '';
  const slash = range.indexOf('/');
  return slash < 0 ? range : range.slice(0, slash);
}
