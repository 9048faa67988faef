import { dateSeconds, isoSeconds } from '#iam';

/** Numbers that tell comparisons apart: each one named, one between each two neighbours, one below all and one above. */
export function numberExamples(named: readonly string[]): readonly string[] {
  const numbers = distinct(named.map(Number).filter(Number.isFinite));
  if (numbers.length === 0) return ['1'];
  const texts = numbers.flatMap((number, index) => {
    const next = numbers[index + 1];
    return next === undefined
      ? [String(number), String(number + 1)]
      : [
          String(number),
          String(Number.isInteger(number) && number + 1 < next ? number + 1 : (number + next) / 2),
        ];
  });
  return [String((numbers[0] ?? 0) - 1), ...texts, ...named];
}

/** Moments that tell dates apart, in whole seconds, as `numberExamples`; neighbours of one second get half of it. */
export function dateExamples(named: readonly string[]): readonly string[] {
  const moments = distinct(named.map(dateSeconds).filter(Number.isFinite));
  if (moments.length === 0) return ['2026-11-24T12:00:00Z'];
  const between = moments.flatMap((moment, index) => {
    const next = moments[index + 1] ?? moment + 172_800;
    return next - moment > 1
      ? [isoSeconds(moment + Math.min(86_400, Math.floor((next - moment) / 2)))]
      : [half(moment)];
  });
  return [isoSeconds((moments[0] ?? 0) - 86_400), ...moments.map(isoSeconds), ...between, ...named];
}

function half(seconds: number): string {
  return isoSeconds(seconds).replace('Z', '.5Z');
}

function distinct(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].sort((left, right) => left - right);
}
