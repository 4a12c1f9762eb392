import type { RarityClass } from '../../../metrics/compare/tailLoss.ts';
import { fill, type Wording } from '../wording.ts';
import type { TrackWords } from './trackWords.ts';

/** How rare the kinds of a class are: in 3–5 rows. */
export function rarityText(
  { fewestRows, mostRows }: RarityClass,
  words: TrackWords,
  { count }: Pick<Wording, 'count'>,
): string {
  if (mostRows === undefined) return fill(words.inRowsAndMore, count(fewestRows));
  if (mostRows > fewestRows) return fill(words.inRows, count(fewestRows), count(mostRows));
  return fill(fewestRows === 1 ? words.inOneRow : words.inRowsExactly, count(fewestRows));
}
