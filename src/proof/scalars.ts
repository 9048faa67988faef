import { dateSeconds } from '#iam/conditions/date.ts';

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
      ? [iso(moment + Math.min(86_400, Math.floor((next - moment) / 2)))]
      : [half(moment)];
  });
  return [iso((moments[0] ?? 0) - 86_400), ...moments.map(iso), ...between, ...named];
}

/** ISO 8601 in UTC, by the calendar of days since 1970. */
function iso(seconds: number): string {
  const days = Math.floor(seconds / 86_400);
  const time = seconds - days * 86_400;
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const day = shifted - era * 146_097;
  const year = Math.floor(
    (day - Math.floor(day / 1_460) + Math.floor(day / 36_524) - Math.floor(day / 146_096)) / 365,
  );
  const inYear = day - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const month = Math.floor((5 * inYear + 2) / 153);
  const date = inYear - Math.floor((153 * month + 2) / 5) + 1;
  const civilMonth = month < 10 ? month + 3 : month - 9;
  const two = (number: number) => String(number).padStart(2, '0');
  const civilYear = String(year + era * 400 + (civilMonth <= 2 ? 1 : 0)).padStart(4, '0');
  const clock = [time / 3_600, (time / 60) % 60, time % 60].map((part) => two(Math.floor(part))).join(':');
  return `${civilYear}-${two(civilMonth)}-${two(date)}T${clock}Z`;
}

function half(seconds: number): string {
  return iso(seconds).replace('Z', '.5Z');
}

function distinct(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].sort((left, right) => left - right);
}
