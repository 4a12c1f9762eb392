import type { SampleTraits } from './sampleTraits.ts';

/** Means over samples of one size, and sums of products about these means. */
export interface SampleMoments {
  count: number;
  drift: number;
  logLength: number;
  /** In nats. */
  entropy: number;
  driftSquares: number;
  lengthSquares: number;
  driftByLength: number;
  driftByEntropy: number;
  lengthByEntropy: number;
}

export function noSamples(): SampleMoments {
  return {
    ...{ count: 0, drift: 0, logLength: 0, entropy: 0 },
    ...{ driftSquares: 0, lengthSquares: 0 },
    ...{ driftByLength: 0, driftByEntropy: 0, lengthByEntropy: 0 },
  };
}

/** @see Welford (1962), doi:10.1080/00401706.1962.10490022 */
export function addSample(
  moments: SampleMoments,
  { drift, logLength }: SampleTraits,
  entropy: number,
): void {
  moments.count++;
  const byDrift = drift - moments.drift;
  const byLength = logLength - moments.logLength;
  moments.drift += byDrift / moments.count;
  moments.logLength += byLength / moments.count;
  moments.entropy += (entropy - moments.entropy) / moments.count;
  const driftLeft = drift - moments.drift;
  const lengthLeft = logLength - moments.logLength;
  const entropyLeft = entropy - moments.entropy;
  moments.driftSquares += byDrift * driftLeft;
  moments.lengthSquares += byLength * lengthLeft;
  moments.driftByLength += byDrift * lengthLeft;
  moments.driftByEntropy += byDrift * entropyLeft;
  moments.lengthByEntropy += byLength * entropyLeft;
}
