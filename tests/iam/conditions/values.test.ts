import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isBase64 } from '../../../src/iam/conditions/binary.ts';
import { dateFraction, dateSeconds } from '../../../src/iam/conditions/date.ts';
import { compareDecimals, parseDecimal, shortNumber } from '../../../src/iam/conditions/decimal.ts';
import {
  containsIpv4,
  containsIpv6,
  newIpv6,
  parseIpRange,
  parseIpv4,
  parseIpv6,
} from '../../../src/iam/conditions/ip.ts';

describe('numbers', () => {
  test('are read with sign, point and exponent', () => {
    expect(parseDecimal('+12.50')).toEqual({ negative: false, digits: '125', exponent: 2 });
    expect(parseDecimal('-.05')).toEqual({ negative: true, digits: '5', exponent: -1 });
    expect(parseDecimal('1e+5')).toEqual({ negative: false, digits: '1', exponent: 6 });
    expect(parseDecimal('1E-5')).toEqual({ negative: false, digits: '1', exponent: -4 });
    expect(parseDecimal('1e123456789')?.exponent).toBe(123_456_790);
    for (const zero of ['0', '-0', '+0.00', '000', '0e7'])
      expect(parseDecimal(zero), zero).toEqual({ negative: false, digits: '', exponent: 0 });
    for (const none of [
      '1e',
      '1e+',
      '1e5x',
      '1e+5.',
      '1x',
      '1e1234567890',
      '.',
      '-',
      '+',
      '',
      '1 ',
      ' 1',
      '1.2.3',
    ])
      expect(parseDecimal(none), none).toBeUndefined();
  });

  test('short ones are those that floating point keeps apart', () => {
    expect(shortNumber('-12.5')).toBe(-12.5);
    expect(shortNumber('123456789012345')).toBe(123_456_789_012_345);
    for (const other of ['1234567890123456', '1.2.3', '.', '-', '', '1e5', '+1', '1-2', '0x1'])
      expect(shortNumber(other), other).toBeNaN();
  });

  test.each([
    ['0', '0.001', -1],
    ['-0.001', '0', -1],
    ['0', '-0', 0],
    ['0.10', '.1', 0],
    ['-2', '-10', 1],
    ['2', '10', -1],
    ['12', '13', -1],
    ['-12', '-13', 1],
    ['12', '12', 0],
    ['-1', '1', -1],
  ])('%s and %s are in their order', (left, right, order) => {
    const compare = (one: string, other: string) => compareDecimals(parseDecimal(one)!, parseDecimal(other)!);
    expect(Math.sign(compare(left, right)) + 0).toBe(order);
    expect(Math.sign(compare(right, left)) + 0).toBe(0 - order);
  });

  const digits = (maxLength: number) => fc.stringMatching(/^[0-9]+$/).map((text) => text.slice(0, maxLength));
  const decimal = fc
    .tuple(
      fc.constantFrom('', '-', '+'),
      digits(24),
      fc.option(digits(24)),
      fc.option(fc.integer({ min: -30, max: 30 })),
    )
    .map(([sign, whole, fraction, power]) => ({
      text: `${sign}${whole}${fraction === null ? '' : `.${fraction}`}${power === null ? '' : `e${power}`}`,
      scaled:
        BigInt(`${sign === '-' ? '-' : ''}${whole}${fraction ?? ''}`) *
        10n ** BigInt(60 - (fraction?.length ?? 0) + (power ?? 0)),
    }));

  test('compare as whole numbers scaled up do', () => {
    fc.assert(
      fc.property(decimal, decimal, (left, right) => {
        const order = compareDecimals(parseDecimal(left.text)!, parseDecimal(right.text)!);
        expect(Math.sign(order)).toBe(left.scaled < right.scaled ? -1 : left.scaled > right.scaled ? 1 : 0);
        expect(compareDecimals(parseDecimal(left.text)!, parseDecimal(left.text)!)).toBe(0);
      }),
      { numRuns: 3000 },
    );
  });

  test('short ones may be compared as binary numbers', () => {
    const short = fc
      .tuple(fc.constantFrom('', '-'), digits(8), fc.option(digits(5)))
      .map(([sign, whole, fraction]) => `${sign}${whole}${fraction === null ? '' : `.${fraction}`}`);
    fc.assert(
      fc.property(short, short, (left, right) => {
        const order = compareDecimals(parseDecimal(left)!, parseDecimal(right)!);
        expect(Math.sign(shortNumber(left) - shortNumber(right)) + 0).toBe(Math.sign(order) + 0);
      }),
      { numRuns: 2000 },
    );
  });

  test('are nothing else', () => {
    for (const text of [
      '',
      ' 1',
      '1 ',
      '.',
      '-',
      '+-1',
      '1e',
      '1e+',
      'e1',
      '1.2.3',
      '0x1',
      '1_000',
      '1,5',
      'NaN',
      'Infinity',
      '١',
      '1e1234567890',
    ]) {
      expect(parseDecimal(text), text).toBeUndefined();
      expect(shortNumber(text), text).toBeNaN();
    }
    for (const text of ['.5', '5.', '-.5', '00', '-0', '1E5', '1e-400'])
      expect(parseDecimal(text), text).toBeDefined();
  });
});

describe('dates', () => {
  const pad = (number: number, length = 2) => String(number).padStart(length, '0');
  const zone = fc.oneof(
    fc.constant('Z'),
    fc
      .tuple(fc.constantFrom('+', '-'), fc.nat(23), fc.nat(59))
      .map(([sign, hours, minutes]) => `${sign}${pad(hours)}:${pad(minutes)}`),
  );
  const moment = fc
    .tuple(
      fc.nat(9999),
      fc.integer({ min: 0, max: 14 }),
      fc.nat(33),
      fc.nat(25),
      fc.nat(61),
      fc.nat(61),
      fc.option(fc.nat(999)),
      zone,
    )
    .map(
      ([year, month, day, hour, minute, second, fraction, offset]) =>
        `${pad(year, 4)}-${pad(month)}-${pad(day)}T${pad(hour)}:${pad(minute)}:${pad(second)}${fraction === null ? '' : `.${pad(fraction, 3)}`}${offset}`,
    );

  test('are the moments that JavaScript’s Date finds', () => {
    let valid = 0;
    fc.assert(
      fc.property(moment, (text) => {
        const day = text.slice(0, 10);
        const midnight = new Date(`${day}T00:00:00Z`);
        const exists =
          !Number.isNaN(midnight.getTime()) &&
          midnight.toISOString().startsWith(day) &&
          !text.includes('T24');
        const expected = exists ? Date.parse(text) : NaN;
        const seconds = dateSeconds(text);
        if (Number.isNaN(expected)) {
          expect(seconds, text).toBeNaN();
        } else {
          valid += 1;
          expect(seconds * 1000 + Number(`0.${dateFraction(text)}`) * 1000, text).toBeCloseTo(expected, 3);
        }
      }),
      { numRuns: 4000 },
    );
    expect(valid).toBeGreaterThan(1500);
  });

  test('every day from 1890 to 2110 is the day after the one before', () => {
    const first = Date.UTC(1890, 0, 1);
    const days = Math.round((Date.UTC(2110, 0, 1) - first) / 86_400_000);
    for (let index = 0; index <= days; index += 1) {
      const time = first + index * 86_400_000;
      expect(dateSeconds(new Date(time).toISOString().slice(0, 10))).toBe(time / 1000);
    }
  });

  test('are nothing else', () => {
    const bad = [
      '',
      '-',
      '20261',
      '12-11-24',
      '2026-1-01',
      '2026-11-24 09:30:00Z',
      '2026-11-24T09:30:00z',
      '2026-11-24t09:30:00Z',
      '2026-11-24T09Z',
    ];
    bad.push(
      '2026-11-24T09:30:00',
      '2026-11-24T09:30:00.Z',
      '2026-11-24T09:30:00+0100',
      '2026-11-24T09:30:00+01:60',
      '2026-11-24T09:30:00+24:00',
      '2026-11-24T09:30:00+01:00Z',
      '2026-11-24T09:30:00+01-00',
      '2026-11-24T09:30:00ZZ',
      '2026-11-24T9:30:00Z',
    );
    bad.push(
      '+002026-11-24',
      '-100',
      '1e9',
      '1790000000.',
      '1790000000.5x',
      '1790000000.5.5',
      '179x',
      '179x5',
      '.5',
      '1234567890123456',
      '2026-00-10',
      '2026-04-31',
      '2026-04-00',
      '2026-11-24T24:00:00Z',
      '2026-11-24T09:60:00Z',
      '2026-11-24T09:30:60Z',
      '2026-11-24T',
      '20-26-11',
      'abcd',
      '2026/11/24',
    );
    for (const text of bad.filter((each) => each !== '20261')) expect(dateSeconds(text), text).toBeNaN();
    expect(dateSeconds('20261')).toBe(20261);
    expect(dateSeconds('1790000000.250')).toBe(1_790_000_000);
    expect(dateFraction('1790000000.250')).toBe('25');
    expect(dateFraction('2026-11-24T09:30:00.000Z')).toBe('');
    expect(dateFraction('2026-11-24T09:30:00Z')).toBe('');
    expect(dateSeconds('2026-11-24T09:30:15+05:30')).toBe(dateSeconds('2026-11-24T04:00:15Z'));
    expect(dateSeconds('2026-11-24T09:30:15-05:30')).toBe(dateSeconds('2026-11-24T15:00:15Z'));
  });
});

describe('addresses', () => {
  const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
  const toNumber = (parts: Iterable<number>, width: bigint) =>
    [...parts].reduce((sum, part) => (sum << width) | BigInt(part), 0n);
  const groupsOf = (parts: Uint8Array) =>
    Array.from({ length: 8 }, (_, index) => (parts[2 * index]! << 8) | parts[2 * index + 1]!);

  /** One of the many ways to write an IPv6 address. */
  function written(groups: readonly number[], gapAt: number, dotted: boolean, upper: boolean): string {
    const hex = groups.map((group) => group.toString(16));
    const tail = groups.slice(6).flatMap((group) => [group >> 8, group & 255]);
    const pieces = dotted ? [...hex.slice(0, 6), tail.join('.')] : hex;
    let end = gapAt;
    while (end < (dotted ? 6 : 8) && groups[end] === 0) end += 1;
    const text =
      end > gapAt ? `${pieces.slice(0, gapAt).join(':')}::${pieces.slice(end).join(':')}` : pieces.join(':');
    return upper ? text.toUpperCase() : text;
  }

  test('IPv4 containment agrees with arithmetic', () => {
    fc.assert(
      fc.property(bytes(4), bytes(4), fc.nat(32), fc.nat(32), (network, other, bits, common) => {
        // The address shares its first `common` bits with the network, so that both answers are frequent.
        const keep = common === 0 ? 0n : ((1n << BigInt(common)) - 1n) << BigInt(32 - common);
        const base = toNumber(network, 8n);
        const address = (base & keep) | (toNumber(other, 8n) & ~keep & 0xffff_ffffn);
        const range = parseIpRange(`${network.join('.')}/${bits}`);
        const text = [24n, 16n, 8n, 0n].map((shift) => (address >> shift) & 255n).join('.');
        expect(BigInt(parseIpv4(text))).toBe(address);
        expect(containsIpv4(range, parseIpv4(text))).toBe(
          base >> BigInt(32 - bits) === address >> BigInt(32 - bits),
        );
      }),
      { numRuns: 3000 },
    );
  });

  test('IPv6 is read in every spelling, and containment agrees with arithmetic', () => {
    const sparse = fc
      .tuple(bytes(16), fc.nat(255))
      .map(([parts, mask]) => groupsOf(parts).map((group, index) => (mask & (1 << index) ? group : 0)));
    fc.assert(
      fc.property(
        sparse,
        sparse,
        fc.nat(128),
        fc.nat(8),
        fc.nat(7),
        fc.boolean(),
        fc.boolean(),
        (network, other, bits, common, gap, dotted, upper) => {
          const groups = [...network.slice(0, common), ...other.slice(common)];
          const text = written(groups, gap, dotted, upper);
          const parsed = newIpv6();
          expect(parseIpv6(text, parsed), text).toBe(true);
          expect(
            groups.map((_, group) => parsed.getUint16(group * 2)),
            text,
          ).toEqual(groups);
          const range = parseIpRange(`${written(network, gap, dotted, upper)}/${bits}`);
          const inside =
            toNumber(network, 16n) >> BigInt(128 - bits) === toNumber(groups, 16n) >> BigInt(128 - bits);
          expect(containsIpv6(range, parsed), `${text} in ${network.join()}/${bits}`).toBe(inside);
        },
      ),
      { numRuns: 3000 },
    );
  });

  test('the two versions never contain each other', () => {
    expect(containsIpv4(parseIpRange('::/0'), parseIpv4('10.0.0.1'))).toBe(false);
    expect(containsIpv6(parseIpRange('0.0.0.0/0'), newIpv6())).toBe(false);
  });

  test('are nothing else', () => {
    const bad = [
      '',
      '1.2.3',
      '1.2.3.4.5',
      '1.2.3.',
      '.1.2.3',
      '1..2.3',
      '01.2.3.4',
      '256.1.1.1',
      '1.2.3.4 ',
      '-1.2.3.4',
      '1.2.3.a',
      ':',
      ':::',
      '1:',
      ':1',
      '1:2:3:4:5:6:7',
      '1:2:3:4:5:6:7:8:9',
    ];
    bad.push(
      '::1::',
      '1::2::3',
      '1:2:3:4:5:6:7::8',
      '12345::',
      'g::',
      '::1%eth0',
      '[::1]',
      '::1.2.3',
      '1.2.3.4::',
      '1:2:3:4:5:6:7:1.2.3.4',
      '::1.2.3.4:5',
      '1:2:3:4:5:6:1.2.3.256',
      '::1/64',
      ':1:2:3:4:5:6:7',
      '1:2:3:4:5:6:7:8:',
      '::1:',
      '1.2.3.1000',
      '1.2.3.0004',
    );
    const address = newIpv6();
    for (const text of bad) {
      expect(parseIpv4(text), text).toBeNaN();
      expect(parseIpv6(text, address), text).toBe(false);
    }
    for (const text of [
      '1.2.3.4/',
      '1.2.3.4/33',
      '1.2.3.4/-1',
      '1.2.3.4/08',
      '1.2.3.4/8/8',
      '::/129',
      '::/',
      '::/1280',
      '/8',
      '1.2.3.4/255.0.0.0',
      '1.2.3.4/0032',
      '1.2.3.4/1000',
      ' 1.2.3.4/8',
      ':/8',
    ]) {
      expect(parseIpRange(text), text).toBeUndefined();
    }
    for (const text of [
      '::',
      '1::',
      '::8',
      '1:2:3:4:5:6:7::',
      '::2:3:4:5:6:7:8',
      '1:2:3:4:5:6:7:8',
      '::1.2.3.4',
      '1:2:3:4:5:6:1.2.3.4',
      'ABCD:ef01::',
    ]) {
      expect(parseIpv6(text, address), text).toBe(true);
    }
  });
});

test('base64 is what bytes are encoded to, and each text stands for other bytes', () => {
  for (const text of ['', 'QQ==', 'QUE=', 'QUFB', '+/09', 'Az+/']) expect(isBase64(text), text).toBe(true);
  for (const text of [
    'QR==',
    'QUF=',
    'QQ=',
    'QQ',
    'Q',
    '====',
    'QQ=Q',
    '=QQQ',
    'Q@==',
    'Q[==',
    'Q`==',
    'Q{==',
    'Q:==',
    'Q.==',
    'QE==',
    'Q4==',
    'Q@AA',
    'Q[AA',
    'Q`AA',
    'Q{AA',
    'Q:AA',
    'Q.AA',
  ])
    expect(isBase64(text), text).toBe(false);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => {
      expect(isBase64(Buffer.from(bytes).toString('base64'))).toBe(true);
    }),
  );
  fc.assert(
    fc.property(fc.stringMatching(/^[AQgw=+/\-_ ]{0,8}$/), (text) => {
      expect(isBase64(text)).toBe(Buffer.from(text, 'base64').toString('base64') === text);
    }),
    { numRuns: 3000 },
  );
});
