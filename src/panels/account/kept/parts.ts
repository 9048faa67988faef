/**
 * One kept text holds at most 140,000 characters; a world may be longer, and most calls add only to its end: it is kept in
 * parts, of which those that are as they were need not be written again.
 */
const maxPartLength = 100_000;

/** The texts to keep, by name, that are not kept already; a part that is no more is kept as an empty text. */
export function changedParts(
  name: string,
  text: string,
  kept: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const count = Math.ceil(text.length / maxPartLength);
  const parts = Array.from({ length: count }, (_, at) =>
    text.slice(at * maxPartLength, (at + 1) * maxPartLength),
  );
  const changed: Record<string, string> = {};
  for (let at = 0; at < count || `${name}-${at}` in kept; at += 1) {
    const part = parts[at] ?? '';
    if (kept[`${name}-${at}`] !== part && (part !== '' || kept[`${name}-${at}`] !== undefined))
      changed[`${name}-${at}`] = part;
  }
  return changed;
}

/** The text out of its parts; undefined where there is none. */
export function joinedParts(name: string, kept: Readonly<Record<string, string>>): string | undefined {
  let text = '';
  for (let at = 0; kept[`${name}-${at}`] !== undefined; at += 1) text += kept[`${name}-${at}`] ?? '';
  return text === '' ? undefined : text;
}
