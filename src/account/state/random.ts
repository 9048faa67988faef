/**
 * Randomness in [0, 1) for what a world does next. It follows from the world's seed and the number of its records, so the
 * same calls made again give the same ids, secrets and codes, and a call that was taken back leaves no trace in it.
 */
export function randomnessOf(seed: number, records: number): () => number {
  let state = (Math.imul(seed ^ 0x9e37_79b9, 0x85eb_ca6b) + Math.imul(records + 1, 0xc2b2_ae35)) >>> 0;
  return () => {
    // Mulberry32.
    state = (state + 0x6d2b_79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
