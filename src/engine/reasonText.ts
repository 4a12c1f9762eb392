import { harmlessText } from '../metrics/text/harmlessText.ts';
import type { OffDistributionReason } from './report.ts';

/** An off-distribution reason as one English sentence: what the report and the terminal say. */
export function reasonText(reason: OffDistributionReason): string {
  switch (reason.code) {
    case 'far-from-all':
      return (
        `Far from every different row in meaning: mean cosine distance ${reason.meanCosineDistance.toFixed(2)} to its nearest rows, ` +
        `where ${reason.medianCosineDistance.toFixed(2)} is usual for rows of its script; ` +
        `the nearest is line ${reason.nearestLine}.`
      );
    case 'odd-wording': {
      const words = reason.oddWords.map(({ word }) => `“${harmlessText(word, 40)}”`).join(', ');
      return (
        `Oddly worded: ${reason.surpriseBits.toFixed(1)} bits of surprise per token, where ` +
        `${reason.typicalSurpriseBits.toFixed(1)} are usual for rows of its script and length` +
        (words === '' ? '.' : `; the oddest words are ${words}.`)
      );
    }
    case 'rare-script':
      return `Written mainly in ${reason.script} script, as ${percent(reason.share)} of the rows are.`;
    case 'rare-language':
      return `In another language (${reason.language}), as ${percent(reason.share)} of the rows are.`;
    case 'unusual-length':
      return (
        `The ${reason.field} has ${reason.tokens} tokens, ${reason.tokens > reason.medianTokens ? 'far more' : 'far fewer'} ` +
        `than the file's median of ${reason.medianTokens}.`
      );
    case 'rare-tag':
      return `Tagged ${quote(reason.tag)}, as ${percent(reason.share)} of the rows are.`;
    case 'other-label':
      return (
        `Labelled ${quote(reason.label)}, but its nearest rows are mostly ${quote(reason.otherLabel)} ` +
        `(${percent(reason.otherLabelShare)} of their votes); the nearest of these is line ${reason.nearestLine}.`
      );
  }
}

function quote(label: string): string {
  return `“${harmlessText(label, 60)}”`;
}

/** Never 0 % for a share that is not. */
function percent(share: number): string {
  return share < 0.001 ? 'less than 0.1%' : `${(100 * share).toFixed(1)}%`;
}
