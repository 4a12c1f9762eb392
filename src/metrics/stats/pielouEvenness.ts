import type { HillNumbers } from './levelFigures.ts';

/**
 * Pielou's evenness: how near the kinds are to being equally frequent.
 * @param hill Hill numbers of one sample
 * @returns ln q1 / ln q0, in [0, 1], 1 = all kinds equally frequent; undefined for fewer than two kinds
 * @see Pielou (1966), doi:10.1016/0022-5193(66)90013-0
 */
export function pielouEvenness(hill: HillNumbers): number | undefined {
  return hill.q0 < 2 ? undefined : Math.log(hill.q1) / Math.log(hill.q0);
}
