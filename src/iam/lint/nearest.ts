import { lowerCase } from '../text/lower-case.ts';

/** A name that is this much shorter or longer is another name, and not this one misspelt. */
const maxLetters = 3;

/** The name that a misspelt one is nearest to, where it is near and no other is as near. Letter case does not count. */
export function nearest(written: string, names: Iterable<string>): string | undefined {
  const wanted = lowerCase(written);
  const far = Math.min(maxLetters, Math.floor(wanted.length / 3)) + 1;
  const near = [...names].map((name) => ({ name, steps: distance(wanted, lowerCase(name), far) }));
  const least = Math.min(far - 1, ...near.map(({ steps }) => steps));
  const [best, other] = near.filter(({ steps }) => steps === least);
  return other === undefined ? best?.name : undefined;
}

/** How many letters must be added, dropped or changed; `far` where the lengths differ by that many or more. */
function distance(one: string, other: string, far: number): number {
  if (Math.abs(one.length - other.length) >= far) return far;
  const row = new Uint16Array(other.length + 1).map((_, place) => place);
  for (let place = 0; place < one.length; place += 1) {
    let corner = place;
    row[0] = place + 1;
    for (let column = 1; column <= other.length; column += 1) {
      const above = at(row, column);
      const same = one.charCodeAt(place) === other.charCodeAt(column - 1) ? 0 : 1;
      row[column] = Math.min(above + 1, at(row, column - 1) + 1, corner + same);
      corner = above;
    }
  }
  return at(row, other.length);
}

function at(row: Uint16Array, place: number): number {
  return Number(row[place]);
}
