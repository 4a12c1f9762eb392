import type { LetterScript, ScriptName } from '../text/mainScript.ts';
import type { TokenColumn } from '../text/tokenColumn.ts';
import type { LabelVote } from './labelVotes.ts';
import type { NeighbourDistances } from './neighbourDistances.ts';
import type { OtherLanguage } from './otherLanguages.ts';

/** What is known of each of the file's rows before their nearest rows are; all arrays have one entry per row. */
export interface RowFacts {
  readonly scripts: readonly ScriptName[];
  /** 0 for a row without the field. */
  readonly instructionTokens: Uint32Array;
  readonly responseTokens: Uint32Array;
  /** Bits per token under the model of all other rows (`forEachWording`), −1 where not measured. */
  readonly surpriseBits: Float32Array;
  /** The distinct tags of each row as numbers. */
  readonly tags: TokenColumn;
  /** Rows in a language that the file hardly has (`otherLanguages`). */
  readonly otherLanguages: readonly OtherLanguage[];
}

/** What the nearest rows say; all arrays have one entry per row of the file. */
export interface NeighbourFacts extends NeighbourDistances {
  /** Rows that lie among another label's (`findLabelVotes`). */
  readonly labelVotes: readonly LabelVote[];
}

/** A reason why a row does not belong to the rest, with its figures. */
export type OffDistributionFinding =
  | {
      readonly code: 'far-from-all';
      /** Mean cosine distance to the nearest rows, and what is usual for rows of the same script. */
      readonly meanCosineDistance: number;
      readonly medianCosineDistance: number;
      readonly nearestRow: number;
    }
  | {
      readonly code: 'odd-wording';
      /** Mean surprise of the row's tokens, and what is usual for rows of the same script and length: bits per token. */
      readonly surpriseBits: number;
      readonly typicalSurpriseBits: number;
    }
  | {
      readonly code: 'rare-script';
      readonly script: LetterScript;
      /** Share of the rows with letters that are mainly in the script, 0–1. */
      readonly share: number;
    }
  | ({ readonly code: 'rare-language' } & Omit<OtherLanguage, 'row'>)
  | {
      readonly code: 'unusual-length';
      readonly field: 'instruction' | 'response';
      readonly tokens: number;
      readonly medianTokens: number;
    }
  | {
      readonly code: 'rare-tag';
      readonly tag: number;
      /** Rows that have the tag, and their share of the rows with tags. */
      readonly rows: number;
      readonly share: number;
    }
  | ({ readonly code: 'other-label' } & Omit<LabelVote, 'row'>);
