/** A pattern as numbers: a character code stands for itself, a negative number for a wildcard. */
export type Token = number;

/** `*`: any run of characters. */
export const anyRun: Token = -1;
/** `?`: one character (a UTF-16 code unit). */
export const anyOne: Token = -2;
/** `*` that stays inside its ARN field: any run without a colon. */
export const fieldRun: Token = -3;
/** `?` that stays inside its ARN field: one character, not a colon. */
export const fieldOne: Token = -4;

export const star = 0x2a;
export const questionMark = 0x3f;
export const colon = 0x3a;

/**
 * Matches `value` from `start` to `end` against the tokens from `first` to `last` (exclusive) with two pointers and no backtracking past the last
 * star, so a hostile pattern costs at most `2·n·m + n` steps. Returns the number of steps, or its complement
 * (`~steps`, negative) where the value does not match. `marks`, where given, receives the place in the value at
 * which each token begins, as far as one is left to begin at.
 *
 * A star that crosses fields is returned to only when the field stars after it have run into a colon: an earlier
 * placement inside a field never reaches less than a later one, so nothing else needs trying again.
 */
export function walk(
  tokens: readonly Token[],
  first: number,
  last: number,
  value: string,
  start: number,
  end: number,
  marks?: number[],
): number {
  let token = first;
  let place = start;
  let runToken = -1;
  let runPlace = 0;
  let fieldToken = -1;
  let fieldPlace = 0;
  let steps = 0;
  while (place < end) {
    steps += 1;
    const wanted = token < last ? tokens[token] : undefined;
    const code = value.charCodeAt(place);
    if (wanted === code || wanted === anyOne || (wanted === fieldOne && code !== colon)) {
      if (marks !== undefined) marks[token] = place;
      token += 1;
      place += 1;
    } else if (wanted === anyRun) {
      if (marks !== undefined) marks[token] = place;
      if (token + 1 === last) return steps;
      runToken = token;
      runPlace = place;
      fieldToken = -1;
      token += 1;
    } else if (wanted === fieldRun) {
      if (marks !== undefined) marks[token] = place;
      fieldToken = token;
      fieldPlace = place;
      token += 1;
    } else if (fieldToken >= 0 && value.charCodeAt(fieldPlace) !== colon) {
      fieldPlace += 1;
      place = fieldPlace;
      token = fieldToken + 1;
    } else if (runToken >= 0) {
      runPlace += 1;
      place = runPlace;
      token = runToken + 1;
    } else {
      return ~steps;
    }
  }
  const left = token < last ? tokens[token] : undefined;
  if (left === anyRun || left === fieldRun) {
    if (marks !== undefined) marks.length = token;
    token += 1;
  }
  return token === last ? steps : ~steps;
}

/**
 * As `startsWith`, from the back: ARNs and actions that differ at all mostly begin alike, so the end of a prefix tells
 * them apart soonest.
 */
export function beginsWith(value: string, prefix: string, start: number): boolean {
  if (value.length - start < prefix.length) return false;
  for (let place = prefix.length - 1; place >= 0; place -= 1) {
    if (value.charCodeAt(start + place) !== prefix.charCodeAt(place)) return false;
  }
  return true;
}
