/** The oracle's reading of numbers, dates, addresses, truth values and bytes. Undefined: the text is none. */
export function decimalOrder(left: string, right: string): number | undefined {
  const a = decimal(left);
  const b = decimal(right);
  if (a === undefined || b === undefined) return undefined;
  const power = Math.min(a.power, b.power);
  const x = a.digits * 10n ** BigInt(a.power - power);
  const y = b.digits * 10n ** BigInt(b.power - power);
  return x < y ? -1 : x > y ? 1 : 0;
}

function decimal(text: string): { readonly digits: bigint; readonly power: number } | undefined {
  const found = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,9}))?$/.exec(text);
  if (found === null) return undefined;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = found;
  if (whole + fraction === '') return undefined;
  const digits = BigInt(whole + fraction);
  return { digits: sign === '-' ? -digits : digits, power: Number(exponent) - fraction.length };
}

export function dateOrder(left: string, right: string): number | undefined {
  const a = moment(left);
  const b = moment(right);
  if (a === undefined || b === undefined) return undefined;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Trillionths of a trillionth of a second since 1970. */
function moment(text: string): bigint | undefined {
  const epoch = /^(\d{1,15})(?:\.(\d+))?$/.exec(text);
  if (epoch !== null && text.length !== 4) return inFractions(BigInt(epoch[1] ?? ''), epoch[2] ?? '');
  const found =
    /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d+))?)?(?:Z|([+-])(\d\d):(\d\d)))?)?)?$/.exec(
      text,
    );
  if (found === null) return undefined;
  const [, year, month = '1', day = '1', hour = '0', minute = '0', second = '0', fraction = ''] = found;
  const [sign = '+', offsetHour = '0', offsetMinute = '0'] = found.slice(8);
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day)) return undefined;
  const [h = 0, m = 0, s = 0, oh = 0, om = 0] = [hour, minute, second, offsetHour, offsetMinute].map(Number);
  if (h > 23 || m > 59 || s > 59 || oh > 23 || om > 59) return undefined;
  const offset = (oh * 3600 + om * 60) * (sign === '-' ? -1 : 1);
  return inFractions(BigInt(date.getTime() / 1000 + h * 3600 + m * 60 + s - offset), fraction);
}

function inFractions(seconds: bigint, fraction: string): bigint {
  return seconds * 10n ** 24n + BigInt(fraction.slice(0, 24).padEnd(24, '0'));
}

/** Whether an address lies in a CIDR range of its version. */
export function inRange(range: string, address: string): boolean {
  const [base = '', bits, more] = range.split('/');
  const from = ip(base);
  const asked = ip(address);
  if (from === undefined || from.size !== asked?.size || more !== undefined) return false;
  if (bits !== undefined && !/^(?:0|[1-9]\d{0,2})$/.test(bits)) return false;
  const length = bits === undefined ? from.size : Number(bits);
  if (length > from.size) return false;
  const shift = BigInt(from.size - length);
  return from.value >> shift === asked.value >> shift;
}

function ip(text: string): { readonly value: bigint; readonly size: number } | undefined {
  const four = ipv4(text);
  if (four !== undefined) return { value: four, size: 32 };
  const halves = text.split('::');
  if (halves.length > 2 || !text.includes(':')) return undefined;
  const [left, right = []] = halves.map((half) => groups(half) ?? Array<bigint>(9).fill(0n));
  const missing = 8 - (left ?? []).length - right.length;
  const gap = halves.length === 2;
  if (gap ? missing < 1 || halves[0]?.includes('.') === true : missing !== 0) return undefined;
  const all = [...(left ?? []), ...Array<bigint>(missing).fill(0n), ...right];
  return { value: all.reduce((sum, group) => sum * 65536n + group, 0n), size: 128 };
}

function groups(text: string): readonly bigint[] | undefined {
  const parts = text === '' ? [] : text.split(':');
  const four = ipv4(parts.at(-1) ?? '');
  const plain = four === undefined ? parts : parts.slice(0, -1);
  if (!plain.every((part) => /^[0-9a-fA-F]{1,4}$/.test(part))) return undefined;
  const tail = four === undefined ? [] : [four >> 16n, four & 65535n];
  return [...plain.map((part) => BigInt(`0x${part}`)), ...tail];
}

function ipv4(text: string): bigint | undefined {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256))
    return undefined;
  return parts.reduce((sum, part) => sum * 256n + BigInt(part), 0n);
}

/** `true` or `false` in any letter case, as a word in lower case. */
export function truth(text: string): string | undefined {
  return /^(?:true|false)$/i.exec(text)?.[0].toLowerCase();
}

/** Whether both are base64, canonically written, of the same bytes. */
export function sameBytes(left: string, right: string): boolean {
  return Buffer.from(left, 'base64').toString('base64') === left && left === right;
}
