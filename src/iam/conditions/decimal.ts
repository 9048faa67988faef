/** A decimal number, exactly: 0.`digits` × 10^`exponent`; no zeros at either end of `digits`, none at all for zero. */
export interface Decimal {
  readonly negative: boolean;
  readonly digits: string;
  readonly exponent: number;
}

/**
 * Reads a decimal number: an optional sign, digits with an optional point, an optional exponent (as JSON writes large
 * numbers). Undefined for anything else, spaces and the empty string included.
 */
export function parseDecimal(text: string): Decimal | undefined {
  let place = text.startsWith('-') || text.startsWith('+') ? 1 : 0;
  const wholeStart = place;
  place = skipDigits(text, place);
  const whole = text.slice(wholeStart, place);
  let fraction = '';
  if (text.startsWith('.', place)) {
    const fractionStart = place + 1;
    place = skipDigits(text, fractionStart);
    fraction = text.slice(fractionStart, place);
  }
  if (whole === '' && fraction === '') return undefined;
  const power = place === text.length ? 0 : parseExponent(text, place);
  if (power === undefined) return undefined;
  const all = whole + fraction;
  let first = 0;
  while (all.charCodeAt(first) === zero) first += 1;
  let last = all.length;
  while (all.charCodeAt(last - 1) === zero) last -= 1;
  const digits = all.slice(first, last);
  if (digits === '') return { negative: false, digits, exponent: 0 };
  return { negative: text.startsWith('-'), digits, exponent: whole.length - first + power };
}

/** The order of two decimals, exactly: negative, zero or positive. */
export function compareDecimals(left: Decimal, right: Decimal): number {
  const leftSign = signOf(left);
  const rightSign = signOf(right);
  if (leftSign !== rightSign) return leftSign - rightSign;
  if (left.exponent !== right.exponent) return leftSign * (left.exponent - right.exponent);
  if (left.digits < right.digits) return -leftSign;
  return left.digits > right.digits ? leftSign : 0;
}

/**
 * The number, where the text is a plain decimal short enough (15 characters) for binary floating point to keep apart
 * from every other such decimal; else NaN.
 */
export function shortNumber(text: string): number {
  if (text.length > 15) return NaN;
  let digits = 0;
  for (let place = text.startsWith('-') ? 1 : 0; place < text.length; place += 1) {
    const code = text.charCodeAt(place);
    if (code >= zero && code <= nine) digits += 1;
    else if (code !== point) return NaN;
  }
  return digits > 0 ? Number(text) : NaN;
}

const zero = 0x30;
const nine = 0x39;
const point = 0x2e;

function skipDigits(text: string, from: number): number {
  let place = from;
  while (text.charCodeAt(place) >= zero && text.charCodeAt(place) <= nine) place += 1;
  return place;
}

function parseExponent(text: string, from: number): number | undefined {
  if (text.charAt(from) !== 'e' && text.charAt(from) !== 'E') return undefined;
  const sign = text.charAt(from + 1);
  const start = sign === '-' || sign === '+' ? from + 2 : from + 1;
  const end = skipDigits(text, start);
  if (end === start || end < text.length || end - start > 9) return undefined;
  return Number(text.slice(from + 1));
}

function signOf(decimal: Decimal): number {
  if (decimal.digits === '') return 0;
  return decimal.negative ? -1 : 1;
}
