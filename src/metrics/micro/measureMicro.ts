import type { Kind } from '../stats/levelFigures.ts';
import { levelStatistics, type StatisticsOptions } from '../stats/levelStatistics.ts';
import { shannonEntropyBits } from '../stats/shannonEntropyBits.ts';
import type { BytePairTokenizer } from '../text/bytePairTokenizer.ts';
import type { TokenColumn } from '../text/tokenColumn.ts';
import { countTypes } from './countTypes.ts';
import { expectationAdjustedDistinct } from './expectationAdjustedDistinct.ts';
import { hapaxShare } from './hapaxShare.ts';
import { lengthDistribution } from './lengthDistribution.ts';
import type { MicroLevel } from './microLevel.ts';
import { midBand } from './midBand.ts';
import { rareMidBand } from './rareMidBand.ts';
import { rankFrequency } from './rankFrequency.ts';
import { zipfSlope } from './zipfSlope.ts';

const TOP_TYPES = 30;

/**
 * The micro level of one field: what its tokens are and how they are spread; without distinct-2 and on, see `distinctNgramShares`.
 *
 * Hill numbers, entropy and evenness are over occurrences of tokens. Sample coverage and unseen kinds are in the incidence
 * form, because a row carries many tokens that depend on each other: rows are the sampling units of everything, a token
 * counts once in each.
 * @param columns byte-pair tokens of a field, or of several that are measured as one, each with one row per row of the file; rows
 *   without tokens do not count as rows; not mutated
 * @param tokenizer the one that made the tokens
 * @param lineOfRow the 1-based line of a row of the columns
 * @returns undefined where no row has a token
 * O(tokens + types log types) time: some 150 ns per token; 4 bytes per token. Deterministic.
 * @see Li et al. (2025), arXiv 2505.24768 for the level; each figure's own function for its source
 */
export function measureMicro(
  columns: readonly TokenColumn[],
  tokenizer: Pick<BytePairTokenizer, 'encoding' | 'vocabularySize' | 'decodeToken'>,
  options: StatisticsOptions,
  lineOfRow: (row: number) => number = (row) => row + 1,
): MicroLevel | undefined {
  const { types, sample, rowOfSample, lengths } = countTypes(columns);
  const statistics = levelStatistics(sample, options);
  const entropyBits = shannonEntropyBits(sample.occurrences);
  const length = lengthDistribution(lengths);
  if (!statistics || entropyBits === undefined || !length) return undefined;
  const { rows } = statistics;
  const { occurrences: counts, total: tokens } = sample;
  const band = midBand(counts, rows);
  const descending = counts.slice().sort().reverse();
  const slope = zipfSlope(descending);
  const decodeToken = (token: number) => tokenizer.decodeToken(token);
  return {
    ...statistics,
    encoding: tokenizer.encoding,
    tokens,
    types: types.length,
    entropyBits,
    hapaxShare: hapaxShare(counts)!,
    expectationAdjustedDistinct: expectationAdjustedDistinct(
      types.length,
      tokens,
      tokenizer.vocabularySize,
    )!,
    ...(slope !== undefined && { zipfSlope: slope }),
    distinct: [types.length / tokens],
    midBand: band,
    length,
    rankFrequency: rankFrequency(descending),
    top: topWords(types, counts, decodeToken),
    rareMidBand: rareMidBand(types, sample, band, decodeToken).map(({ places, ...word }) => ({
      ...word,
      lines: places.map((place) => lineOfRow(rowOfSample[place]!)),
    })),
  };
}

/** The most frequent types that hold a letter or a digit, the lower token first among equals. */
function topWords(
  types: Uint32Array,
  counts: Uint32Array,
  decodeToken: (token: number) => string,
): Kind[] {
  const byCount = Uint32Array.from(types.keys()).sort((a, b) => counts[b]! - counts[a]! || a - b);
  const top: Kind[] = [];
  for (const type of byCount) {
    const name = decodeToken(types[type]!);
    if (/[\p{L}\p{N}]/u.test(name)) top.push({ name, count: counts[type]! });
    if (top.length === TOP_TYPES) break;
  }
  return top;
}
