/** Lines of a text, counted from 1, that stand together. */
export interface LineRun {
  readonly startLine: number;
  readonly endLine: number;
}

/** More would keep the page busy for the sake of colours; then all between the first and the last change counts as changed. */
const maxPairs = 1_000_000;

/** The lines of each of two texts that the other does not have in that place; how they are indented does not matter. */
export function changedLines(
  before: string,
  after: string,
): readonly [readonly LineRun[], readonly LineRun[]] {
  const [left, right] = [before, after].map((text) => text.split('\n').map((line) => line.trim())) as [
    string[],
    string[],
  ];
  let start = 0;
  while (start < left.length && start < right.length && left[start] === right[start]) start += 1;
  let [leftEnd, rightEnd] = [left.length, right.length];
  while (leftEnd > start && rightEnd > start && left[leftEnd - 1] === right[rightEnd - 1]) {
    leftEnd -= 1;
    rightEnd -= 1;
  }
  const kept = keptLines(left.slice(start, leftEnd), right.slice(start, rightEnd));
  const changed = (end: number, side: 0 | 1): readonly LineRun[] => {
    const same = new Set(kept.map((pair) => pair[side] + start));
    return runsOf(Array.from({ length: end - start }, (_, at) => at + start).filter((at) => !same.has(at)));
  };
  return [changed(leftEnd, 0), changed(rightEnd, 1)];
}

/** Places of the longest list of lines that both have in the same order. */
function keptLines(
  left: readonly string[],
  right: readonly string[],
): readonly (readonly [number, number])[] {
  if (left.length * right.length > maxPairs) return [];
  const width = right.length + 1;
  const lengths = new Uint32Array((left.length + 1) * width);
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  for (let row = left.length - 1; row >= 0; row -= 1)
    for (let column = right.length - 1; column >= 0; column -= 1)
      lengths[row * width + column] =
        left[row] === right[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
  const kept: (readonly [number, number])[] = [];
  let [row, column] = [0, 0];
  while (row < left.length && column < right.length) {
    if (left[row] === right[column]) kept.push([row++, column++]);
    else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return kept;
}

function runsOf(places: readonly number[]): readonly LineRun[] {
  const runs: LineRun[] = [];
  for (const place of places) {
    const last = runs.at(-1);
    if (last?.endLine === place) runs[runs.length - 1] = { ...last, endLine: place + 1 };
    else runs.push({ startLine: place + 1, endLine: place + 1 });
  }
  return runs;
}
