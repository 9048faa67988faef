import type { ValueTest } from './value-test.ts';

/**
 * Whether the text is base64 in its one canonical form (RFC 4648: padded, unused bits zero). Two such texts are equal
 * exactly when the bytes they stand for are.
 */
export function isBase64(text: string): boolean {
  if (text.length % 4 !== 0) return false;
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const end = text.length - padding;
  let last = 0;
  for (let place = 0; place < end; place += 1) {
    last = sextet(text.charCodeAt(place));
    if (last < 0) return false;
  }
  if (padding === 2) return (last & 0b1111) === 0;
  return padding === 0 || (last & 0b11) === 0;
}

/** BinaryEquals: the same bytes, both sides in base64; a policy value that is not base64 is met by nothing. */
export function binaryTest(values: readonly string[]): ValueTest {
  const wellFormed = values.map(isBase64);
  return {
    find: (value) => {
      const index = values.indexOf(value);
      return wellFormed[index] === true ? index : -1;
    },
    flaw: (value) => {
      if (!isBase64(value)) return 'malformedRequestValue';
      return wellFormed.includes(false) ? 'malformedValue' : undefined;
    },
  };
}

function sextet(code: number): number {
  if (code >= 0x41 && code <= 0x5a) return code - 0x41;
  if (code >= 0x61 && code <= 0x7a) return code - 0x47;
  if (code >= 0x30 && code <= 0x39) return code + 4;
  if (code === 0x2b) return 62;
  return code === 0x2f ? 63 : -1;
}
