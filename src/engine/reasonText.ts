import type { OffDistributionReason } from './report.ts';

/** An off-distribution reason as one English sentence: what the report and the terminal say. */
export function reasonText(reason: OffDistributionReason): string {
  switch (reason.code) {
    case 'far-from-all': {
      const times = reason.meanCosineDistance / reason.medianCosineDistance;
      return (
        `Far from every other row in meaning: mean cosine distance ${reason.meanCosineDistance.toFixed(2)} to its nearest rows, ` +
        `${times.toFixed(1)} times what is usual for rows of its script and length; the nearest is line ${reason.nearestLine}.`
      );
    }
    case 'rare-script':
      return `Written mainly in ${reason.script} script, as ${percent(reason.share)} of the rows are.`;
    case 'unusual-length':
      return (
        `The ${reason.field} has ${reason.tokens} tokens, ${reason.tokens > reason.medianTokens ? 'far more' : 'far fewer'} ` +
        `than the file's median of ${reason.medianTokens}.`
      );
  }
}

/** Never 0 % for a share that is not. */
function percent(share: number): string {
  return share < 0.001 ? 'less than 0.1 %' : `${(100 * share).toFixed(1)} %`;
}
