import { lowerCase } from '../request/context.ts';

/** A name that is this much shorter or longer is another name, and not this one misspelt. */
const most = 3;

/** The name that a misspelt one is nearest to, where it is near and no other is as near. Letter case does not count. */
export function nearest(written: string, names: Iterable<string>): string | undefined {
  const wanted = lowerCase(written);
  let best: string | undefined;
  let least = Math.min(most, Math.floor(wanted.length / 3)) + 1;
  for (const name of names) {
    const steps = distance(wanted, lowerCase(name), least);
    if (steps < least) {
      least = steps;
      best = name;
    } else if (steps === least && best !== undefined && name !== best) {
      best = undefined;
    }
  }
  return best;
}

/** How many letters must be added, dropped or changed; `limit` where it is that many or more. */
function distance(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  let row = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let place = 0; place < one.length; place += 1) {
    const next = [place + 1];
    row.slice(1).forEach((above, column) => {
      const same = one.charAt(place) === other.charAt(column) ? 0 : 1;
      next.push(Math.min(above + 1, (next[column] ?? 0) + 1, (row[column] ?? 0) + same));
    });
    row = next;
  }
  return row.at(-1) ?? 0;
}
