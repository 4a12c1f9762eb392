/** A seeded source of uniform numbers in [0, 1); every random choice in metrics/ takes one as a parameter. */
export type Random = () => number;

/**
 * The generator mulberry32 (Tommy Ettinger's public-domain design): 32 bits of state, period 2³².
 * @param seed any integer; its low 32 bits count
 */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The seed of a choice that draws its numbers by itself: a whole number below 2³². */
export function drawSeed(random: Random): number {
  return Math.floor(random() * 2 ** 32);
}
