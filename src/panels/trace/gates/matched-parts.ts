/** A stretch of a request's value: what the pattern spells out, or what one of its wildcards stands for. */
export interface Part {
  readonly text: string;
  readonly wildcard: boolean;
  /** Where the stretch begins in the value; an empty wildcard begins where its neighbour does. */
  readonly start: number;
}

/**
 * The value cut where the matched pattern's `*` and `?` begin and end. Ranges that do not fit the value are left out,
 * so the parts always spell the value.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function matchedParts(
  value: string,
  wildcards: readonly (readonly [number, number])[] = [],
): readonly Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const [start, end] of wildcards) {
    if (start < from || end < start || end > value.length) continue;
    if (start > from) parts.push({ text: value.slice(from, start), wildcard: false, start: from });
    parts.push({ text: value.slice(start, end), wildcard: true, start });
    from = end;
  }
  if (from < value.length) parts.push({ text: value.slice(from), wildcard: false, start: from });
  return parts;
}
