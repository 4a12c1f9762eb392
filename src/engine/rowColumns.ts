import type { ShapeId } from '../data/rowTypes.ts';
import type { TokenColumn } from '../metrics/text/tokenColumn.ts';

/**
 * What is known of every measured row beside the report: what rows are coloured, grouped and filtered by. All arrays have
 * one entry per row, in the order of the file, and lie in shared memory.
 */
export interface RowColumns {
  /** 0-based line of each row, ascending. */
  readonly rowLines: Uint32Array;
  /** Place in `shapes`. */
  readonly shapeOfRow: Uint8Array;
  readonly shapes: readonly ShapeId[];
  readonly tags: TagColumn;
  /** Place of the row's topic in levels.macro.whole.topics; −1 for none, and for rows that were not sampled. */
  readonly topicOfRow: Int32Array;
  /** BCP 47 tags (`zxx` for no language, `zxx-x-code` for program text, `und` for an unknown one), most rows first. */
  readonly languages: readonly string[];
  /** Place in `languages`; −1 for rows whose language was not told, as they were not sampled. */
  readonly languageOfRow: Int32Array;
}

/** The tags that the rows have in the file. */
export interface TagColumn {
  /** Every tag, in the order in which the file shows them; at most MOST_TAG_NAMES. */
  readonly names: readonly string[];
  /** For every row the places of its tags in `names`. */
  readonly ofRow: TokenColumn;
}

/** More different tags than this are names of rows rather than of groups: the others are left out. */
export const MOST_TAG_NAMES = 10_000;
