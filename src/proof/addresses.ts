import { parseIpRange, type IpRange } from '#iam';

/**
 * Addresses that tell CIDR ranges apart: of each range its first and last, and their neighbours; and one of each version
 * that lies in none. Ranges nest or are apart, so whatever lies in some and outside others begins at one of these.
 */
export function addressExamples(ranges: readonly string[]): readonly string[] {
  const found = ranges.flatMap((text) => {
    const range = parseIpRange(text);
    return range === undefined ? [] : edges(range);
  });
  return [
    ...new Set([...found, '203.0.113.77', '0.0.0.0', '255.255.255.255', '2001:db8:ffff::77', '::', lastIpv6]),
  ];
}

const lastIpv6 = Array.from({ length: 8 }, () => 'ffff').join(':');

function edges(range: IpRange): readonly string[] {
  const width = range.version === 4 ? 32n : 128n;
  const size = 1n << (width - BigInt(range.bits));
  const first = (numberOf(range) / size) * size;
  const last = first + size - 1n;
  const highest = (1n << width) - 1n;
  const inside = size > 9n ? [first + 9n] : [];
  return [...inside, first, last, first - 1n, last + 1n]
    .filter((address) => address >= 0n && address <= highest)
    .map((address) => textOf(address, range.version));
}

function numberOf(range: IpRange): bigint {
  if (range.version === 4) return BigInt(range.address >>> 0);
  return (range.address.getBigUint64(0) << 64n) | range.address.getBigUint64(8);
}

function textOf(address: bigint, version: 4 | 6): string {
  const [parts, bits, radix, separator] = version === 4 ? [4, 8n, 10, '.'] : [8, 16n, 16, ':'];
  return Array.from({ length: parts }, (_, index) =>
    ((address >> (BigInt(parts - 1 - index) * bits)) & ((1n << bits) - 1n)).toString(radix),
  ).join(separator);
}
