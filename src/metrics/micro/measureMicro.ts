import type { KindSample } from '../stats/kindSample.ts';
import type { Kind } from '../stats/levelFigures.ts';
import { levelStatistics, type StatisticsOptions } from '../stats/levelStatistics.ts';
import { shannonEntropyBits } from '../stats/shannonEntropyBits.ts';
import type { BytePairTokenizer } from '../text/bytePairTokenizer.ts';
import type { TokenColumn } from '../text/tokenColumn.ts';
import { countTypes, type TypeSample } from './countTypes.ts';
import { expectationAdjustedDistinct } from './expectationAdjustedDistinct.ts';
import { hapaxShare } from './hapaxShare.ts';
import { lengthDistribution } from './lengthDistribution.ts';
import type { MicroLevel } from './microLevel.ts';
import { midBand } from './midBand.ts';
import { rareMidBand } from './rareMidBand.ts';
import { rankFrequency } from './rankFrequency.ts';
import { zipfSlope } from './zipfSlope.ts';

const TOP_TYPES = 30;

export interface MicroLevels {
  /** Of each column; undefined where no row has a token. */
  readonly each: readonly (MicroLevel | undefined)[];
  /** Of all; that of the only column that has tokens. */
  readonly together: MicroLevel | undefined;
}

/** What measures the level of one field. */
interface MicroOptions {
  readonly tokenizer: Pick<BytePairTokenizer, 'encoding' | 'vocabularySize'>;
  readonly statistics: StatisticsOptions;
  /** The text of a type. */
  readonly nameOf: (type: number) => string;
  /** The 1-based line of a row of the columns. */
  readonly lineOfRow: (row: number) => number;
}

/**
 * The micro level of some fields and of all together: what their tokens are and how they are spread; without distinct-2 and
 * on, see `distinctNgramShares`.
 *
 * Hill numbers, entropy and evenness are over occurrences of tokens. Sample coverage and unseen kinds are in the incidence
 * form, because a row carries many tokens that depend on each other: rows are the sampling units of everything, a token
 * counts once in each.
 * @param columns byte-pair tokens of each field, at least one, each with one row per row of the file; rows without tokens
 *   do not count as rows; not mutated
 * @param tokenizer the one that made the tokens
 * @param lineOfRow the 1-based line of a row of the columns
 * O(tokens + types log types) time: some 150 ns per token of each level; 4 bytes per token. Deterministic.
 * @see Li et al. (2025), arXiv 2505.24768 for the level; each figure's own function for its source
 */
export function measureMicro(
  columns: readonly TokenColumn[],
  tokenizer: Pick<BytePairTokenizer, 'encoding' | 'vocabularySize' | 'decodeToken'>,
  statistics: StatisticsOptions,
  lineOfRow: (row: number) => number = (row) => row + 1,
): MicroLevels {
  const { types, each, together } = countTypes(columns);
  const names: string[] = [];
  const nameOf = (type: number) => (names[type] ??= tokenizer.decodeToken(types[type]!));
  const options = { tokenizer, statistics, nameOf, lineOfRow };
  const levels = each.map((sample) => measureSample(sample, options));
  const sole = each.indexOf(together);
  return { each: levels, together: sole < 0 ? measureSample(together, options) : levels[sole] };
}

function measureSample(
  { sample, rowOfSample }: TypeSample,
  { tokenizer, statistics: options, nameOf, lineOfRow }: MicroOptions,
): MicroLevel | undefined {
  const statistics = levelStatistics(sample, options);
  const entropyBits = shannonEntropyBits(sample.occurrences);
  const length = lengthDistribution(lengthsOf(sample));
  if (!statistics || entropyBits === undefined || !length) return undefined;
  const { rows } = statistics;
  const { occurrences: counts, total: tokens } = sample;
  const band = midBand(counts, rows);
  const types = statistics.hill.q0;
  const descending = counts.slice().sort().reverse().subarray(0, types);
  const slope = zipfSlope(descending);
  return {
    ...statistics,
    encoding: tokenizer.encoding,
    tokens,
    types,
    entropyBits,
    hapaxShare: hapaxShare(counts)!,
    expectationAdjustedDistinct: expectationAdjustedDistinct(
      types,
      tokens,
      tokenizer.vocabularySize,
    )!,
    ...(slope !== undefined && { zipfSlope: slope }),
    distinct: [types / tokens],
    midBand: band,
    length,
    rankFrequency: rankFrequency(descending),
    top: topWords(counts, descending, nameOf),
    rareMidBand: rareMidBand(sample, band, nameOf).map(({ places, ...word }) => ({
      ...word,
      lines: places.map((place) => lineOfRow(rowOfSample[place]!)),
    })),
  };
}

function lengthsOf({ starts, ends }: KindSample): Uint32Array {
  const lengths = new Uint32Array(starts.length);
  for (let row = 0; row < lengths.length; row++) lengths[row] = ends[row]! - starts[row]!;
  return lengths;
}

/** The most frequent types that hold a letter or a digit, the lower token first among equals. */
function topWords(
  counts: Uint32Array,
  descending: Uint32Array,
  nameOf: (type: number) => string,
): Kind[] {
  for (let looked = 4 * TOP_TYPES; ; looked *= 4) {
    const least = descending[Math.min(looked, descending.length) - 1]!;
    const top = typesFrom(counts, least)
      .sort((a, b) => counts[b]! - counts[a]! || a - b)
      .map((type) => ({ name: nameOf(type), count: counts[type]! }))
      .filter(({ name }) => /[\p{L}\p{N}]/u.test(name))
      .slice(0, TOP_TYPES);
    if (top.length === TOP_TYPES || looked >= descending.length) return top;
  }
}

/** The types that occur so often at least, ascending. */
function typesFrom(counts: Uint32Array, least: number): number[] {
  const types: number[] = [];
  for (let type = 0; type < counts.length; type++) if (counts[type]! >= least) types.push(type);
  return types;
}
