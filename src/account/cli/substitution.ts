/** A `$(…)` of a line: where it stands and the command in it. */
export interface Substitution {
  readonly start: number;
  readonly end: number;
  readonly command: string;
}

/** The first innermost `$(…)` outside single quotes; undefined where there is none, or none that closes. */
export function substitutionIn(line: string): Substitution | undefined {
  let start: number | undefined;
  let single = false;
  let double = false;
  for (let at = 0; at < line.length; at += 1) {
    const letter = line.charAt(at);
    if (letter === '\\' && !single) at += 1;
    else if (letter === "'" && !double) single = !single;
    else if (letter === '"' && !single && start === undefined) double = !double;
    else if (!single && line.startsWith('$(', at)) start = at;
    else if (!single && letter === ')' && start !== undefined)
      return { start, end: at + 1, command: line.slice(start + 2, at) };
  }
  return undefined;
}
