import type { FieldName } from '../data/rowTypes.ts';
import type { LetterScript } from '../metrics/text/mainScript.ts';

// What the report says of rows that do not belong to the rest of the file. Lines are 1-based.

export type OffDistributionReason =
  | {
      readonly code: 'far-from-all';
      /** Mean cosine distance to the k nearest rows, and the median of it that the file's rows of the same script have. */
      readonly meanCosineDistance: number;
      readonly medianCosineDistance: number;
      readonly nearestLine: number;
    }
  | {
      readonly code: 'odd-wording';
      /**
       * Mean surprise of the row's tokens under the file's own bigram model without the row, and
       * what is usual: bits per token.
       */
      readonly surpriseBits: number;
      readonly typicalSurpriseBits: number;
      /** Up to 5 different words, each once, with a letter or digit; the oddest first. */
      readonly oddWords: readonly OddWord[];
    }
  | {
      readonly code: 'rare-script';
      /** Unicode script, such as `Cyrillic`. */
      readonly script: LetterScript;
      /** Share of the file's rows mainly in that script, 0–1. */
      readonly share: number;
    }
  | {
      readonly code: 'rare-language';
      /** BCP 47 tag. */
      readonly language: string;
      /** Share of the rows whose language was told that are surely in it, 0–1. */
      readonly share: number;
    }
  | {
      readonly code: 'unusual-length';
      readonly field: 'instruction' | 'response';
      readonly tokens: number;
      readonly medianTokens: number;
    }
  | {
      readonly code: 'rare-tag';
      readonly tag: string;
      /** Rows that have the tag, and their share of the rows with tags, 0–1. */
      readonly rows: number;
      readonly share: number;
    }
  | {
      readonly code: 'other-label';
      readonly label: string;
      readonly otherLabel: string;
      /** Share of the nearest rows' votes for either, 0–1. */
      readonly labelShare: number;
      readonly otherLabelShare: number;
      /** The nearest row that has the other label. */
      readonly nearestLine: number;
    };

/** A word whose token surprises, by UTF-16 units in the field's text. */
export interface OddWord {
  readonly field: FieldName;
  readonly start: number;
  readonly end: number;
  readonly word: string;
  readonly surpriseBits: number;
}

export interface OffDistributionRow {
  readonly line: number;
  /** Share of rows expected to be at least as odd, above 0, at most the false-positive rate: lower = further off. */
  readonly score: number;
  /** Place among all rows, 1 for the oddest; rows that are not flagged come last. */
  readonly rank: number;
  /** The reasons in English words. */
  readonly reasons: readonly string[];
  /** The same reasons as figures, in the same order. */
  readonly evidence: readonly OffDistributionReason[];
}

export interface OffDistributionMethod {
  readonly neighbours: number;
  /** Share of the true nearest rows that the search found, on a sample; absent where the search was exact. */
  readonly recall?: { readonly recall: number; readonly sampledRows: number };
}
