import { actionsMatching } from '#iam/reference/actions.ts';

/** What stands for a `*` in an example: nothing, a name, and a name with a folder and a dot. */
const runs = ['', 'x417', 'reports/2026.csv'];

/**
 * Actions for an `Action` pattern: those that exist and match; where none is known, the pattern itself with its
 * wildcards taken out. At most `most`.
 */
export function exampleActions(pattern: string, most = 24): readonly string[] {
  const known = actionsMatching(pattern);
  if (known.length > 0) return known.slice(0, most);
  const plain = pattern.replaceAll('?', 'x').replaceAll('*', '');
  return /^[A-Za-z0-9-]+:[A-Za-z0-9]+$/.test(plain) ? [plain] : [];
}

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

/** Values for a condition: those it names, with their wildcards filled in, and one it does not name. */
export function exampleValues(
  operator: string,
  named: readonly string[],
  values: Readonly<Record<string, readonly string[]>>,
): readonly string[] {
  if (/^(?:.*:)?(?:Bool|Null)/.test(operator)) return ['true', 'false'];
  const inside = named
    .flatMap((value) => withVariables(value, values))
    .flatMap((value) =>
      /[*?]/.test(value) ? [value.replaceAll('*', 'x417').replaceAll('?', 'x')] : [value],
    );
  const [first] = inside;
  const outside = first === undefined || !/String|Arn/.test(operator) ? [] : [`${first}x417`];
  return [...new Set([...inside, ...outside])];
}

/** The pattern with each policy variable replaced by each of its values; without one, by its own name. */
function withVariables(
  pattern: string,
  values: Readonly<Record<string, readonly string[]>>,
): readonly string[] {
  const variable = /\$\{([^}'",]+?)(?:\s*,\s*'([^']*)')?\}/.exec(pattern);
  if (variable === null) return [pattern];
  const [whole, key = '', fallback] = variable;
  const literal = ['*', '?', '$'].includes(key) ? ['x'] : undefined;
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
