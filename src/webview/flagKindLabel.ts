import type { FlagKind } from './protocol.ts';
import type { PageWords } from './words.ts';

/** What a kind of flag is called. */
export function flagKindLabel(kind: FlagKind, words: PageWords): string {
  switch (kind) {
    case 'exact-duplicate':
      return words.exactDuplicate;
    case 'near-duplicate':
      return words.nearDuplicate;
    case 'contained':
      return words.contained;
    case 'semantic-duplicate':
      return words.semanticDuplicate;
    case 'template':
      return words.template;
    case 'preference-pair':
      return words.preferencePair;
    case 'off-distribution':
      return words.offDistribution;
    case 'quality':
      return words.quality;
    case 'row-error':
      return words.rowError;
  }
}
