/** Account ids that AWS's documents use in their examples: nobody's. */
const examples: readonly string[] = [
  ...['111122223333', '444455556666', '777788889999', '123456789012', '555566667777', '222233334444'],
  ...['888899990000', '999900001111', '333344445555', '666677778888'],
];

/**
 * Account ids in texts that are none of AWS's examples, each once, in the order in which they come. Twelve digits in a row are
 * taken for one.
 * @see https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-identifiers.html
 */
export function accountIdsIn(texts: readonly string[]): readonly string[] {
  const found = texts.flatMap((text) => [...text.matchAll(/(?<!\d)\d{12}(?!\d)/g)].map(([id]) => id));
  return [...new Set(found)].filter((id) => !examples.includes(id));
}

/** The texts with each account id replaced by an example that none of them names, the same for the same id everywhere. */
export function withExampleAccounts(texts: readonly string[]): readonly string[] {
  const ids = accountIdsIn(texts);
  const free = examples.filter((id) => texts.every((text) => !text.includes(id)));
  const next = (place: number): string => free[place] ?? String(100_000_000_000 + place);
  const places = new Map(ids.map((id, place) => [id, next(place)]));
  return texts.map((text) => text.replace(/(?<!\d)\d{12}(?!\d)/g, (id) => places.get(id) ?? id));
}
