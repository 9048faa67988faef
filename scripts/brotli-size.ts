import { brotliCompressSync, constants } from 'node:zlib';

/** Bytes of a text as a host sends it that compresses as far as brotli goes. */
export function brotliSize(text: string): number {
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}
