import { midnightSeconds } from '../text/time.ts';
import { shortNumber } from './decimal.ts';
import type { Comparison } from './operators.ts';
import { satisfies, type ValueTest } from './value-test.ts';

/**
 * Whole seconds since 1970 of a moment written as AWS takes it: the W3C forms of ISO 8601 (`2026`, `2026-11`,
 * `2026-11-24`, `2026-11-24T09:30Z`, `…T09:30:15+01:00`, `…T09:30:15.25Z`) or epoch seconds. NaN for anything else.
 * Four digits are a year. A date without time is midnight UTC; a time needs `Z` or an offset, as W3C says.
 * @see https://www.w3.org/TR/NOTE-datetime
 */
export function dateSeconds(text: string): number {
  if (text.length !== 4 && !isAt(text, 4, dash)) return epochSeconds(text);
  const year = digits(text, 0, 4);
  if (text.length === 4) return midnightSeconds(year, 1, 1);
  const month = digits(text, 5, 7);
  if (text.length === 7) return midnightSeconds(year, month, 1);
  const day = isAt(text, 7, dash) ? digits(text, 8, 10) : NaN;
  const midnight = midnightSeconds(year, month, day);
  if (text.length === 10 || Number.isNaN(midnight)) return midnight;
  return midnight + timeSeconds(text);
}

/** The digits of a moment's fraction of a second, without zeros at the end; empty where there is none. */
export function dateFraction(text: string): string {
  const start = text.indexOf('.') + 1;
  if (start === 0) return '';
  let end = digitsEnd(text, start);
  while (isAt(text, end - 1, 0x30)) end -= 1;
  return text.slice(start, end);
}

/** Date operators; a policy value that is no date is met by nothing. */
export function dateTest(values: readonly string[], comparison: Comparison): ValueTest {
  const wanted = values.map((text) => ({ seconds: dateSeconds(text), fraction: dateFraction(text) }));
  const find = (value: string) => {
    const moment = dateSeconds(value);
    const fraction = dateFraction(value);
    let index = 0;
    for (const one of wanted) {
      const difference = moment - one.seconds;
      // NaN, the difference where one of the two is no date, satisfies no comparison.
      const order = difference === 0 ? compareText(fraction, one.fraction) : difference;
      if (satisfies(comparison, order)) return index;
      index += 1;
    }
    return -1;
  };
  return {
    find,
    flaw: (value) => {
      if (Number.isNaN(dateSeconds(value))) return 'malformedRequestValue';
      return wanted.some(({ seconds }) => Number.isNaN(seconds)) ? 'malformedValue' : undefined;
    },
  };
}

function epochSeconds(text: string): number {
  const end = digitsEnd(text, 0);
  const fractional = isAt(text, end, point) && end + 1 < text.length;
  const last = fractional ? digitsEnd(text, end + 1) : end;
  return last === text.length ? shortNumber(text.slice(0, end)) : NaN;
}

/** Seconds that `Thh:mm[:ss[.s…]]` and the offset after it add to midnight. */
function timeSeconds(text: string): number {
  if (!isAt(text, 10, letterT) || !isAt(text, 13, colon)) return NaN;
  const hour = digits(text, 11, 13);
  const minute = digits(text, 14, 16);
  let place = 16;
  let second = 0;
  if (isAt(text, 16, colon)) {
    second = digits(text, 17, 19);
    place = 19;
    if (isAt(text, 19, point)) {
      place = digitsEnd(text, 20);
      if (place === 20) return NaN;
    }
  }
  if (!(hour < 24 && minute < 60 && second < 60)) return NaN;
  return hour * 3600 + minute * 60 + second - offsetSeconds(text, place);
}

function offsetSeconds(text: string, place: number): number {
  if (isAt(text, place, letterZ)) return place + 1 === text.length ? 0 : NaN;
  const sign = isAt(text, place, plus) ? 1 : isAt(text, place, dash) ? -1 : NaN;
  if (place + 6 !== text.length || !isAt(text, place + 3, colon)) return NaN;
  const hours = digits(text, place + 1, place + 3);
  const minutes = digits(text, place + 4, place + 6);
  return hours < 24 && minutes < 60 ? sign * (hours * 3600 + minutes * 60) : NaN;
}

const plus = 0x2b;
const dash = 0x2d;
const point = 0x2e;
const colon = 0x3a;
const letterT = 0x54;
const letterZ = 0x5a;

function isAt(text: string, place: number, code: number): boolean {
  return text.charCodeAt(place) === code;
}

function digits(text: string, from: number, to: number): number {
  if (digitsEnd(text, from) < to) return NaN;
  let value = 0;
  for (let place = from; place < to; place += 1) value = value * 10 + text.charCodeAt(place) - 0x30;
  return value;
}

function digitsEnd(text: string, from: number): number {
  let place = from;
  while (text.charCodeAt(place) >= 0x30 && text.charCodeAt(place) <= 0x39) place += 1;
  return place;
}

function compareText(left: string, right: string): number {
  if (left < right) return -1;
  return left > right ? 1 : 0;
}
