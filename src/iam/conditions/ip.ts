import type { ValueTest } from './value-test.ts';

/** A range of addresses: the leading `bits` of an IPv4 number or of the 16 bytes of an IPv6 address. */
export type IpRange =
  | { readonly version: 4; readonly address: number; readonly bits: number }
  | { readonly version: 6; readonly address: DataView; readonly bits: number };

/** An IPv4 address as an unsigned 32-bit number; NaN where the text is none (leading zeros are refused). */
export function parseIpv4(text: string): number {
  return ipv4Within(text, 0, text.length);
}

/** Reads an IPv6 address (RFC 4291, `::` and a dotted IPv4 tail included) into 16 bytes; false where it is none. */
export function parseIpv6(text: string, address: DataView): boolean {
  return ipv6Within(text, text.length, address);
}

/** Room for an IPv6 address. */
export function newIpv6(): DataView {
  return new DataView(new ArrayBuffer(16));
}

/**
 * Reads a CIDR range; an address alone is a range of one. Bits of the address after the prefix are ignored.
 * Undefined where the text is neither.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IPAddress
 */
export function parseIpRange(text: string): IpRange | undefined {
  const slash = text.indexOf('/');
  const end = slash < 0 ? text.length : slash;
  const number = ipv4Within(text, 0, end);
  const version = Number.isNaN(number) ? 6 : 4;
  const maxBits = version === 4 ? 32 : 128;
  const bits = slash < 0 ? maxBits : decimalWithin(text, slash + 1, text.length);
  if (!(bits <= maxBits)) return undefined;
  if (version === 4) return { version, address: number, bits };
  const address = newIpv6();
  return ipv6Within(text, end, address) ? { version, address, bits } : undefined;
}

/** Whether an IPv4 address lies in the range; never in an IPv6 one, nor in what is no range. */
export function containsIpv4(range: IpRange | undefined, address: number): boolean {
  if (range?.version !== 4) return false;
  return range.bits === 0 || (range.address ^ address) >>> (32 - range.bits) === 0;
}

/** Whether an IPv6 address lies in the range; never in an IPv4 one, not even `::ffff:192.0.2.1`, nor in what is no range. */
export function containsIpv6(range: IpRange | undefined, address: DataView): boolean {
  if (range?.version !== 6) return false;
  for (let place = 0; place * 8 < range.bits; place += 2) {
    const difference = range.address.getUint16(place) ^ address.getUint16(place);
    if (difference >>> Math.max(0, (place + 2) * 8 - range.bits) !== 0) return false;
  }
  return true;
}

/** IpAddress: the address lies in one of the ranges, IPv4 and IPv6 mixed. */
export function ipTest(values: readonly string[]): ValueTest {
  const ranges = values.map(parseIpRange);
  const address = newIpv6();
  const find = (value: string) => {
    const number = parseIpv4(value);
    const version = Number.isNaN(number) ? 6 : 4;
    if (version === 6 && !parseIpv6(value, address)) return -1;
    let index = 0;
    for (const range of ranges) {
      const inside = version === 4 ? containsIpv4(range, number) : containsIpv6(range, address);
      if (inside) return index;
      index += 1;
    }
    return -1;
  };
  return {
    find,
    flaw: (value) => {
      if (Number.isNaN(parseIpv4(value)) && !parseIpv6(value, address)) return 'malformedRequestValue';
      return ranges.includes(undefined) ? 'malformedValue' : undefined;
    },
  };
}

function ipv4Within(text: string, start: number, end: number): number {
  let address = 0;
  let from = start;
  for (let part = 0; part < 4; part += 1) {
    const dot = part === 3 ? end : text.indexOf('.', from);
    const value = decimalWithin(text, from, dot);
    if (!(value <= 255)) return NaN;
    address = address * 256 + value;
    from = dot + 1;
  }
  return address;
}

function ipv6Within(text: string, end: number, address: DataView): boolean {
  let count = 0;
  let gap = -1;
  let place = 0;
  if (text.startsWith('::')) {
    gap = 0;
    place = 2;
  }
  while (place < end) {
    if (count === 8) return false;
    const colon = text.indexOf(':', place);
    const partEnd = colon < 0 ? end : colon;
    const tail = partEnd === end && count <= 6 ? ipv4Within(text, place, end) : NaN;
    if (!Number.isNaN(tail)) {
      address.setUint32(count * 2, tail);
      count += 2;
      break;
    }
    const value = hexWithin(text, place, partEnd);
    if (Number.isNaN(value)) return false;
    address.setUint16(count * 2, value);
    count += 1;
    place = partEnd + 1;
    // A colon at the end has no part after it.
    if (place === end) return false;
    if (text.startsWith(':', place)) {
      if (gap >= 0) return false;
      gap = count;
      place += 1;
    }
  }
  if (gap < 0) return count === 8;
  if (count > 7) return false;
  // What stands after the gap moves to the end.
  const missing = 8 - count;
  for (let group = count - 1; group >= gap; group -= 1)
    address.setUint16((group + missing) * 2, address.getUint16(group * 2));
  for (let group = gap; group < gap + missing; group += 1) address.setUint16(group * 2, 0);
  return true;
}

function hexWithin(text: string, start: number, end: number): number {
  if (end <= start || end - start > 4) return NaN;
  let value = 0;
  for (let place = start; place < end; place += 1) {
    const code = text.charCodeAt(place) | 0x20;
    const plain = text.charCodeAt(place);
    if (plain >= 0x30 && plain <= 0x39) value = value * 16 + plain - 0x30;
    else if (code >= 0x61 && code <= 0x66) value = value * 16 + code - 0x57;
    else return NaN;
  }
  return value;
}

function decimalWithin(text: string, start: number, end: number): number {
  const length = end - start;
  if (length < 1 || (length > 1 && text.startsWith('0', start))) return NaN;
  let value = 0;
  for (let place = start; place < end; place += 1) {
    const code = text.charCodeAt(place);
    if (code < 0x30 || code > 0x39) return NaN;
    value = value * 10 + code - 0x30;
  }
  return value;
}
