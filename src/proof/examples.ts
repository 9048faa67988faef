/** What stands for a `*` in an example: nothing, a name, and a name with a folder and a dot. */
const runs = ['', 'x417', 'reports/2026.csv'];

/**
 * Resources inside a pattern and just outside it: a name that goes on after its end, a bucket whose name begins
 * alike, the ARN without its last part. `values` stand for the policy variables, by key in lower case.
 */
export function exampleResources(
  pattern: string,
  values: Readonly<Record<string, readonly string[]>>,
): readonly string[] {
  const filled = withVariables(pattern, values);
  const inside = filled.flatMap((text) =>
    runs.map((run) =>
      text
        .replaceAll('?', 'x')
        .replace(/\*+(?=.*\*)/g, 'x')
        .replaceAll('*', run),
    ),
  );
  const outside = filled.flatMap((text) => {
    const stem = text.replace(/\/?[*?].*$/, '');
    return [stem, `${stem}-archive`, `${stem}-archive/x417`, `${stem}x417`, `${stem}/other/x417`];
  });
  return [...new Set([...inside, ...outside])].filter(isResource);
}

/**
 * Values for a condition: those it names, with their wildcards filled in, and some it does not name, in the operator's
 * own kind: the first address of a range, a number to either side, a day long before and long after.
 */
export function exampleValues(
  operator: string,
  named: readonly string[],
  values: Readonly<Record<string, readonly string[]>>,
): readonly string[] {
  const bare = operator.replace(/^.*:/, '');
  if (/^(?:Bool|Null)/.test(bare)) return ['true', 'false'];
  const inside = named.flatMap((value) => withVariables(fillWildcards(value), values));
  const examples = bare.includes('IpAddress') ? inside.map((range) => range.replace(/\/.*$/, '')) : inside;
  return [...new Set([...examples, ...outside(bare, inside)])];
}

function outside(operator: string, inside: readonly string[]): readonly string[] {
  const [first] = inside;
  if (first === undefined) return [];
  if (operator.startsWith('Numeric'))
    return inside.flatMap((text) =>
      Number.isFinite(Number(text)) ? [-1, 1].map((step) => String(Number(text) + step)) : [],
    );
  if (operator.startsWith('Date')) return ['2001-01-01T00:00:00Z', '2101-01-01T00:00:00Z'];
  if (operator.includes('IpAddress')) return ['192.0.2.200', '2001:db8::c8'];
  return /String|Arn/.test(operator) ? [`${first}x417`] : [];
}

/** The pattern with its wildcards filled in; policy variables stay as they are. */
function fillWildcards(pattern: string): string {
  return pattern.replaceAll(/\$\{[^}]*\}|[*?]/g, (found) =>
    found === '*' ? 'x417' : found === '?' ? 'x' : found,
  );
}

/** The pattern with each policy variable replaced by each of its values; without one, by its own name. */
function withVariables(
  pattern: string,
  values: Readonly<Record<string, readonly string[]>>,
): readonly string[] {
  const variable = /\$\{([^}'",]+?)(?:\s*,\s*'([^']*)')?\}/.exec(pattern);
  if (variable === null) return [pattern];
  const [whole, key = '', fallback] = variable;
  const literal = ['*', '?', '$'].includes(key) ? [key] : undefined;
  const found = literal ?? values[key.toLowerCase()] ?? [fallback ?? 'x417'];
  return found
    .slice(0, 4)
    .flatMap((value) =>
      withVariables(
        pattern.replace(whole, () => value),
        values,
      ),
    )
    .slice(0, 12);
}

/** A resource a request can name: `*`, or an ARN whose six fields are there and hold no wildcard. */
function isResource(text: string): boolean {
  if (text === '*') return true;
  const fields = text.split(':');
  return fields.length >= 6 && fields[0] === 'arn' && fields[5] !== '' && !/[*?${}\s]/.test(text);
}
